import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import { ask, type Reply } from './caller'
import { recordsOf } from '../support/records'
import { exactly, rowsOf, type Row } from './row'
import { p50, p95, tally } from './samples'
import { eventNow, people, seat, type Stage } from './stage'

type Seat = Reply<{ state: string }>
type Size = { people: number; places: number }

/** Everybody wants one of a few places at the same moment. */
export async function measureOversell(stage: Stage, size: Size, waitlist: boolean): Promise<Row[]> {
  const { cloud } = stage
  await stage.clear()
  const crowd = people('wanting', size.people)
  await seat(cloud, crowd)
  await cloud.insertMany('events', [eventNow('EVWANTED', { capacity: size.places, waitlist })])
  const since = performance.now()
  const answers: Seat[] = await Promise.all(
    crowd.map((openid) => ask(cloud, openid, 'event.signUp', { eventId: 'EVWANTED' })),
  )
  const seconds = (performance.now() - since) / 1000
  const [event] = recordsOf<EventDoc>(cloud, 'events', { _id: 'EVWANTED' })
  if (!event) throw new Error('the event is gone')
  const standing = recordsOf<RegistrationDoc>(cloud, 'registrations', { eventId: 'EVWANTED' })
  const group = `${size.people} sign-ups for ${size.places} places, waiting list ${waitlist ? 'on' : 'off'}`
  return [
    ...told(group, answers, event, waitlist),
    ...stands(group, answers, crowd, event, standing),
    rowsOf(group)('p50', p50(answers.map(({ ms }) => ms)), 'ms'),
    rowsOf(group)('p95', p95(answers.map(({ ms }) => ms)), 'ms'),
    rowsOf(group)('all answered after', seconds, 's'),
  ]
}

/** What the people were told. `full` is a lie when places are free at the end: nobody here gives one back. */
function told(group: string, answers: Seat[], event: EventDoc, waitlist: boolean): Row[] {
  const row = rowsOf(group)
  const places = event.capacity ?? 0
  const others = answers.length - places
  const counts = tally(answers.map(({ code, data }) => (code === 'ok' ? (data?.state ?? 'nothing') : code)))
  const of = (kind: string) => counts[kind] ?? 0
  const known = of('registered') + of('waitlisted') + of('full') + of('busy')
  return [
    row('got a place', of('registered'), '', exactly(places)),
    row('joined the waiting list', of('waitlisted'), '', exactly(waitlist ? others : 0)),
    row('told full', of('full'), '', exactly(waitlist ? 0 : others)),
    row('told full falsely', event.taken < places ? of('full') : 0, '', exactly(0)),
    row('told busy', of('busy'), '', exactly(0)),
    row('failed', answers.length - known, '', exactly(0)),
  ]
}

/** What the database says: the count is the count of those who hold a place, and every answer is true. */
function stands(group: string, answers: Seat[], crowd: string[], event: EventDoc, all: RegistrationDoc[]): Row[] {
  const row = rowsOf(group)
  const held = all.flatMap(({ placeId }) => (placeId === null ? [] : [placeId]))
  const states = new Map(all.map(({ memberId, state }) => [memberId, state]))
  const untrue = answers.filter(({ code, data }, at) => {
    const stored = states.get(`m-${crowd[at]}`)
    return code === 'ok' ? stored !== data?.state : stored !== undefined
  })
  return [
    row('count on the event', event.taken, '', exactly(event.capacity ?? 0)),
    row('registrations that hold a place', held.length, '', exactly(event.capacity ?? 0)),
    row('places held twice', held.length - new Set(held).size, '', exactly(0)),
    row('answers that are not what stands there', untrue.length, '', exactly(0)),
  ]
}
