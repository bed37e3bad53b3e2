/** What `service` does when a fact arrives, its own or a neighbour's. Each may arrive twice. */
import { topicLabels } from '@/domain/service/labels'
import { contactsOf } from '../enterprise/public'
import { findActor } from '../kernel/actor'
import { handOver, type Fact, type Reaction } from '../kernel/facts'
import { inChunks } from '../kernel/in-chunks'
import { tell } from '../message/reactions'
import { absences } from './store/absences'
import { seated, serviceDays } from './store/days'
import { layOut, leaveSeats, withdrawAll } from './store/layout'
import { enterpriseSheet, isOfferable, noteOpened, offerNext } from './store/offers'
import { forgetPerson, movePerson, renamePerson, settleTables } from './store/people'
import { absenceMark, leftMark, reopenAhead } from './store/reopening'
import { settleProfile, teamServed } from './store/serving'
import { absenceInterval, block, slotInterval, unblock, unreserve, type Whose } from './store/sheets'
import { daySlots, slotsWithdrawnBy, slotsWithin } from './store/slot-lists'
import { letGo, serviceSlots, type FreedFact, type OfferedFact, type SlotDoc } from './store/slots'
import { leaveWaits, noteOffer, passOn, waitingFor, waits, waitsOf } from './store/waits'

export type DayPublishedFact = Fact<'dayPublished', { dayId: string }>
/** `left`: the edition that is in force no more, with its times; null when only the place changed. */
export type DayMovedFact = Fact<
  'dayMoved',
  {
    dayId: string
    from: Date
    to: Date
    reason: string
    left: { edition: number; startsAt: Date; endsAt: Date } | null
  }
>
export type DayCancelledFact = Fact<'dayCancelled', { dayId: string; reason: string }>
/** Slots of a day have come to be; those up to `after` were offered already. */
export type OpenedFact = Fact<string, { dayId: string; after?: string | null }>
export type AbsenceFact = Fact<'absenceAdded' | 'absenceRemoved', { absenceId: string; specialistId: string }>
/** Somebody will be away: these booked slots have nobody who sits there, and their meetings in that time nobody who comes. */
export type PersonAwayFact = Fact<'personAway', { specialistId: string; slotIds: string[]; from: Date; to: Date }>
/** A role was taken from somebody, or their profile leads elsewhere or nowhere: where they serve is to be looked up. */
export type ServingFact = Fact<string, { memberId: string }>

/** Beyond any planning. */
const FAR = new Date(Date.UTC(2100, 0, 1))

const specialistSheet = (specialistId: string): Whose => ({ owner: 'specialist', ownerId: specialistId })

/** What slots that changed leave behind: all of it stays within this context. */
const handOverAll = async (facts: readonly Fact[]): Promise<void> => {
  await inChunks(facts, (fact) => handOver(fact, fact.kind === 'slotFreed' ? [followFreed as Reaction<Fact>] : []))
}

/** A slot was let go of: whoever had it has that time again, and the first of the waiting list is asked. */
export const followFreed = async ({ data }: FreedFact): Promise<void> => {
  const { slotId, former } = data
  if (former) {
    const { startsAt } = former
    const { key } = slotInterval({ _id: slotId, startsAt, endsAt: startsAt }, former.holdId)
    await unreserve(enterpriseSheet(former.enterpriseId), key, startsAt)
    if (former.offered) await passOn(former.holdId, slotId)
  }
  const offered = await offerNext(slotId, new Date())
  if (offered) await handOver(offered, [followOffered])
}

/** A slot is kept for who waits: the list notes it, and everyone who speaks for the enterprise is told. */
export const followOffered = async ({ id, kind, at, data }: OfferedFact): Promise<void> => {
  const { slotId, holdId, waitId, until } = data
  const slot = await serviceSlots.get(slotId)
  if (slot?.state !== 'held' || slot.holdId !== holdId || !slot.enterpriseId) return
  if (!(await noteOffer(waitId, { slotId, holdId, startsAt: slot.startsAt, until }))) {
    // They left the list, or were offered another at the same moment: the next one is asked.
    const freed = await letGo(slot, 'released', new Date())
    if (freed?.fact) await handOverAll([freed.fact])
    return
  }
  await tellOffer({ id, kind, at, data }, slot, slot.enterpriseId)
}

