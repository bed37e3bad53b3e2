/** What `consultation` does when a fact arrives, its own or a neighbour's. Each may arrive twice. */
import { contactsOf } from '../enterprise/public'
import { followMeeting } from '../enterprise/reactions'
import { findActor, holdersOf, keepersOf } from '../kernel/actor'
import { handOver, type Fact, type Reaction } from '../kernel/facts'
import { inChunks } from '../kernel/in-chunks'
import { writeLogged } from '../kernel/logged'
import { tellEach } from '../message/reactions'
import {
  answersFor,
  releaseSlot,
  serviceDayById,
  slotsOfDay,
  type DayCancelledFact,
  type DayMovedFact,
  type DayPublishedFact,
  type PersonAwayFact,
  type ServingFact,
  type SlotDoc,
} from '../service/public'
import {
  eraseOwner,
  forgetContact,
  handContactOn,
  handOwnerOn,
  meetingsOnSlots,
  mergePeople,
  renamePeople,
  unplacedFor,
} from './store/people'
import { rebook, replace, slotsAfterMove, slotsOnNextDay } from './store/rebooking'
import type { Audience, ReleasedFact, ToldFact } from './store/facts'
import { addLine, type SaidFact } from './store/lines'
import { answerOneToOne, changeClock, noteMet, openOneToOne } from './store/one-to-one'
import type { ClockChange, Finish, Opening } from './store/one-to-one'

const writeLine = async (fact: SaidFact): Promise<void> => {
  await addLine(fact)
}

const membersOf = async (to: Audience): Promise<string[]> => {
  if ('member' in to) return to.member === '' ? [] : [to.member]
  if ('contact' in to) return [to.contact]
  if ('contactsOf' in to)
    return ((await contactsOf([to.contactsOf])).get(to.contactsOf) ?? []).map(({ memberId }) => memberId)
  const holders = await ('leadersOf' in to ? keepersOf(to.leadersOf) : holdersOf('staff'))
  const besides = 'leadersOf' in to && to.and ? [to.and] : []
  return [...besides, ...holders.map(({ memberId }) => memberId)]
}

/** Tells whoever is concerned at this moment; each of them once. */
const tellThem = async (fact: ToldFact): Promise<void> => {
  const { to, consultationId } = fact.data
  const about = {
    page: 'contactsOf' in to || 'contact' in to ? 'consultation' : 'workItem',
    id: consultationId,
  } as const
  await tellEach(fact, await membersOf(to), about)
}

/** A slot goes back; the time at which it does decides whether anybody can still be offered it. */
const giveBack = ({ data }: ReleasedFact): Promise<void> =>
  releaseSlot(data.slotId, data.consultationId, new Date(), data.holdId)

const reactions: Record<string, readonly unknown[]> = {
  said: [writeLine],
  told: [tellThem],
  slotReleased: [giveBack],
  met: [followMeeting],
  logged: [writeLogged],
}
export const reactionsTo = (kind: string) => (reactions[kind] ?? []) as readonly Reaction<Fact>[]

/** First hand-over of all that a change left behind, at once. */
export const handOverAll = async (facts: readonly Fact[]): Promise<void> => {
  await Promise.all(facts.map((fact) => handOver(fact, reactionsTo(fact.kind))))
}

/** Does something to each and hands over what it left behind. */
const followEach = async <T>(all: readonly T[], work: (one: T) => Promise<readonly Fact[]>): Promise<void> => {
  await inChunks(all, async (one) => handOverAll(await work(one)))
}

/**
 * A service day has other times or another place: who is booked on it keeps the person and, where possible, the turn.
 * What was rebooked is left alone, so a call that died is finished by its repetition.
 */
export const followDayMoved = async ({ data }: Pick<DayMovedFact, 'data'>): Promise<void> => {
  const [day, slots] = await Promise.all([serviceDayById(data.dayId), slotsOfDay(data.dayId)])
  if (day?.state !== 'published') return
  const booked = slots.filter(({ state, consultationId }) => state === 'booked' && consultationId !== null)
  const isLost = ({ edition, withdrawnBy }: SlotDoc) => edition !== day.edition && withdrawnBy !== null
  const now = new Date()
  await followEach(booked.filter(isLost), (slot) =>
    rebook(slot.consultationId ?? '', slot, slotsAfterMove(slot, slots), now),
  )
  await followEach(
    booked.filter((slot) => !isLost(slot)),
    (slot) => replace(slot, now),
  )
}

