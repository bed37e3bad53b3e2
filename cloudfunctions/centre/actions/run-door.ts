import { ARRIVE_BEFORE_MS, DOOR, recordDecision, slotsOn } from '@/domain/centre/rules'
import type { Contracts } from '@/domain/contracts'
import { atWallClock, dayKey } from '@/domain/time'
import { shownCode } from '../../kernel/desk-code'
import { logChange, logRead } from '../../kernel/log'
import type { BoundCall, Handler } from '../../kernel/serve'
import { membersById, nameIn, type MemberCard } from '../../member/public'
import { centreFields, theCentre, type CentreFields } from '../store/centres'
import { slotFacts, slotsBetween, visitSlots, type SlotDoc } from '../store/slots'
import { visitView } from '../store/views'
import { changeVisit, visits as allVisits, visitsOnDay, type VisitDoc } from '../store/visits'

type C = Contracts['centre']

const ARRIVALS = 8

/** The slots of a day: those of its hours, and those that were booked or closed under other hours. */
const slotsOfDay = (day: string, standing: SlotDoc[], fields: CentreFields, now: Date) => {
  const byId = new Map(standing.map((slot) => [slot._id, slot]))
  const planned = slotsOn(fields, fields.visiting, day)
  const others = standing.filter(({ _id }) => !planned.some(({ id }) => id === _id))
  return [...planned, ...others.map(({ _id, startsAt, endsAt }) => ({ id: _id, startsAt, endsAt }))]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map((times) => slotFacts(times, byId.get(times.id) ?? null, fields, now))
}

const deskVisit = (
  members: Map<string, MemberCard>,
  visit: VisitDoc,
  slot: Pick<SlotDoc, 'closedReason'> | null,
  fields: CentreFields,
) => ({ ...visitView(visit, slot, fields), ...nameIn(members, visit.memberId) })

const countVisits = (rows: VisitDoc[]) => {
  const booked = rows.filter(({ state }) => state === 'booked')
  const came = booked.filter(({ arrivedAt }) => arrivedAt !== null)
  return { visits: booked.length, persons: booked.reduce((sum, { size }) => sum + size, 0), arrived: came.length }
}

export const visitsOn: Handler<C['visitsOn']> = async (call, { day }) => {
  call.mustReach({})
  const midnight = atWallClock(day, '00:00')
  const [fields, standing, rows] = await Promise.all([centreFields(), slotsBetween(midnight, 1), visitsOnDay(midnight)])
  const subjects = [...new Set(rows.map(({ memberId }) => memberId))]
  const members = await membersById(subjects)
  await logRead(call.actor, call.now, { what: 'centre.visitsOn', object: day, subjects })
  const slotOf = (slotId: string) => standing.find(({ _id }) => _id === slotId) ?? null
  return {
    day,
    slots: slotsOfDay(day, standing, fields, call.now),
    visits: rows.map((visit) => deskVisit(members, visit, slotOf(visit.slotId), fields)),
    counts: countVisits(rows),
  }
}

export const door: Handler<C['door']> = async (call) => {
  call.mustReach({})
  const [centre, rows] = await Promise.all([theCentre(), visitsOnDay(call.now)])
  const came = rows
    .flatMap((visit) => (visit.arrivedAt ? [{ ...visit, at: visit.arrivedAt }] : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, ARRIVALS)
  const subjects = [...new Set(came.map(({ memberId }) => memberId))]
  const members = await membersById(subjects)
  await logRead(call.actor, call.now, { what: 'centre.door', object: dayKey(call.now), subjects })
  const { visits, arrived } = countVisits(rows)
  return {
    now: call.now,
    code: shownCode({ _id: DOOR, secret: centre.secret }, call.now),
    expected: visits,
    arrived,
    arrivals: came.map((visit) => ({ ...visit, name: nameIn(members, visit.memberId).name })),
  }
}

export const recordArrival: Handler<C['recordArrival']> = async (call, { visitId, reason }) => {
  call.mustReach({})
  const visit = await allVisits.get(visitId)
  if (!visit) throw call.refusal('notFound')
  mustBeRecordable(call, visit)
  const by = call.actor.memberId
  const arrival = { arrivedAt: call.now, arrivedBy: 'manual', reason, recordedBy: by }
  const line = { at: call.now, by, what: 'recorded' }
  await changeVisit(visitId, { state: 'booked', arrivedAt: null }, arrival, line)
  const standing = await allVisits.get(visitId)
  if (!standing) throw call.refusal('notFound')
  if (standing.state === 'cancelled') throw call.refusal('visitCancelled')
  // By what stands, not by what this call wrote: a repetition writes a line that was lost, and never a second one.
  if (standing.recordedBy === by) {
    const operation = { what: 'centre.recordArrival', object: visitId, subjects: [standing.memberId] }
    await logChange(call.actor, call.now, operation, 'recorded')
  }
  const [fields, slot, members] = await Promise.all([
    centreFields(),
    visitSlots.get(standing.slotId),
    membersById([standing.memberId]),
  ])
  return deskVisit(members, standing, slot, fields)
}

const mustBeRecordable = (call: BoundCall<C['recordArrival']>, visit: VisitDoc): void => {
  const refusal = recordDecision(visit, call.now)
  if (refusal) {
    throw call.refusal(refusal, { at: visit.startsAt.getTime() - ARRIVE_BEFORE_MS, now: call.now.getTime() })
  }
}