const tellOffer = async ({ id, at, data }: OfferedFact, slot: SlotDoc, enterpriseId: string): Promise<void> => {
  const topic = (await waits.get(data.waitId))?.topic ?? 'other'
  const params = {
    topic: topicLabels[topic],
    at: slot.startsAt.getTime(),
    place: slot.placeName,
    until: data.until.getTime(),
  }
  const contacts = (await contactsOf([enterpriseId])).get(enterpriseId) ?? []
  await tell(
    contacts.map(({ memberId }) => ({
      key: `${id}:${memberId}`,
      to: memberId,
      kind: 'slotOffered' as const,
      params,
      about: { page: 'serviceDay' as const, id: slot.dayId },
      matter: data.waitId,
      at,
    })),
  )
}

/** So many slots are offered in one go, the others by the timer. */
const OFFERS_AT_ONCE = 20

/**
 * Slots of a day have come to be: who waits for their topics is asked, in the order of the list. A slot comes to nobody a
 * second time, so repeating it asks only whom there was nothing for before.
 */
export const followOpened = async ({ data: { dayId, after = null } }: OpenedFact): Promise<void> => {
  const now = new Date()
  const all = await daySlots(dayId)
  const free = all.slice(all.findIndex(({ _id }) => _id === after) + 1).filter((slot) => isOfferable(slot, now))
  let waiting = free.length > 0 ? await waitingFor([...new Set(free.flatMap(({ topics }) => topics))]) : []
  let last: string | null = null
  let tried = 0
  for (const { _id, topics } of free) {
    if (!waiting.some(({ topic }) => topics.includes(topic))) continue
    if (tried++ === OFFERS_AT_ONCE) return noteOpened(dayId, last, now)
    last = _id
    const offered = await offerNext(_id, now)
    if (!offered) continue
    await handOver(offered, [followOffered])
    waiting = waiting.filter((one) => one._id !== offered.data.waitId)
  }
}

/** Who sits at the tables of a day is told when and where, while it is still to come. */
const tellTables = async ({ id, at }: Fact, dayId: string): Promise<void> => {
  const day = await serviceDays.get(dayId)
  if (day?.state !== 'published' || day.endsAt <= at) return
  await tell(
    seated(day.tables).map(({ specialistId }) => ({
      key: `${id}:${specialistId}`,
      to: specialistId,
      kind: 'onTable' as const,
      params: { at: day.startsAt.getTime(), place: day.place.name },
      about: { page: 'serviceDay' as const, id: dayId },
      at,
    })),
  )
}

export const followPublished = async (fact: DayPublishedFact): Promise<void> => {
  await handOverAll(await layOut(fact.data.dayId, new Date()))
  await tellTables(fact, fact.data.dayId)
}

/** A day was moved: new slots, and the old ones withdrawn, booked ones once their consultation has let go of them. */
export const followMoved = async (fact: DayMovedFact): Promise<void> => {
  await handOverAll(await layOut(fact.data.dayId, new Date()))
  await tellTables(fact, fact.data.dayId)
}

/** The time that its people had for it before is theirs again. */
export const leaveOldTime = async ({ data: { dayId, left } }: DayMovedFact): Promise<void> => {
  const day = left && (await serviceDays.get(dayId))
  if (day) await leaveSeats({ ...day, ...left }, left.edition, day.tables)
}

export const followCancelled = async ({ data }: DayCancelledFact): Promise<void> => {
  const day = await serviceDays.get(data.dayId)
  if (day?.state !== 'cancelled') return
  await handOverAll(await withdrawAll(await daySlots(day._id), 'cancelled', new Date()))
  await leaveSeats(day, day.edition, day.tables)
}

/** Somebody will be away: nothing new is planned into that time, and who has booked them is found. */
export const followAbsence = async (fact: AbsenceFact): Promise<void> => {
  const absence = await absences.get(fact.data.absenceId)
  if (!absence || absence.removedAt) return
  const { _id, specialistId, from, to } = absence
  await block(specialistSheet(specialistId), absenceInterval(_id, { from, to }))
  await handOverAll(await withdrawAll(await slotsWithin(specialistId, from, to), absenceMark(_id), new Date()))
}