/** A service day was published: who lost a slot of this team hears that there are others. */
export const followDayPublished = async ({ id, at, data }: DayPublishedFact): Promise<void> => {
  const day = await serviceDayById(data.dayId)
  if (day?.state !== 'published' || day.endsAt <= at) return
  for (const { _id, fact } of await unplacedFor(day, at)) await tellThem({ ...fact, id: `${id}:${_id}` })
}

/** A service day is cancelled: who was booked on it is booked with the same person on their next day, or waits for a slot. */
export const followDayCancelled = async ({ data }: Pick<DayCancelledFact, 'data'>): Promise<void> => {
  const day = await serviceDayById(data.dayId)
  if (day?.state !== 'cancelled') return
  const now = new Date()
  const booked = (await slotsOfDay(data.dayId)).filter(
    ({ state, startsAt, consultationId }) => state === 'booked' && consultationId !== null && startsAt > now,
  )
  await followEach(booked, async (slot) =>
    rebook(slot.consultationId ?? '', slot, await slotsOnNextDay(slot, now), now),
  )
}

/** Somebody will not be there: the leader finds somebody else for their meetings. */
export const followPersonAway = async ({ id, at, data }: PersonAwayFact): Promise<void> => {
  for (const { _id, fact } of await meetingsOnSlots(data.slotIds, at)) await tellThem({ ...fact, id: `${id}:${_id}` })
}

/** A contact left an enterprise: what is open goes over to who speaks for it now, who is told. Null: nobody does. */
export const followContactLeft = async ({
  at,
  data,
}: Fact<string, { enterpriseId: string; from: string; fromName: string; to: string | null }>): Promise<void> => {
  const { enterpriseId, from, fromName, to } = data
  if (to === null || to === from) return
  const successor = ((await contactsOf([enterpriseId])).get(enterpriseId) ?? []).find(({ memberId }) => memberId === to)
  if (!successor) return
  await followEach([successor], () => handContactOn(enterpriseId, { from, fromName, to: successor }, at))
}

/** A member's name was corrected: those whom they serve or speak for read it. It goes by the name that stands now. */
export const followName = async ({ data }: Fact<string, { memberId: string }>): Promise<void> => {
  const actor = await findActor(data.memberId)
  if (actor && actor.name !== '') await renamePeople(actor.memberId, actor.name)
}

/** A binding was merged into an imported record: what the person asked and said goes on under the record's id. */
export const followMerge = async ({ data }: Fact<'memberMerged', { from: string; to: string }>): Promise<void> =>
  mergePeople(data.from, data.to)

/**
 * A person's data was erased: their name goes from what they asked and said. What they were responsible for falls to the
 * team's leader, who is told; nothing is left without somebody.
 */
export const followErasure = async ({ at, data }: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  await forgetContact(data.memberId)
  await followEach([data.memberId], (memberId) => eraseOwner(memberId, at))
}

/**
 * Somebody may answer for a team no longer: they lost the role, left it, or their profile is out of use. What they were
 * responsible for there falls to its leader, and a meeting ahead finds another slot. Safe to repeat.
 */
export const followServing = async ({ at, data }: ServingFact): Promise<void> => {
  const stays = await answersFor(data.memberId)
  await followEach([data.memberId], (memberId) => handOwnerOn(memberId, stays, at))
}

/** Guidance of an enterprise began: it is a consultation like any other, with an owner and a clock. */
export const followGuidanceStarted = ({ data, at }: Fact<string, Opening>): Promise<void> => openOneToOne(data, at)

/** What comes next in a guidance changed. */
export const followGuidanceStep = async ({ id, data, at }: Fact<string, ClockChange>): Promise<void> => {
  await changeClock(id, data, at)
}

const handOverNew = async (changed: { facts: readonly Fact[] } | null): Promise<void> => {
  if (changed) await handOverAll(changed.facts)
}

/** The enterprise was met for guidance. */
export const followGuidanceMet = async ({
  id,
  data,
  at,
}: Fact<string, { consultationId: string; by: string }>): Promise<void> => handOverNew(await noteMet(id, data, at))

/** A guidance has its result: the enterprise is asked for its word. */
export const followGuidanceFinished = async ({ id, data, at }: Fact<string, Finish>): Promise<void> =>
  handOverNew(await answerOneToOne(id, data, at))
