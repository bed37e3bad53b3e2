/** What a consultation keeps of its slot, and how it is spoken of. */
import { sayDate, sayTime } from '@/domain/time'
import { slotsWithoutPerson, type SlotDoc } from '../../service/public'
import type { ConsultationDoc } from './document'

export const slotFields = ({ _id, holdId, dayId, startsAt, endsAt, placeName }: SlotDoc) => ({
  slotId: _id,
  holdId,
  dayId,
  startsAt,
  endsAt,
  placeName,
})
/** Of one that lost its slot: when it was to be is past. */
export const NO_SLOT = { slotId: null, holdId: null, dayId: null, startsAt: null, endsAt: null, placeName: '' } as const

/**
 * Whose slots a meeting can be moved to: those of its person; of anybody in the team when it lost its slot, or nobody sits
 * at it. One round trip where it has one.
 */
export const movesWithin = async ({
  state,
  ownerId,
  teamId,
  slotId,
}: Pick<ConsultationDoc, 'state' | 'ownerId' | 'teamId' | 'slotId'>): Promise<{
  teamId: string
  specialistId?: string
}> => {
  if (state !== 'booked' || slotId === null) return { teamId }
  const empty = await slotsWithoutPerson([slotId])
  return empty.has(slotId) ? { teamId } : { teamId, specialistId: ownerId }
}

/** A repeated call may go on with its own claim for this long: no call runs longer, and the timer gives it back later. */
const ADOPT_MS = 20_000

/** Whether a slot was claimed so long ago, and nobody has seen its consultation, that the timer may be giving it back. */
export const isStale = ({ settleAt }: SlotDoc, now: Date): boolean =>
  settleAt !== null && now.getTime() - settleAt.getTime() > ADOPT_MS

/** What a message says of a meeting. */
export const meetingOf = ({ startsAt, placeName }: { startsAt: Date; placeName: string }) => ({
  at: startsAt.getTime(),
  place: placeName,
})

export const whenOf = (startsAt: Date): string => `${sayDate(startsAt)} ${sayTime(startsAt)}`
