import { index, pluck, useDatabase, type Query } from './database-support'

const cloud = useDatabase({
  collections: {
    things: { indexes: [index('n', 'n'), index('tags', 'tags'), index('kind_at', 'kind', '-at')] },
    plain: { indexes: [] },
  },
})

const things = [
  { _id: 'a', n: 1, kind: 'x', tags: ['red', 'blue'], deep: { er: { v: 1 } }, at: new Date('2026-01-01T00:00:00Z') },
  {
    _id: 'b',
    n: 2.5,
    kind: 'x',
    tags: ['blue'],
    items: [
      { p: 1, q: 5 },
      { p: 7, q: 1 },
    ],
    at: new Date('2026-01-02T00:00:00Z'),
  },
  { _id: 'c', n: -3, kind: 'y', tags: [], nothing: null, items: [{ p: 7, q: 5 }] },
  { _id: 'd', n: 'text', kind: 'y', flag: true, deep: { er: { v: [1, 2, 3] } }, at: new Date('2026-01-03T00:00:00Z') },
  { _id: 'e', kind: 'Z', flag: false, tags: [['red'], 'green'], words: 'Party building' },
]

/** Every condition is asked of a collection with indexes and of one without. */
async function idsOf(condition: unknown, shape: (query: Query) => Query = (query) => query.orderBy('_id', 'asc')) {
  const answers = await Promise.all(
    ['things', 'plain'].map(async (name) =>
      pluck((await shape(cloud.db.collection(name).where(condition)).get()).data),
    ),
  )
  expect(answers[0]).toEqual(answers[1])
  const { total } = await cloud.db.collection('things').where(condition).count()
  expect(total).toBe((await cloud.db.collection('plain').where(condition).count()).total)
  return answers[0]!
}

beforeEach(async () => {
  for (const name of ['things', 'plain']) await cloud.db.collection(name).add({ data: things })
})

describe('comparisons', () => {
  test('equality finds scalars, elements of arrays, whole arrays and nested fields', async () => {
    expect(await idsOf({ n: 1 })).toEqual(['a'])
    expect(await idsOf({ tags: 'blue' })).toEqual(['a', 'b'])
    expect(await idsOf({ tags: ['blue'] })).toEqual(['b'])
    expect(await idsOf({ tags: [] })).toEqual(['c'])
    expect(await idsOf({ tags: ['red'] })).toEqual(['e'])
    expect(await idsOf({ 'deep.er.v': 1 })).toEqual(['a', 'd'])
    expect(await idsOf({ deep: { er: { v: 1 } } })).toEqual(['a', 'd'])
    expect(await idsOf({ 'items.p': 7 })).toEqual(['b', 'c'])
    expect(await idsOf({ 'items.0.p': 7 })).toEqual(['c'])
    expect(await idsOf({ at: new Date('2026-01-02T00:00:00Z') })).toEqual(['b'])
    expect(await idsOf({ deep: cloud.db.command.eq({ er: { v: 1 } }) })).toEqual(['a'])
  })

  test('null is found where a field is null and where it is absent, and exists tells them apart', async () => {
    const _ = cloud.db.command
    expect(await idsOf({ nothing: null })).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(await idsOf({ flag: null })).toEqual(['a', 'b', 'c'])
    expect(await idsOf({ nothing: _.exists(true) })).toEqual(['c'])
    expect(await idsOf({ nothing: _.exists(false) })).toEqual(['a', 'b', 'd', 'e'])
    expect(await idsOf({ nothing: _.neq(null) })).toEqual([])
  })

  test('ranges hold between values of one type only', async () => {
    const _ = cloud.db.command
    expect(await idsOf({ n: _.gt(1) })).toEqual(['b'])
    expect(await idsOf({ n: _.gte(1) })).toEqual(['a', 'b'])
    expect(await idsOf({ n: _.lt(1) })).toEqual(['c'])
    expect(await idsOf({ n: _.lte(1) })).toEqual(['a', 'c'])
    expect(await idsOf({ n: _.gt('a') })).toEqual(['d'])
    expect(await idsOf({ n: _.gt(-5).and(_.lt(2)) })).toEqual(['a', 'c'])
    expect(await idsOf({ n: _.gt(-5).lt(2) })).toEqual(['a', 'c'])
    expect(await idsOf({ at: _.gte(new Date('2026-01-02T00:00:00Z')) })).toEqual(['b', 'd'])
    expect(await idsOf({ n: _.neq(1) })).toEqual(['b', 'c', 'd', 'e'])
    expect(await idsOf({ 'deep.er.v': _.gt(2) })).toEqual(['d'])
  })

  test('in and nin take values of any type', async () => {
    const _ = cloud.db.command
    expect(await idsOf({ n: _.in([1, 'text', null]) })).toEqual(['a', 'd', 'e'])
    expect(await idsOf({ tags: _.in(['green', 'red']) })).toEqual(['a', 'e'])
    expect(await idsOf({ n: _.nin([1, 2.5]) })).toEqual(['c', 'd', 'e'])
    expect(await idsOf({ _id: _.in(['e', 'a', 'zz']) })).toEqual(['a', 'e'])
    expect(await idsOf({ n: _.in([]) })).toEqual([])
  })

  test('mod, size, all and elemMatch', async () => {
    const _ = cloud.db.command
    expect(await idsOf({ n: _.mod(2, 1) })).toEqual(['a'])
    expect(await idsOf({ n: _.mod(2, -1) })).toEqual(['c'])
    expect(await idsOf({ tags: _.size(2) })).toEqual(['a', 'e'])
    expect(await idsOf({ tags: _.size(0) })).toEqual(['c'])
    expect(await idsOf({ tags: _.all(['blue', 'red']) })).toEqual(['a'])
    expect(await idsOf({ kind: _.all(['x']) })).toEqual(['a', 'b'])
    expect(await idsOf({ items: _.elemMatch({ p: 7, q: _.gt(3) }) })).toEqual(['c'])
    expect(await idsOf({ 'items.p': 7, 'items.q': _.gt(3) })).toEqual(['b', 'c'])
    expect(await idsOf({ 'deep.er.v': _.elemMatch(_.gt(2)) })).toEqual(['d'])
  })

  test('regular expressions match strings and elements of arrays', async () => {
    const { db } = cloud
    expect(await idsOf({ kind: db.RegExp({ regexp: '^z', options: 'i' }) })).toEqual(['e'])
    expect(await idsOf({ words: /building$/ })).toEqual(['e'])
    expect(await idsOf({ tags: /^bl/ })).toEqual(['a', 'b'])
    expect(await idsOf({ kind: db.command.in([/^x/]) })).toEqual(['a', 'b'])
    expect(await idsOf({ kind: db.command.not(/^x/) })).toEqual(['c', 'd', 'e'])
  })
})

