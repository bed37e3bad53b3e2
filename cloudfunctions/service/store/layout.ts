/**
 * The slots of a published day as its document says they are to be. Laying them out again changes nothing: a call that
 * dies on the way is finished by its repetition, or by the timer.
 */
import { slotTimes } from '@/domain/service/rules'
import { _ } from '../../kernel/db'
import type { Fact } from '../../kernel/facts'
import { inChunks } from '../../kernel/in-chunks'
import { seated, serviceDays, type ServiceDayDoc } from './days'
import { newSlot } from './new-slot'
import { dayInterval, reserve, unreserve, type Interval } from './sheets'
import { daySlots } from './slot-lists'
import { reopenSlot, serviceSlots, withdrawSlot, type Changed, type SlotDoc } from './slots'

/** Every slot that a day is to have. A table whose person is gone has none. */
export const plannedSlots = (day: ServiceDayDoc): SlotDoc[] =>
  seated(day.tables).flatMap((table) => slotTimes(day).map((times) => newSlot(day, table, times)))

const facts = (changed: readonly (Changed | null)[]): Fact[] => changed.flatMap((one) => one?.fact ?? [])

/** Withdraws slots: free ones at once in one write, held and booked ones each by itself. */
export const withdrawAll = async (slots: readonly SlotDoc[], by: string, now: Date): Promise<Fact[]> => {
  const open = slots.filter(({ state, withdrawnBy }) => state !== 'withdrawn' && withdrawnBy === null)
  const free = open.filter(({ state }) => state === 'free')
  // A slot that is held at this moment is not free any more: the repetition a minute later finds it.
  if (free.length > 0)
    await serviceSlots.change(
      { _id: _.in(free.map(({ _id }) => _id)), state: 'free', withdrawnBy: null },
      { state: 'withdrawn', withdrawnBy: by },
    )
  const others = open.filter(({ state }) => state !== 'free')
  return facts(await inChunks(others, (slot) => withdrawSlot(slot, by, now)))
}

/** Slots that stay although the day was moved: they follow its place and edition, and can be booked again. */
const keep = async (day: ServiceDayDoc, kept: readonly SlotDoc[], now: Date): Promise<Fact[]> => {
  const changed = kept.filter(({ edition, placeName }) => edition !== day.edition || placeName !== day.place.name)
  if (changed.length > 0)
    await serviceSlots.change(
      { _id: _.in(changed.map(({ _id }) => _id)), edition: _.lte(day.edition) },
      { edition: day.edition, placeName: day.place.name },
    )
  const back = kept.filter(({ withdrawnBy }) => withdrawnBy === 'moved')
  return facts(await inChunks(back, (slot) => reopenSlot(slot, now)))
}

/** Makes the slots what the day says. Answers with what is to be handed over. */
export const layOut = async (dayId: string, now: Date): Promise<Fact[]> => {
  const day = await serviceDays.get(dayId)
  if (day?.state !== 'published') return []
  const wanted = new Map(plannedSlots(day).map((slot) => [slot._id, slot]))
  const standing = await daySlots(dayId)
  const known = new Set(standing.map(({ _id }) => _id))
  await inChunks(
    [...wanted.values()].filter(({ _id }) => !known.has(_id)),
    (slot) => serviceSlots.add(slot),
  )
  const kept = standing.filter(({ _id }) => wanted.has(_id))
  const stale = standing.filter(({ _id }) => !wanted.has(_id))
  return [...(await keep(day, kept, now)), ...(await withdrawAll(stale, 'moved', now))]
}

type Timed = Pick<ServiceDayDoc, '_id' | 'startsAt' | 'endsAt'>
interface Seated {
  specialistId: string
  name: string
}

const sheetOf = (specialistId: string) => ({ owner: 'specialist', ownerId: specialistId }) as const

/** Gives back the time of everyone who sits on a day, as of one edition. Safe to repeat. */
export const leaveSeats = async (day: Timed, edition: number, people: readonly Seated[]): Promise<void> => {
  const { key, from } = dayInterval(day._id, edition, day)
  await inChunks(people, ({ specialistId }) => unreserve(sheetOf(specialistId), key, from))
}

/** Takes the time of everyone who is to sit on a day; all of them, or nobody, and then tells who is elsewhere and since when. */
export const takeSeats = async (
  day: Timed,
  edition: number,
  people: readonly Seated[],
  now: Date,
): Promise<{ name: string; at: Date } | null> => {
  const wanted: Interval = dayInterval(day._id, edition, day)
  const answers = await inChunks(people, async (person) => ({
    person,
    reserved: await reserve(sheetOf(person.specialistId), wanted, now),
  }))
  for (const { person, reserved } of answers) {
    if (reserved.ok) continue
    await leaveSeats(day, edition, people)
    return { name: person.name, at: reserved.busy[0]?.from ?? day.startsAt }
  }
  return null
}
