import { parseFaults } from '../../config/local-cloud/faults'
import { openCloud, post, resultOf, send } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>
type Outcome = { errCode?: number; errMsg: string; total?: number }
let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud({ declaration: { collections: { notes: { indexes: [] }, others: { indexes: [] } } } })
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.stop())

const store = (event: object, openid = 'o') => resultOf<Outcome>(cloud, 'store', event, openid)
const list = async () =>
  (await resultOf<{ data: { text: string }[] }>(cloud, 'store', { action: 'list' })).data.map(({ text }) => text)
const ok = 'collection.add:ok'

it('fails a request with the given code, without carrying it out', async () => {
  cloud.faults({ kind: 'fail', code: 'DATABASE_PERMISSION_DENIED', message: 'on purpose' })
  expect(await store({ action: 'add', data: { text: 'lost' } })).toEqual({
    errCode: -502003,
    errMsg: 'collection.add:fail -502003 database permission denied. on purpose',
  })
  expect(await list()).toEqual([])
})

it('fails a request with -502001 unless told otherwise', async () => {
  cloud.faults({ kind: 'fail' })
  expect((await store({ action: 'add', data: { text: 'lost' } })).errCode).toBe(-502001)
})

it('loses the request, or only its answer', async () => {
  cloud.faults({ kind: 'drop' })
  expect((await store({ action: 'add', data: { text: 'lost' } })).errMsg).toContain('socket hang up')
  expect(await list()).toEqual([])
  cloud.faults({ kind: 'drop', when: 'after' })
  expect((await store({ action: 'add', data: { text: 'kept' } })).errMsg).toContain('socket hang up')
  expect(await list()).toEqual(['kept'])
})

it('delays an answer', async () => {
  await store({ action: 'list' })
  cloud.faults({ kind: 'delay', ms: 400 })
  const since = performance.now()
  expect((await store({ action: 'add', data: { text: 'late' } })).errMsg).toBe(ok)
  expect(performance.now() - since).toBeGreaterThanOrEqual(400)
})

it('never answers, so that the function runs into its own timeout', async () => {
  cloud.faults({ kind: 'hang', when: 'after' })
  await expect(cloud.call('store', { action: 'add', data: { text: 'kept' } })).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  })
  expect(await list()).toEqual(['kept'])
})

it('strikes the n-th request from now on, as often as it is told', async () => {
  cloud.faults({ kind: 'fail', nth: 2, times: 2 })
  const outcomes: string[] = []
  for (const text of ['1', '2', '3', '4'])
    outcomes.push((await store({ action: 'add', data: { text } })).errMsg.slice(0, 19))
  expect(outcomes).toEqual([ok, 'collection.add:fail', 'collection.add:fail', ok])
  expect(cloud.listFaults()).toEqual([])
})

it('strikes within one event: the second request of a function', async () => {
  cloud.faults({ kind: 'fail', nth: 2, function: 'store', action: 'twice' })
  const outcome = await store({ action: 'twice', data: { text: 'first' } })
  expect(outcome.errMsg).toBe('collection.count:fail -502001 database request fail. injected fault')
  expect(await list()).toEqual(['first'])
})

it.each([
  ['function', { function: 'other' }, { function: 'store' }],
  ['action', { action: 'get' }, { action: 'add' }],
  ['collection', { collection: 'others' }, { collection: 'notes' }],
  ['openid', { openid: 'o-bob' }, { openid: 'o' }],
  ['request', { request: 'storage.' }, { request: 'database.insertDocument' }],
])('strikes only the %s it is limited to', async (_, other, same) => {
  cloud.faults({ kind: 'fail', ...other })
  expect((await store({ action: 'add', data: { text: 'x' } })).errMsg).toBe(ok)
  cloud.clearFaults()
  cloud.faults({ kind: 'fail', ...same })
  expect((await store({ action: 'add', data: { text: 'x' } })).errCode).toBe(-502001)
})

it('is set, read and cleared over HTTP', async () => {
  expect((await post(cloud, '/_local/faults', [{ kind: 'fail', nth: 3 }])).status).toBe(200)
  await store({ action: 'list' })
  expect((await send(cloud, '/_local/faults')).body).toEqual([{ kind: 'fail', nth: 3, seen: 1 }])
  await post(cloud, '/_local/faults/clear')
  expect(cloud.listFaults()).toEqual([])
})

it.each([
  [{}],
  [{ kind: 'explode' }],
  [{ kind: 'fail', nth: -1 }],
  [{ kind: 'fail', nht: 1 }],
  [{ kind: 'fail', when: 'later' }],
  [{ kind: 'delay' }],
  [{ kind: 'fail', collection: 3 }],
  ['fail'],
  [null],
])('refuses the fault %j', (rule) => {
  expect(() => parseFaults(rule)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }) as Error)
})
