import type { Grant } from '@/domain/kit'
import { DAY, dayKey } from '@/domain/time'
import { buildActor, buildMember } from '../../config/seed/builders'
import { buildContact, buildEnterprise } from '../../config/seed/enterprise-builders'
import { buildServiceDay, buildServiceSlots, buildSpecialist, sheetsFor } from '../../config/seed/service-builders'
import type { LocalCloud } from '../../config/local-cloud'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/consultations'
import type { SlotDoc } from '../../cloudfunctions/service/store/slots'
import { recordsOf } from '../support/records'
import { ask, type Reply } from './caller'
import { atMost, exactly, rowsOf, type Row } from './row'
import { p50, p95, tally } from './samples'
import { branch, people, type Stage } from './stage'

const KB = 1024
const VISITOR = 'bench-visitor'
const TEAM = 'team-01'
/** A whole day of a large team: ten people, twenty slots each. */
export const LARGE_DAY = { id: 'SDLARGE', tables: 10, slotMinutes: 15, from: '09:00', to: '14:00' }
/** What everybody wants: five people, twelve slots each. */
const WANTED_DAY = { id: 'SDWANTED', tables: 5, slotMinutes: 15, from: '09:00', to: '12:00' }
const MOST_TRIES = 80

interface DaySize {
  id: string
  tables: number
  slotMinutes: number
  from: string
  to: string
}

/** A published service day a week from now, with everyone who sits there. */
export async function furnishDay(cloud: LocalCloud, { id, tables, ...times }: DaySize): Promise<SlotDoc[]> {
  const team = people(`${id}-seat`, tables).map((openid) => buildSpecialist(`m-${openid}`))
  const day = buildServiceDay(id, dayKey(Date.now() + 7 * DAY), team, times)
  const slots = buildServiceSlots(day)
  await cloud.insertMany('specialists', team)
  await cloud.insertMany(
    'actors',
    team.map((one) =>
      buildActor(one._id.slice(2), buildMember(one._id, one.name, branch), {
        role: 'specialist',
        scope: 'team',
        scopeId: TEAM,
      }),
    ),
  )
  await cloud.insertMany('serviceDays', [day])
  await cloud.insertMany('serviceSlots', slots)
  await cloud.insertMany('daySheets', sheetsFor([day], slots))
  return slots
}

/** People who each speak for an enterprise of their own: `m-<openid>` for `e-<openid>`. */
async function seatContacts(cloud: LocalCloud, openids: readonly string[]): Promise<void> {
  const grant = (openid: string): Grant => ({ role: 'contact', scope: 'enterprise', scopeId: `e-${openid}` })
  const members = openids.map((openid) => buildMember(`m-${openid}`, `演示${openid}`, branch))
  await cloud.insertMany('members', members)
  await cloud.insertMany(
    'actors',
    members.map((member, at) => buildActor(openids[at] ?? '', member, grant(openids[at] ?? ''))),
  )
  await cloud.insertMany(
    'enterprises',
    openids.map((openid) => buildEnterprise(`e-${openid}`, { confirmed: 1 })),
  )
  await cloud.insertMany(
    'contacts',
    openids.map((openid) => buildContact(`e-${openid}`, `m-${openid}`)),
  )
}

const tripsOf = (cloud: LocalCloud, context: string, action: string): number =>
  cloud.metrics().functions[context]?.actions[action]?.lastRoundTrips ?? Number.NaN

/** A day with 200 slots, opened and booked on by one person after the other. */
export async function measureServiceDay(stage: Stage, calls: number): Promise<Row[]> {
  const { cloud } = stage
  await stage.clear()
  const slots = await furnishDay(cloud, LARGE_DAY)
  const times = Math.min(calls, slots.length)
  const askers = people('asker', times)
  await seatContacts(cloud, askers)
  const opened: Reply<unknown>[] = []
  for (let at = 0; at < times; at++)
    opened.push(await ask(cloud, VISITOR, 'service.day', { serviceDayId: LARGE_DAY.id }))
  const dayTrips = tripsOf(cloud, 'service', 'day')
  const booked: Reply<unknown>[] = []
  let [holdTrips, bookTrips] = [0, 0]
  for (const [at, openid] of askers.entries()) {
    const slotId = slots[at]?._id ?? ''
    const enterpriseId = `e-${openid}`
    const held = await ask(cloud, openid, 'service.hold', { slotId, enterpriseId })
    holdTrips = Math.max(holdTrips, tripsOf(cloud, 'service', 'hold'))
    const booking = { slotId, enterpriseId, topic: 'tax' as const, question: '演示问题' }
    booked.push(held.code === 'ok' ? await ask(cloud, openid, 'consultation.book', booking) : held)
    bookTrips = Math.max(bookTrips, tripsOf(cloud, 'consultation', 'book'))
  }
  const row = rowsOf(`a service day of ${slots.length} slots`)
  return [
    row('calls to open it', 1, '', exactly(1)),
    row('round trips to open it', dayTrips, '', atMost(4)),
    row('answer', Buffer.byteLength(JSON.stringify(opened[0]?.data) ?? '') / KB, 'KB'),
    row('p50 of opening', p50(opened.map(({ ms }) => ms)), 'ms'),
    row('round trips to keep a slot', holdTrips),
    row('round trips to book it', bookTrips, '', atMost(5)),
    row('p50 of booking', p50(booked.map(({ ms }) => ms)), 'ms'),
    row('failed', [...opened, ...booked].filter(({ code }) => code !== 'ok').length, '', exactly(0)),
    ...(await measureHomes(cloud, askers)),
  ]
}

