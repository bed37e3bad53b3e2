import { openDatabase, type QueryInfo } from '../../config/local-cloud/database'
import { index } from './database-index'

const infos: QueryInfo[] = []

const database = openDatabase({
  file: ':memory:',
  declaration: {
    collections: {
      events: { indexes: [index('state_at', 'state', '-at'), index('at', '-at'), index('tags', 'tags')] },
      branches: { indexes: [] },
      library: { indexes: [index('words_at', 'words', 'shown', '-at')] },
      shelf: { indexes: [index('words_at_id', 'words', '-at', '-_id')] },
    },
  },
  onQuery: (info) => infos.push(info),
})

const total = 3000

beforeAll(() => {
  const data = Array.from({ length: total }, (_, at) =>
    JSON.stringify({
      _id: `e${at}`,
      at,
      state: at % 3 === 0 ? 'open' : 'done',
      tags: [`t${at % 50}`, 'all'],
      branch: `b${at % 7}`,
    }),
  )
  for (let at = 0; at < total; at += 1000) ask('insertDocument', { data: data.slice(at, at + 1000) })
  ask('insertDocument', { collectionName: 'branches', data: Array.from({ length: 7 }, (_, at) => `{"_id":"b${at}"}`) })
})

/** Texts by the words in them: one word is in all, one in every fiftieth, one in a single text. */
beforeAll(() => {
  const data = Array.from({ length: total }, (_, at) =>
    JSON.stringify({ _id: `l${at}`, at, shown: true, words: ['all', `w${at % 50}`, ...(at === 7 ? ['rare'] : [])] }),
  )
  for (let at = 0; at < total; at += 1000)
    ask('insertDocument', { collectionName: 'library', data: data.slice(at, at + 1000) })
})

afterAll(() => database.close())

function ask(action: string, params: Record<string, unknown>) {
  infos.length = 0
  const answer = database.handle(`database.${action}`, { collectionName: 'events', ...params })
  if (answer.code) throw new Error(answer.message)
  return answer
}

/** What a request cost, without its action and collection. */
function cost(action: string, params: Record<string, unknown>) {
  const texts = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : value,
  ])
  ask(action, Object.fromEntries(texts) as Record<string, unknown>)
  const [{ scanned, returned, indexed }] = infos as [QueryInfo]
  return { scanned, returned, indexed }
}

test('a document by its id reads that document', () => {
  expect(cost('getDocument', { query: { _id: 'e7' } })).toEqual({ scanned: 1, returned: 1, indexed: true })
  expect(cost('getDocument', { query: { _id: { $in: ['e7', 'e9', 'none'] } } })).toEqual({
    scanned: 2,
    returned: 2,
    indexed: true,
  })
  expect(cost('modifyDocument', { query: { _id: 'e7', state: 'done' }, data: { $set: { seen: 1 } } })).toEqual({
    scanned: 1,
    returned: 1,
    indexed: true,
  })
})

test('a page in the order of an index reads no more than the page', () => {
  const page = { order: { at: -1 }, limit: 20 }
  expect(cost('getDocument', page)).toEqual({ scanned: 20, returned: 20, indexed: true })
  expect(cost('getDocument', { ...page, offset: 40 })).toEqual({ scanned: 60, returned: 20, indexed: true })
  expect(cost('getDocument', { ...page, query: { state: 'open' } })).toEqual({
    scanned: 20,
    returned: 20,
    indexed: true,
  })
  expect(cost('getDocument', { ...page, order: { at: 1 }, query: { state: 'open' } })).toEqual({
    scanned: 20,
    returned: 20,
    indexed: true,
  })
  expect(cost('getDocument', { ...page, query: { state: 'open', at: { $lt: 900 } } })).toEqual({
    scanned: 20,
    returned: 20,
    indexed: true,
  })
  // The index delivers the order by `at`; among equals one more document shows where the page ends.
  expect(cost('getDocument', { ...page, order: { at: -1, _id: 1 } })).toEqual({
    scanned: 21,
    returned: 20,
    indexed: true,
  })
})

test('a count that an index covers reads no document', () => {
  expect(cost('calculateDocument', { query: { state: 'open' } })).toEqual({ scanned: 0, returned: 1000, indexed: true })
  expect(cost('calculateDocument', { query: { state: 'open', at: { $gte: 0, $lt: 30 } } })).toEqual({
    scanned: 0,
    returned: 10,
    indexed: true,
  })
  expect(cost('calculateDocument', { query: { state: { $in: ['open', 'done'] }, at: 5 } })).toEqual({
    scanned: 0,
    returned: 1,
    indexed: true,
  })
  expect(cost('calculateDocument', {})).toEqual({ scanned: 0, returned: total, indexed: true })
  expect(cost('calculateDocument', { query: { tags: 't1' } })).toEqual({ scanned: 0, returned: 60, indexed: true })
})

test('the narrowest index is taken', () => {
  expect(cost('getDocument', { query: { state: 'open', tags: 't3' }, limit: 1000 })).toEqual({
    scanned: 60,
    returned: 20,
    indexed: true,
  })
  expect(cost('getDocument', { query: { $or: [{ _id: 'e1' }, { at: { $in: [5, 6] } }] } })).toEqual({
    scanned: 3,
    returned: 3,
    indexed: true,
  })
})

