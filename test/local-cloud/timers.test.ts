import { openCloud, post, resultOf, sleep } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>
type Tick = { event: { TriggerName: string; Time: string }; context: Record<string, unknown> }

const day = 24 * 60 * 60 * 1000
let cloud: Cloud

async function open(timers: boolean): Promise<void> {
  cloud = await openCloud({ timers, declaration: { collections: { ticks: { indexes: [] } } } })
}
afterEach(() => cloud.stop())

const ticks = () => resultOf<Tick[]>(cloud, 'ticker')

/** Waits until the ticker has been called by its timer, ten seconds at most. */
async function ticksOf(count: number): Promise<Tick[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const seen = await ticks()
    if (seen.length >= count) return seen
    await sleep(100)
  }
  return await ticks()
}

/** The next 02:30 in Beijing, seen from the cloud. */
function nextNight(): number {
  const now = Date.parse(cloud.clock().now)
  const today = Math.floor((now + 8 * 3_600_000) / day) * day - 8 * 3_600_000 + 2.5 * 3_600_000
  return today > now ? today : today + day
}

it('runs a trigger with the event and the context of the platform: a timer, and nobody behind it', async () => {
  await open(false)
  await cloud.runTimer('ticker', 'nightly')
  const [tick] = await ticks()
  expect(tick).toEqual({
    event: {
      Type: 'Timer',
      TriggerName: 'nightly',
      Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      Message: '',
      userInfo: { appId: 'wx0000000000000000' },
    },
    context: { APPID: 'wx0000000000000000', ENV: 'local', SOURCE: 'wx_trigger' },
  })
})

it('can be asked over HTTP to run a trigger', async () => {
  await open(false)
  expect((await post<Tick[]>(cloud, '/_local/timers/ticker/nightly')).body).toHaveLength(1)
  expect((await post(cloud, '/_local/timers/ticker/unknown')).status).toBe(400)
  expect((await post(cloud, '/_local/timers/nowhere/nightly')).status).toBe(404)
})

it('lets nobody pass for a timer by what the event says', async () => {
  await open(false)
  await resultOf(cloud, 'ticker', { Type: 'Timer', TriggerName: 'forged' }, 'o-mallory')
  const [tick] = await ticks()
  expect(tick?.context).toMatchObject({ OPENID: 'o-mallory', SOURCE: 'wx_client' })
})

it('follows the movable clock: not before its time, once when its time comes, once for a jump over many times', async () => {
  await open(true)
  const night = nextNight()
  cloud.setClock(night - 60_000 - Date.now())
  await sleep(300)
  expect(await ticks()).toEqual([])
  cloud.setClock(night + 1000 - Date.now())
  expect((await ticksOf(1)).map(({ event }) => event.Time)).toEqual([`${new Date(night).toISOString().slice(0, 19)}Z`])
  cloud.setClock(night + 10 * day + 1000 - Date.now())
  expect((await ticksOf(2)).map(({ event }) => event.Time)).toHaveLength(2)
  cloud.setClock(night - 60_000 - Date.now())
  await sleep(300)
  expect(await ticks()).toHaveLength(2)
  cloud.setClock(night + 1000 - Date.now())
  expect(await ticksOf(3)).toHaveLength(3)
})

it('says once that a trigger cannot be read, and runs the others', async () => {
  await open(true)
  cloud.setClock(nextNight() + 1000 - Date.now())
  await ticksOf(1)
  const remarks = cloud.lines.filter((line) => line.includes('broken'))
  expect(remarks).toEqual([
    'timer ticker/broken/every day does not run: a timer needs seven fields (second … year), not 2: every day',
  ])
})
