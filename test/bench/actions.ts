import { buildRegistration } from '../../config/seed/builders'
import { ask, post, type Reply } from './caller'
import { codeOnDesk } from './desk'
import { atMost, exactly, rowsOf, type Row, type Target } from './row'
import { p50, p95 } from './samples'
import { eventNow, MINUTE, people, seat, secretary, type Stage } from './stage'

/** Something that a person does, and what it may cost. */
type Deed = {
  name: string
  function: string
  action: string
  roundTrips?: Target
  /** Its p50 over that of the yardstick. */
  times?: Target
  run: (at: number, code: string) => Promise<Reply<unknown>>
}
type Measured = { ms: number[]; roundTrips: number; failed: number }

const YARDSTICK = 'a function that reads one document'
const WALK_IN = 'event.checkIn, walk-in'
const OTHER_EVENTS = 30
const ROSTER = 60

/**
 * What each action costs when nobody else is there: all deeds take turns, so that whatever else the machine does hits all
 * of them alike. The yardstick among them is the function that reads one document.
 */
export async function measureActions(stage: Stage, calls: number): Promise<Row[]> {
  const { cloud } = stage
  await stage.clear()
  const signers = people('signer', calls)
  const comers = people('comer', calls)
  const walkers = people('walker', calls)
  for (const group of [signers, comers, walkers]) await seat(cloud, group)
  await furnish(stage, comers)
  const deeds = deedsOf(stage, { signers, comers, walkers })
  const measured = new Map<string, Measured>(deeds.map(({ name }) => [name, { ms: [], roundTrips: 0, failed: 0 }]))
  await warmUp(stage)
  for (let at = 0; at < calls; at++) {
    const code = await codeOnDesk(cloud, 'EVCOME')
    const walkInCode = await codeOnDesk(cloud, 'EVWALK')
    for (const deed of deeds) {
      const { code: answer, ms } = await deed.run(at, deed.name === WALK_IN ? walkInCode : code)
      note(measured.get(deed.name) as Measured, answer, ms, tripsOf(stage, deed))
    }
  }
  return rowsFor(stage, deeds, measured)
}

async function furnish({ cloud }: Stage, comers: string[]): Promise<void> {
  const soon = (hours: number) => ({ startsAt: new Date(Date.now() + hours * 60 * MINUTE) })
  const roster = people('listed', ROSTER)
  await seat(cloud, roster)
  const full = eventNow('EVROSTER', { taken: ROSTER, capacity: 500 })
  const come = eventNow('EVCOME', { taken: comers.length, capacity: 2000 })
  await cloud.insertMany('events', [full, come])
  await cloud.insertMany('events', [eventNow('EVSIGN', { capacity: 2000 }), eventNow('EVWALK', { capacity: 2000 })])
  const others = Array.from({ length: OTHER_EVENTS }, (_, at) => eventNow(`EVOTHER${at}`, soon(at + 1)))
  await cloud.insertMany('events', others)
  const attended = { attendedAt: new Date(), attendedBy: 'scan' as const }
  await cloud.insertMany(
    'registrations',
    roster.map((openid, at) => buildRegistration(full, `m-${openid}`, at % 2 === 0 ? attended : {})),
  )
  await cloud.insertMany(
    'registrations',
    comers.map((openid) => buildRegistration(come, `m-${openid}`)),
  )
}

type Crowd = Record<'signers' | 'comers' | 'walkers', string[]>

function deedsOf({ cloud }: Stage, { signers, comers, walkers }: Crowd): Deed[] {
  const one = (crowd: string[], at: number) => crowd[at] ?? ''
  const inEvent = (action: string) => ({ function: 'event', action })
  return [
    { name: YARDSTICK, function: 'yardstick', action: '(none)', run: () => plain(cloud.url) },
    // The secretary's home asks for one thing more than anybody else's.
    {
      name: 'home.today',
      function: 'home',
      action: 'today',
      roundTrips: atMost(4),
      run: () => ask(cloud, secretary, 'home.today', {}),
    },
    { name: 'event.list', ...inEvent('list'), run: (at) => ask(cloud, one(comers, at), 'event.list', {}) },
    {
      name: 'event.signUp',
      ...inEvent('signUp'),
      roundTrips: atMost(4),
      run: (at) => ask(cloud, one(signers, at), 'event.signUp', { eventId: 'EVSIGN' }),
    },
    {
      name: 'event.checkIn',
      ...inEvent('checkIn'),
      roundTrips: atMost(3),
      times: atMost(3),
      run: (at, code) => ask(cloud, one(comers, at), 'event.checkIn', { code }),
    },
    {
      name: WALK_IN,
      ...inEvent('checkIn'),
      roundTrips: atMost(5),
      run: (at, code) => ask(cloud, one(walkers, at), 'event.checkIn', { code }),
    },
    { name: 'event.desk', ...inEvent('desk'), run: () => ask(cloud, secretary, 'event.desk', { eventId: 'EVROSTER' }) },
    {
      name: 'event.roster',
      ...inEvent('roster'),
      run: () => ask(cloud, secretary, 'event.roster', { eventId: 'EVROSTER' }),
    },
  ]
}

/** The yardstick answers its document as it is, without the product's envelope. */
async function plain(url: string): Promise<Reply<unknown>> {
  const reply = await post<unknown>(url, 'yardstick', 'bench', {})
  return { ...reply, code: reply.code === 'HTTP 200' ? 'ok' : reply.code }
}

async function warmUp({ cloud }: Stage): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await plain(cloud.url)
    await ask(cloud, secretary, 'home.today', {})
    await ask(cloud, secretary, 'event.list', {})
  }
  // The first looks at a roster write its line into the log; from then on they only add to it.
  await ask(cloud, secretary, 'event.desk', { eventId: 'EVROSTER' })
  await ask(cloud, secretary, 'event.roster', { eventId: 'EVROSTER' })
}

const tripsOf = ({ cloud }: Stage, deed: Deed): number =>
  cloud.metrics().functions[deed.function]?.actions[deed.action]?.lastRoundTrips ?? Number.NaN

function note(measured: Measured, code: string, ms: number, trips: number): void {
  measured.ms.push(ms)
  measured.roundTrips = Math.max(measured.roundTrips, trips)
  if (code !== 'ok') measured.failed++
}

function rowsFor({ cloud }: Stage, deeds: Deed[], measured: Map<string, Measured>): Row[] {
  const scans = cloud.metrics().unindexedScans
  const yardstickMs = p50(measured.get(YARDSTICK)?.ms ?? [])
  return deeds.flatMap((deed) => {
    const row = rowsOf(deed.name)
    const { ms, roundTrips, failed } = measured.get(deed.name) as Measured
    const own = scans.filter((scan) => scan.function === deed.function && scan.action === deed.action)
    const scanned = own.reduce((sum, { count }) => sum + count, 0)
    return [
      row('round trips', roundTrips, '', deed.roundTrips),
      row('p50', p50(ms), 'ms'),
      row('p95', p95(ms), 'ms'),
      ...(deed.name === YARDSTICK ? [] : [row('p50 over one document', p50(ms) / yardstickMs, '×', deed.times)]),
      row('unindexed scans', scanned, '', exactly(0)),
      row('failed', failed, '', exactly(0)),
    ]
  })
}
