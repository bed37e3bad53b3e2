import { openCloud, post, resultOf, send } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>
type Told = {
  now: number
  dateNow: number
  spoken: string
  ordinary: boolean
  fixed: string
  monotonic: boolean
  stored: number[]
}

const day = 24 * 60 * 60 * 1000
let cloud: Cloud

beforeEach(async () => {
  cloud = await openCloud({ declaration: { collections: { moments: { indexes: [] } } } })
})
afterEach(() => cloud.stop())

/** Whether a time is where the offset puts it, give or take a slow machine. */
const isNear = (time: number, offsetMs: number) => Math.abs(time - Date.now() - offsetMs) < 5_000

it.each([[0], [30 * day], [-400 * day]])('moves Date in functions and server dates by %d ms', async (offsetMs) => {
  await resultOf(cloud, 'clock')
  cloud.setClock(offsetMs)
  const told = await resultOf<Told>(cloud, 'clock', { write: true })
  const stored = told.stored[0] ?? 0
  expect([told.now, told.dateNow, Date.parse(told.spoken), stored].map((time) => isNear(time, offsetMs))).toEqual(
    Array(4).fill(true),
  )
})

it('leaves everything else about Date alone', async () => {
  cloud.setClock(day)
  const { ordinary, fixed, monotonic } = await resultOf<Told>(cloud, 'clock')
  expect({ ordinary, fixed, monotonic }).toEqual({ ordinary: true, fixed: '2026-01-02T03:04:05.000Z', monotonic: true })
})

it('is set and read over HTTP', async () => {
  const { body } = await post<{ now: string; offsetMs: number }>(cloud, '/_local/clock', { offsetMs: day })
  expect([body.offsetMs, isNear(Date.parse(body.now), day)]).toEqual([day, true])
  expect((await send<{ offsetMs: number }>(cloud, '/_local/clock')).body.offsetMs).toBe(day)
  expect(isNear((await resultOf<Told>(cloud, 'clock')).now, day)).toBe(true)
})

it.each([[{}], [{ offsetMs: 'soon' }], [{ offsetMs: 1e300 }], [{ offsetMs: null }]])('refuses %j', async (body) => {
  const { status } = await post(cloud, '/_local/clock', body)
  expect([status, cloud.clock().offsetMs]).toEqual([400, 0])
})
