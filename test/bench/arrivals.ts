import { setTimeout as sleep } from 'node:timers/promises'
import { buildRegistration } from '../../config/seed/builders'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import { ask } from './caller'
import { codeOnDesk } from './desk'
import { recordsOf } from '../support/records'
import { exactly, rowsOf, type Row } from './row'
import { p50, p95, tally } from './samples'
import { eventNow, people, seat, type Stage } from './stage'

/** Every fourth of those who come has not signed up. */
const WALK_IN_EVERY = 4
/** A phone that is told that its code has changed scans the screen once more. */
const SCANS = 5
const POLL_MS = 2_000

type Arrival = { code: string; ms: number; scans: number }

/** `people` different members arrive evenly within `seconds`, while the desk polls as its screen does. */
export async function measurePaced(stage: Stage, count: number, seconds: number): Promise<Row[]> {
  const members = await gather(stage, count)
  const shown = { code: await codeOnDesk(stage.cloud, 'EVARRIVE') }
  const desk = setInterval(() => {
    codeOnDesk(stage.cloud, 'EVARRIVE').then(
      (code) => (shown.code = code),
      (error: unknown) => console.error(error),
    )
  }, POLL_MS)
  const since = performance.now()
  const arrivals = members.map(async (openid, at) => {
    await sleep(Math.max(0, since + (at * seconds * 1000) / count - performance.now()))
    return arrive(stage, openid, () => Promise.resolve(shown.code))
  })
  const all = await Promise.all(arrivals).finally(() => clearInterval(desk))
  return rowsFor(stage, `${count} members within ${seconds} s`, all)
}

/** `count` different members scan the same code at the same moment. */
export async function measureBurst(stage: Stage, count: number): Promise<Row[]> {
  const members = await gather(stage, count)
  const code = await codeOnDesk(stage.cloud, 'EVARRIVE')
  const fresh = (scan: number) => (scan === 1 ? Promise.resolve(code) : codeOnDesk(stage.cloud, 'EVARRIVE'))
  const all = await Promise.all(members.map((openid) => arrive(stage, openid, fresh)))
  return rowsFor(stage, `${count} members at once`, all)
}

async function gather(stage: Stage, count: number): Promise<string[]> {
  const { cloud } = stage
  await stage.clear()
  const members = people('arrival', count)
  await seat(cloud, members)
  const signedUp = members.filter((_, at) => at % WALK_IN_EVERY !== 0)
  const event = eventNow('EVARRIVE', { capacity: count, taken: signedUp.length })
  await cloud.insertMany('events', [event])
  await cloud.insertMany(
    'registrations',
    signedUp.map((openid) => buildRegistration(event, `m-${openid}`)),
  )
  return members
}

/** One member before the screen: the wait is counted from the first scan to the last answer. */
async function arrive({ cloud }: Stage, openid: string, scan: (nth: number) => Promise<string>): Promise<Arrival> {
  const since = performance.now()
  for (let scans = 1; ; scans++) {
    const { code } = await ask(cloud, openid, 'event.checkIn', { code: await scan(scans) })
    if (code !== 'codeExpired' || scans === SCANS) return { code, ms: performance.now() - since, scans }
  }
}

/** The refusals that the product's rules make; nobody here deserves one. Whatever else is not `ok` is a failure. */
const refusals = ['full', 'closed', 'notOpenYet', 'codeInvalid', 'codeExpired', 'notSignedUp', 'waitlisted']

function rowsFor({ cloud }: Stage, group: string, all: Arrival[]): Row[] {
  const row = rowsOf(group)
  const codes = tally(all.map(({ code }) => code))
  const accepted = codes['ok'] ?? 0
  const refused = refusals.reduce((sum, code) => sum + (codes[code] ?? 0), 0)
  const attended = recordsOf<RegistrationDoc>(cloud, 'registrations', { eventId: 'EVARRIVE' }).filter(
    ({ attendedAt }) => attendedAt !== null,
  ).length
  const waits = all.map(({ ms }) => ms)
  return [
    row('accepted', accepted, '', exactly(all.length)),
    row('refused', refused, '', exactly(0)),
    row('failed', all.length - accepted - refused, '', exactly(0)),
    row('attendance in the database', attended, '', exactly(all.length)),
    row('scanned again, the code had changed', all.filter(({ scans }) => scans > 1).length),
    row('p50', p50(waits), 'ms'),
    row('p95', p95(waits), 'ms'),
  ]
}
