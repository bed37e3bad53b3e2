import { refusal, useDatabase } from './database-support'

const cloud = useDatabase({ collections: { plain: { indexes: [] } } })

const things = [
  { _id: 'a', n: 1, kind: 'x', tags: ['red', 'blue'], deep: { er: { v: 1 } }, at: new Date('2026-01-01T00:00:00Z') },
  {
    _id: 'b',
    n: 2.5,
    kind: 'x',
    items: [
      { p: 1, q: 5 },
      { p: 7, q: 1 },
    ],
  },
  { _id: 'c', n: -3, kind: 'y', tags: [], nothing: null, items: [{ p: 7, q: 5 }] },
]

beforeEach(() => cloud.db.collection('plain').add({ data: things }))

describe('projection', () => {
  const one = async (id: string, projection: Record<string, unknown>) =>
    (await cloud.db.collection('plain').doc(id).field(projection).get()).data

  test('fields are kept or left out, _id is kept unless it is switched off', async () => {
    expect(await one('a', { n: true })).toEqual({ _id: 'a', n: 1 })
    expect(await one('a', { n: true, _id: false })).toEqual({ n: 1 })
    expect(await one('c', { items: false, tags: false })).toEqual({ _id: 'c', n: -3, kind: 'y', nothing: null })
    expect(await one('b', { 'items.p': true })).toEqual({ _id: 'b', items: [{ p: 1 }, { p: 7 }] })
    expect(await one('a', { 'deep.er': false, at: false, tags: false })).toEqual({
      _id: 'a',
      n: 1,
      kind: 'x',
      deep: {},
    })
  })

  test('slice and elemMatch shorten arrays', async () => {
    const { project } = cloud.db.command
    expect(await one('a', { tags: project.slice(1), n: true })).toEqual({ _id: 'a', n: 1, tags: ['red'] })
    expect(await one('a', { tags: project.slice([-1, 1]), n: true })).toEqual({ _id: 'a', n: 1, tags: ['blue'] })
    expect(await one('b', { items: project.elemMatch({ p: 7 }) })).toEqual({ _id: 'b', items: [{ p: 7, q: 1 }] })
  })

  test('a mixture of kept and left out fields is refused', async () => {
    expect(await refusal(one('a', { n: true, kind: false }))).toMatchObject({ errCode: -502001 })
  })
})

describe('refusals', () => {
  test('a collection that does not exist', async () => {
    const missing = cloud.db.collection('missing')
    const requests = [
      missing.get(),
      missing.where({ a: 1 }).count(),
      missing.doc('x').get(),
      missing.add({ data: { a: 1 } }),
      missing.doc('x').set({ data: { a: 1 } }),
      missing.doc('x').update({ data: { a: 1 } }),
      missing.where({ a: 1 }).remove(),
    ]
    for (const request of requests) {
      const { errCode, message } = await refusal(request)
      expect(errCode).toBe(-502005)
      expect(message).toContain('Db or Table not exist: missing')
    }
  })

  test('a document that does not exist', async () => {
    expect(await refusal(cloud.db.collection('plain').doc('zz').get())).toEqual({
      errCode: -1,
      message: 'document.get:fail document with _id zz does not exist',
    })
    expect(
      await cloud.db
        .collection('plain')
        .doc('zz')
        .update({ data: { a: 1 } }),
    ).toMatchObject({ stats: { updated: 0 } })
    expect(await cloud.db.collection('plain').doc('zz').remove()).toMatchObject({ stats: { removed: 0 } })
  })

  test('operators that do not exist, or not here, and malformed operands', async () => {
    const plain = cloud.db.collection('plain')
    const codeOf = async (condition: unknown) => (await refusal(plain.where(condition).get())).errCode
    expect(await codeOf({ a: { $foo: 1 } })).toBe(-502002)
    expect(await codeOf({ $where: 'this.a == 1' })).toBe(-502002)
    expect(await codeOf({ a: { $in: 1 } })).toBe(-502001)
    expect(await codeOf({ $or: [] })).toBe(-502001)
    expect(await codeOf({ a: cloud.db.command.mod(0, 1) })).toBe(-502001)
    expect(await codeOf({ a: cloud.db.command.size(-1) })).toBe(-502001)
    expect((await refusal(plain.where({ a: { $text: { $search: 'x' } } }).get())).message).toContain(
      'not supported by the local cloud',
    )
  })
})
