import type { MetricsReport } from '../../config/local-cloud/metrics'
import { callFunction, openCloud, post, resultOf, send } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>
let cloud: Cloud

beforeAll(async () => {
  const byAuthor = { name: 'author', keys: [{ field: 'author', direction: 'asc' as const }] }
  cloud = await openCloud({ declaration: { collections: { notes: { indexes: [byAuthor] } } } })
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.stop())

const store = (event: object) => resultOf(cloud, 'store', event, 'o')

it('counts round trips by function and action', async () => {
  await store({ action: 'add', data: { text: 'a' } })
  await store({ action: 'twice', data: { text: 'b' } })
  await store({ action: 'twice', data: { text: 'c' } })
  const { functions, roundTrips, unattributed, requests } = cloud.metrics()
  expect({ roundTrips, unattributed, requests }).toEqual({
    roundTrips: 5,
    unattributed: 0,
    requests: { 'database.insertDocument': 3, 'database.calculateDocument': 2 },
  })
  expect(functions.store?.actions.twice).toMatchObject({
    calls: 2,
    errors: 0,
    roundTrips: 4,
    maxRoundTrips: 2,
    lastRoundTrips: 2,
  })
  expect(functions.store?.actions.add).toMatchObject({ calls: 1, roundTrips: 1 })
})

it('counts a function that another one calls for itself', async () => {
  await resultOf(cloud, 'caller', { name: 'store', data: { action: 'list' } })
  const { functions } = cloud.metrics()
  expect([functions.caller?.actions['(none)']?.roundTrips, functions.store?.actions.list?.roundTrips]).toEqual([0, 1])
})

it('counts requests from outside of a function as unattributed', async () => {
  const body = { action: 'database.calculateDocument', collectionName: 'notes', query: '{}' }
  await post(cloud, '/admin?env=local&seqId=1', body)
  await post(cloud, '/admin?event=forged&env=local&seqId=1', body)
  const { roundTrips, unattributed } = cloud.metrics()
  expect([roundTrips, unattributed]).toEqual([2, 2])
})

it('shows scans without an index, and not those that an index answers', async () => {
  await cloud.insertMany('notes', [
    { author: 'anna', text: 'a' },
    { author: 'bob', text: 'b' },
  ])
  await store({ action: 'list', where: { author: 'anna' } })
  expect(cloud.metrics().unindexedScans).toEqual([])
  await store({ action: 'list', where: { text: 'b' } })
  await store({ action: 'list', where: { text: 'b' } })
  expect(cloud.metrics().unindexedScans).toEqual([
    {
      collection: 'notes',
      query: 'database.getDocument',
      function: 'store',
      action: 'list',
      count: 2,
      scanned: 4,
      returned: 2,
    },
  ])
})

it('counts starts, errors by code, and time', async () => {
  await resultOf(cloud, 'plain')
  await resultOf(cloud, 'plain')
  await callFunction(cloud, 'throws')
  await callFunction(cloud, 'nowhere')
  await store({ action: 'get', collection: 'missing', id: '1' })
  const { functions, errors } = cloud.metrics()
  expect([functions.plain?.calls, (functions.plain?.cold ?? 0) + (functions.plain?.warm ?? 0)]).toEqual([2, 2])
  expect([functions.throws?.calls, functions.throws?.errors, functions.nowhere]).toEqual([1, 1, undefined])
  expect(functions.plain?.actions['(none)']?.ms.p50).toBeGreaterThan(0)
  expect(errors).toEqual({ FUNCTIONS_EXECUTE_FAIL: 1, FUNCTION_NOT_FOUND: 1, DATABASE_COLLECTION_NOT_EXIST: 1 })
})

it('is read and reset over HTTP', async () => {
  await resultOf(cloud, 'plain')
  expect((await send<MetricsReport>(cloud, '/_local/metrics')).body.functions.plain?.calls).toBe(1)
  await post(cloud, '/_local/metrics/reset')
  expect(cloud.metrics().functions).toEqual({})
})

it('adds the latency it was started with to each request', async () => {
  const slow = await openCloud({ latencyMs: 150 })
  try {
    const since = performance.now()
    await post(slow, '/admin', { action: 'database.addCollection', collectionName: 'x' })
    expect(performance.now() - since).toBeGreaterThanOrEqual(150)
  } finally {
    await slow.stop()
  }
})