test('what no index leads to is told', () => {
  expect(cost('getDocument', { query: { branch: 'b1' }, limit: 1000 })).toMatchObject({
    scanned: total,
    indexed: false,
  })
  expect(cost('getDocument', { order: { branch: 1 }, limit: 10 })).toMatchObject({ scanned: total, indexed: false })
  expect(cost('calculateDocument', { query: { branch: 'b1' } })).toMatchObject({ scanned: total, indexed: false })
  expect(cost('getDocument', { query: { branch: 'b1' }, order: { at: -1 }, limit: 5 })).toMatchObject({
    indexed: false,
  })
  expect(cost('getDocument', { query: { $or: [{ _id: 'e1' }, { branch: 'b1' }] } })).toMatchObject({ indexed: false })
})

test('a lookup by id within a pipeline is a point read each', () => {
  const stage = (stageKey: string, value: unknown) => ({ stageKey, stageValue: JSON.stringify(value) })
  const match = stage('$match', { _id: { $in: ['e1', 'e2', 'e3'] } })
  const byField = stage('$lookup', { from: 'branches', localField: 'branch', foreignField: '_id', as: 'branch' })
  const constant = stage('$lookup', { from: 'events', pipeline: [{ $match: { _id: 'e9' } }], as: 'nine' })
  const bound = stage('$lookup', {
    from: 'branches',
    let: { b: '$branch' },
    pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$b'] } } }],
    as: 'own',
  })
  ask('aggregateDocuments', { stages: [match, byField] })
  expect(infos[0]).toMatchObject({ scanned: 6, returned: 3, indexed: true })
  ask('aggregateDocuments', { stages: [match, constant] })
  expect(infos[0]).toMatchObject({ scanned: 4, returned: 3, indexed: true })
  ask('aggregateDocuments', { stages: [match, bound] })
  expect(infos[0]).toMatchObject({ scanned: 6, returned: 3, indexed: true })
})

describe('a page of what holds a word, in order', () => {
  const page = { collectionName: 'library', order: { at: -1, _id: -1 }, limit: 20 }
  const of = (query: object) => cost('getDocument', { ...page, query })

  test('reads no more than the page and the first after it, however many hold it', () => {
    expect(of({ words: 'all', shown: true })).toEqual({ scanned: 21, returned: 20, indexed: true })
  })

  test('reads the page alone where the index tells equals apart by their ids', () => {
    const collectionName = 'shelf'
    const data = [3, 1, 2].map((n) => JSON.stringify({ _id: `s${n}`, at: 7, words: ['all', `w${n}`], long: 'x' }))
    ask('insertDocument', { collectionName, data })
    const query = { words: { $all: ['all'] } }
    expect(cost('getDocument', { ...page, collectionName, query, limit: 2 })).toEqual({
      scanned: 2,
      returned: 2,
      indexed: true,
    })
    const answer = (projection: string) =>
      ask('getDocument', {
        collectionName,
        query: JSON.stringify(query),
        order: '{"at":-1,"_id":-1}',
        limit: 2,
        projection,
      })
    expect(answer('{"at":1,"words":1,"none":1}')).toMatchObject({
      data: { list: ['{"_id":"s3","at":7,"words":["all","w3"]}', '{"_id":"s2","at":7,"words":["all","w2"]}'] },
    })
    expect(answer('{"words":0,"long":0}')).toMatchObject({
      data: { list: ['{"_id":"s3","at":7}', '{"_id":"s2","at":7}'] },
    })
  })

  test('is entered by the rarest of several words, wherever it stands', () => {
    expect(of({ words: { $all: ['all', 'rare'] }, shown: true })).toEqual({ scanned: 1, returned: 1, indexed: true })
    expect(of({ words: { $all: ['rare', 'all', 'w7'] }, shown: true })).toEqual({
      scanned: 1,
      returned: 1,
      indexed: true,
    })
  })

  test('of either of two words reads a page of each', () => {
    const either = ['all', 'w3'].map((words) => ({ words, shown: true }))
    expect(of({ $or: either })).toEqual({ scanned: 42, returned: 20, indexed: true })
    expect(
      of({ $and: [{ $or: either }, { $or: [{ at: { $lt: 100 } }, { at: 100, _id: { $lt: 'l' } }] }] }).returned,
    ).toBe(20)
  })

  test('holds the same texts as all of them sorted', () => {
    const ids = (query: object) => {
      const { data } = ask('getDocument', {
        ...page,
        order: JSON.stringify(page.order),
        query: JSON.stringify(query),
      }) as { data: { list: string[] } }
      return JSON.stringify(data)
    }
    const either = (words: string[]) => ({ $or: words.map((word) => ({ words: word, shown: true })) })
    // A condition on the whole says the same without leading into the index.
    const plainly = (words: string[]) => ({ $expr: { $gt: [{ $size: { $setIntersection: ['$words', words] } }, 0] } })
    for (const words of [['w3'], ['w3', 'w49'], ['all', 'w3'], ['rare', 'w7']])
      expect(ids(either(words))).toEqual(ids(plainly(words)))
  })

  test('that is filtered by a field through an array is sorted, not walked', () => {
    expect(cost('getDocument', { ...page, order: { words: 1 }, query: { shown: true } }).returned).toBe(20)
  })
})