describe('logic', () => {
  test('and, or, nor and not combine conditions on one field and on several', async () => {
    const _ = cloud.db.command
    expect(await idsOf(_.or([{ n: 1 }, { kind: 'y' }]))).toEqual(['a', 'c', 'd'])
    expect(await idsOf(_.and([{ kind: 'x' }, { n: _.gt(2) }]))).toEqual(['b'])
    expect(await idsOf(_.nor([{ kind: 'x' }, { flag: true }]))).toEqual(['c', 'e'])
    expect(await idsOf({ n: _.not(_.gt(0)) })).toEqual(['c', 'd', 'e'])
    expect(await idsOf({ n: _.or(_.lt(0), _.gt(2)) })).toEqual(['b', 'c'])
    expect(await idsOf({ kind: 'x', n: _.or(_.eq(1), _.eq(2.5)) })).toEqual(['a', 'b'])
    expect(await idsOf(_.or([{ n: _.lt(0) }, _.and([{ kind: 'x' }, { tags: 'red' }])]))).toEqual(['a', 'c'])
  })

  test('expr compares fields of one document', async () => {
    const _ = cloud.db.command
    expect(await idsOf(_.expr(_.aggregate.gt(['$n', 2])))).toEqual(['b', 'd'])
    expect(await idsOf(_.expr(_.aggregate.eq(['$kind', 'y'])))).toEqual(['c', 'd'])
  })
})

describe('order and pages', () => {
  test('mixed types are ordered as BSON orders them', async () => {
    const byN = (direction: string) => (query: Query) => query.orderBy('n', direction)
    expect(await idsOf({}, byN('asc'))).toEqual(['e', 'c', 'a', 'b', 'd'])
    expect(await idsOf({}, byN('desc'))).toEqual(['d', 'b', 'a', 'c', 'e'])
  })

  test('several fields order one after the other', async () => {
    const order = (query: Query) => query.orderBy('kind', 'desc').orderBy('at', 'desc').orderBy('_id', 'desc')
    expect(await idsOf({}, order)).toEqual(['d', 'c', 'b', 'a', 'e'])
  })

  test('arrays are ordered by their least element upwards and their greatest downwards', async () => {
    expect(await idsOf({}, (query) => query.orderBy('deep.er.v', 'desc').orderBy('_id', 'asc'))).toEqual([
      'd',
      'a',
      'b',
      'c',
      'e',
    ])
    expect(await idsOf({}, (query) => query.orderBy('tags', 'asc').orderBy('_id', 'asc'))).toEqual([
      'c',
      'd',
      'a',
      'b',
      'e',
    ])
  })

  test('skip and limit cut a page out of the order', async () => {
    expect(await idsOf({}, (query) => query.orderBy('_id', 'asc').skip(1).limit(2))).toEqual(['b', 'c'])
    expect(await idsOf({ kind: 'x' }, (query) => query.orderBy('at', 'desc').limit(1))).toEqual(['b'])
    expect(await idsOf({}, (query) => query.orderBy('_id', 'asc').skip(9))).toEqual([])
  })

  test('a get answers 100 documents by default and 1,000 at most', async () => {
    const plain = cloud.db.collection('plain')
    await plain.add({ data: Array.from({ length: 1100 }, (_, at) => ({ at })) })
    expect((await plain.get()).data).toHaveLength(100)
    expect((await plain.limit(250).get()).data).toHaveLength(250)
    expect((await plain.limit(5000).get()).data).toHaveLength(1000)
    expect(await plain.count()).toMatchObject({ total: 1105 })
  })
})

test('numeric and text ids are different documents', async () => {
  const plain = cloud.db.collection('plain')
  await plain.add({
    data: [
      { _id: 1, v: 'number' },
      { _id: '1', v: 'text' },
    ],
  })
  expect((await plain.doc(1).get()).data.v).toBe('number')
  expect((await plain.doc('1').get()).data.v).toBe('text')
})

test('dates, nested values and unusual numbers come back as they went', async () => {
  const plain = cloud.db.collection('plain')
  const data = {
    when: new Date(1234567890123),
    big: 2 ** 53,
    minus: -0.5,
    deep: [[{ at: new Date(0) }], null],
    text: '党群 😀',
    flag: false,
  }
  await plain.doc('same').set({ data })
  expect((await plain.doc('same').get()).data).toEqual({ _id: 'same', ...data })
})
