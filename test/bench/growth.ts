import type { LocalCloud } from '../../config/local-cloud'
import { buildEvent, buildRegistration } from '../../config/seed/builders'
import { ask } from './caller'
import { codeOnDesk } from './desk'
import { atMost, exactly, rowsOf, type Row } from './row'
import { p50, p95 } from './samples'
import { branch, eventNow, MINUTE, people, seat, type Stage } from './stage'

type Growth = { small: number; large: number; calls: number }

const A_DAY = 24 * 60 * MINUTE
/** Registrations of one past event: the same members come to one event after the other. */
const PER_EVENT = 1000
const WARM_UP = 10

/**
 * Check-in beside few registrations and beside very many, of other events. Both databases stand side by side and calls take
 * turns, so that whatever else the machine does hits both alike.
 */
export async function measureGrowth(small: Stage, large: Stage, growth: Growth): Promise<Row[]> {
  const row = rowsOf('growth of the database')
  const crowd = people('regular', growth.calls + WARM_UP)
  await furnish(small, crowd, growth.small)
  const since = performance.now()
  await furnish(large, crowd, growth.large)
  const seconds = (performance.now() - since) / 1000
  const waits: [number[], number[]] = [[], []]
  let failed = 0
  for (const [at, openid] of crowd.entries()) {
    for (const [which, { cloud }] of [small, large].entries()) {
      const { code, ms } = await ask(cloud, openid, 'event.checkIn', { code: await codeOnDesk(cloud, 'EVGROWN') })
      if (code !== 'ok') failed++
      if (at >= WARM_UP) waits[which]?.push(ms)
    }
  }
  const [few, many] = waits
  return [
    row(`seeding ${growth.large} registrations`, seconds, 's'),
    row(`check-in p50 with ${growth.small} registrations`, p50(few), 'ms'),
    row(`check-in p50 with ${growth.large} registrations`, p50(many), 'ms'),
    row(`check-in p95 with ${growth.large} registrations`, p95(many), 'ms'),
    row('p50 with many over p50 with few', p50(many) / p50(few), '×', atMost(1.3)),
    row('failed', failed, '', exactly(0)),
  ]
}

async function furnish(stage: Stage, crowd: string[], registrations: number): Promise<void> {
  const { cloud } = stage
  await stage.clear()
  await seat(cloud, crowd)
  const event = eventNow('EVGROWN', { taken: crowd.length, capacity: 5000 })
  await cloud.insertMany('events', [event])
  await cloud.insertMany(
    'registrations',
    crowd.map((openid) => buildRegistration(event, `m-${openid}`)),
  )
  await seedPast(cloud, crowd, registrations)
}

/** Past events with their registrations, those of the crowd among them. */
async function seedPast(cloud: LocalCloud, crowd: string[], registrations: number): Promise<void> {
  const members = [...crowd, ...people('former', PER_EVENT)].slice(0, PER_EVENT)
  const past = Math.ceil(registrations / PER_EVENT)
  for (let at = 0; at < past; at++) {
    const event = buildEvent(`EVPAST${at}`, branch, new Date(Date.now() - (at + 1) * A_DAY), { taken: PER_EVENT })
    await cloud.insertMany('events', [event])
    const attended = { attendedAt: event.startsAt, attendedBy: 'scan' as const }
    const rows = members.map((openid, n) => buildRegistration(event, `m-${openid}`, n % 5 === 0 ? {} : attended))
    await cloud.insertMany('registrations', rows.slice(0, registrations - at * PER_EVENT))
    // Whoever waits for an answer meanwhile gets a turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