/** What an absence leaves without anybody, as a fact of its own; null when it was taken back. */
export const awayFact = async ({ id, at, data }: AbsenceFact): Promise<PersonAwayFact | null> => {
  const [absence, slots] = await Promise.all([
    absences.get(data.absenceId),
    slotsWithdrawnBy(absenceMark(data.absenceId)),
  ])
  if (!absence || absence.removedAt) return null
  const { specialistId, from, to } = absence
  const slotIds = slots.filter(({ state }) => state === 'booked').map(({ _id }) => _id)
  return { id, kind: 'personAway', at, data: { specialistId, slotIds, from, to } }
}

/** They are there after all: what was withdrawn for it and still lies ahead can be booked again. */
export const followReturn = async ({ data: { absenceId, specialistId } }: AbsenceFact): Promise<void> => {
  const absence = await absences.get(absenceId)
  if (!absence) return
  await unblock(specialistSheet(specialistId), absenceInterval(absenceId, absence))
  const teamId = await teamServed(specialistId)
  await handOverAll(await reopenAhead(absenceMark(absenceId), { specialistId, teamId }, new Date()))
}

/**
 * Where somebody serves has changed: their profile says so, and slots and tables follow. Who has booked them
 * is followed where the consultations are. It goes by what stands now, so it may come late, twice and in any order.
 */
export const followServing = async ({ at, data: { memberId } }: ServingFact): Promise<void> => {
  const now = new Date()
  const teamId = await settleProfile(memberId, at)
  const ahead = (await slotsWithin(memberId, now, FAR)).filter((slot) => slot.startsAt > now && slot.teamId !== teamId)
  await handOverAll(await withdrawAll(ahead, leftMark(memberId), now))
  await settleTables(memberId, teamId, now)
}

/** Who serves a team again can be booked again: what was withdrawn when they left, and still lies ahead. */
export const followServingAgain = async ({ data: { memberId } }: ServingFact): Promise<void> => {
  const now = new Date()
  const teamId = await teamServed(memberId)
  if (teamId !== null) await handOverAll(await reopenAhead(leftMark(memberId), { specialistId: memberId, teamId }, now))
}

/** A member's name was corrected: who is booked is called by it. It goes by the name that stands now. */
export const followName = async ({ data }: Fact<string, { memberId: string }>): Promise<void> => {
  const actor = await findActor(data.memberId)
  if (actor && actor.name !== '') await renamePerson(actor.memberId, actor.name, new Date())
}

/** An enterprise waits for a topic no longer: what was kept for it goes to the next, who is asked at once. */
export const leaveList = async (waitId: string, now: Date): Promise<void> => {
  const offered = await leaveWaits(waitId)
  const slot = offered?.slotId ? await serviceSlots.get(offered.slotId) : null
  if (slot?.state !== 'held' || slot.holdId !== offered?.holdId) return
  const changed = await letGo(slot, 'released', now)
  if (changed?.fact) await handOverAll([changed.fact])
}

/** Somebody speaks for an enterprise no longer: where nobody does, it waits for nothing. */
export const followContactGone = async ({ data }: Fact<string, { enterpriseId: string }>): Promise<void> => {
  const { enterpriseId } = data
  if (((await contactsOf([enterpriseId])).get(enterpriseId) ?? []).length > 0) return
  for (const { _id } of await waitsOf(enterpriseId)) await leaveList(_id, new Date())
}

/** A binding was merged into an imported record: where the person sits, and what they asked for, goes to the record's id. */
export const followMerge = ({ data }: Fact<'memberMerged', { from: string; to: string }>): Promise<void> =>
  movePerson(data.from, data.to)

/** A person's data was erased: nobody can book them any more. Who has is followed where the consultations are. */
export const followErasure = async (fact: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  const { memberId } = fact.data
  const now = new Date()
  const ahead = await slotsWithin(memberId, now, FAR)
  await handOverAll(await withdrawAll(ahead, 'erased', now))
  await forgetPerson(memberId)
}