/** What the home page asks beside `home.today`, for those who have a part in the service: all who booked, and who sits there. */
async function measureHomes(cloud: LocalCloud, contacts: readonly string[]): Promise<Row[]> {
  const row = rowsOf('home.service')
  const replies: Reply<unknown>[] = []
  const opened = async (openids: readonly string[]): Promise<number> => {
    let most = 0
    for (const openid of openids) {
      replies.push(await ask(cloud, openid, 'home.service', {}))
      most = Math.max(most, tripsOf(cloud, 'home', 'service'))
    }
    return most
  }
  return [
    row('round trips of a contact', await opened(contacts), '', atMost(3)),
    row('round trips of a specialist', await opened(people(`${LARGE_DAY.id}-seat`, LARGE_DAY.tables)), '', atMost(3)),
    row('p50', p50(replies.map(({ ms }) => ms)), 'ms'),
    row('failed', replies.filter(({ code }) => code !== 'ok').length, '', exactly(0)),
  ]
}

/** How one enterprise fared: which slot it kept, and what it was told on the way. */
interface Fate {
  openid: string
  slotId: string | null
  /** When the call that ended it was made and answered. */
  askedAt: number
  answeredAt: number
  told: string[]
  /** Offers of a slot that is none of the day's. */
  strange: number
  waits: number[]
}

/** The early slots are the ones that everybody taps first. */
const TAPPED_FIRST = 20

/** Everybody wants a slot at the same moment, and goes on to whatever is said to be free. */
export async function measureRace(stage: Stage, { people: crowd }: { people: number }): Promise<Row[]> {
  const { cloud } = stage
  await stage.clear()
  const slots = await furnishDay(cloud, WANTED_DAY)
  const openids = people('wanting', crowd)
  await seatContacts(cloud, openids)
  const ids = new Set(slots.map(({ _id }) => _id))
  const since = performance.now()
  const fates = await Promise.all(
    openids.map((openid, at) => contend(cloud, openid, slots[at % TAPPED_FIRST]?._id ?? '', ids)),
  )
  const winners = fates.filter(({ slotId }) => slotId !== null)
  const booked = await Promise.all(
    winners.map(({ openid, slotId }) =>
      ask(cloud, openid, 'consultation.book', {
        slotId: slotId ?? '',
        enterpriseId: `e-${openid}`,
        topic: 'tax',
        question: '演示问题',
      }),
    ),
  )
  const seconds = (performance.now() - since) / 1000
  return [
    ...answersOf(`${crowd} enterprises for ${slots.length} slots`, fates, booked, slots.length),
    ...standing(cloud, `${crowd} enterprises for ${slots.length} slots`, booked),
    rowsOf(`${crowd} enterprises for ${slots.length} slots`)('all answered after', seconds, 's'),
  ]
}

async function contend(cloud: LocalCloud, openid: string, first: string, ids: ReadonlySet<string>): Promise<Fate> {
  const fate: Fate = { openid, slotId: null, askedAt: 0, answeredAt: 0, told: [], strange: 0, waits: [] }
  let slotId = first
  for (let turn = 0; turn < MOST_TRIES; turn++) {
    fate.askedAt = performance.now()
    const { code, ms, detail } = await ask(cloud, openid, 'service.hold', { slotId, enterpriseId: `e-${openid}` })
    fate.answeredAt = performance.now()
    fate.told.push(code)
    fate.waits.push(ms)
    if (code === 'ok') return { ...fate, slotId }
    if (code !== 'slotTaken') return fate
    slotId = String(detail?.['next'] ?? '')
    if (!ids.has(slotId)) return { ...fate, strange: 1 }
  }
  return fate
}

/** What they were told. "Full" is a lie when a slot was still there for somebody who asked after it was said. */
function answersOf(group: string, fates: Fate[], booked: Reply<unknown>[], slots: number): Row[] {
  const row = rowsOf(group)
  const winners = fates.filter(({ slotId }) => slotId !== null)
  const full = fates.filter(({ told }) => told.at(-1) === 'dayFull')
  const lastAsked = Math.max(...winners.map(({ askedAt }) => askedAt))
  const waits = fates.flatMap((fate) => fate.waits)
  return [
    row('kept a slot', winners.length, '', exactly(slots)),
    row('booked it', tally(booked.map(({ code }) => code))['ok'] ?? 0, '', exactly(slots)),
    row('told that the day is full', full.length, '', exactly(fates.length - slots)),
    row('told so falsely', full.filter(({ answeredAt }) => answeredAt < lastAsked).length, '', exactly(0)),
    row('offered another on the way', fates.filter(({ told }) => told.includes('slotTaken')).length),
    row(
      'offered what is no slot of the day',
      fates.reduce((sum, { strange }) => sum + strange, 0),
      '',
      exactly(0),
    ),
    row('tries of one enterprise at most', Math.max(...fates.map(({ told }) => told.length))),
    row('p50', p50(waits), 'ms'),
    row('p95', p95(waits), 'ms'),
  ]
}

/** What the database says: each slot once, each enterprise once, and a consultation for each. */
function standing(cloud: LocalCloud, group: string, booked: Reply<unknown>[]): Row[] {
  const row = rowsOf(group)
  const taken = recordsOf<SlotDoc>(cloud, 'serviceSlots', { state: 'booked' })
  const consultations = recordsOf<ConsultationDoc>(cloud, 'consultations', {})
  const twice = (values: (string | null)[]) => values.length - new Set(values).size
  return [
    row('slots booked', taken.length, '', exactly(booked.length)),
    row('consultations', consultations.length, '', exactly(booked.length)),
    row('slots with two consultations', twice(consultations.map(({ slotId }) => slotId)), '', exactly(0)),
    row('enterprises with two slots', twice(taken.map(({ enterpriseId }) => enterpriseId)), '', exactly(0)),
  ]
}
