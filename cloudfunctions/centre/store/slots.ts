/** Collection `visitSlots`: one document per slot that was booked or closed; a slot without one is empty. */
import { closureReason, dayOfSlot, type Party, type SlotFacts, type SlotTimes } from '@/domain/centre/rules'
import { DAY } from '@/domain/time'
import { _, collection } from '../../kernel/db'
import type { Holder, Line } from '../../kernel/places'
import type { CentreFields } from './centres'

export interface SlotDoc extends Holder {
  startsAt: Date
  endsAt: Date
  /** As the visiting rules said last while the slot was still to come: a figure for later. Bookings ask the rules. */
  capacity: number
  guides: number
  /** Persons, over all parties. */
  taken: number
  /** Parties with a guide. */
  guided: number
  /** Not empty: closed for further bookings. */
  closedReason: string
  /** Counts its closings and openings; bookings leave it alone. */
  rev: number
  history: Line[]
}

export const visitSlots = collection<SlotDoc>('visitSlots')

export const newSlot = (
  { id, startsAt, endsAt }: SlotTimes,
  { visiting }: Pick<CentreFields, 'visiting'>,
): SlotDoc => ({
  _id: id,
  startsAt,
  endsAt,
  capacity: visiting.capacity,
  guides: visiting.guides,
  taken: 0,
  guided: 0,
  closedReason: '',
  takes: [],
  releases: [],
  rev: 0,
  history: [],
})

/** What a party counts for. */
export const partyOf = ({ size, guide }: Party): Party => ({ size, guide })
export const countsOf = ({ size, guide }: Party): Record<string, number> =>
  guide ? { taken: size, guided: 1 } : { taken: size }

/** A slot as it stands now: by the rules of this moment while it is to come, by what it was afterwards. */
export const slotFacts = (
  times: Pick<SlotTimes, 'id' | 'startsAt' | 'endsAt'>,
  standing: SlotDoc | null,
  centre: CentreFields,
  now: Date,
) => {
  const { capacity, guides } = standing && times.startsAt <= now ? standing : centre.visiting
  return {
    id: times.id,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    capacity,
    guides,
    taken: standing?.taken ?? 0,
    guided: standing?.guided ?? 0,
    closedReason: closedReasonOf(times.id, standing, centre),
  } satisfies SlotFacts & { id: string }
}

/** Why a slot is closed: it itself, or the whole day; empty when it is not. */
export const closedReasonOf = (
  slotId: string,
  standing: Pick<SlotDoc, 'closedReason'> | null,
  centre: Pick<CentreFields, 'week' | 'closures'>,
): string => standing?.closedReason || closureReason(centre, dayOfSlot(slotId))

const MOST_SLOTS = 1000

/**
 * The slots of some days that were booked or closed. A month of half-hour slots around the clock would be more than fit;
 * with opening hours of up to fifteen hours a day all of them do.
 */
export const slotsBetween = (from: Date, days: number): Promise<SlotDoc[]> =>
  visitSlots.list({
    where: { startsAt: _.and(_.gte(from), _.lt(new Date(from.getTime() + days * DAY))) },
    order: [['startsAt', 'asc']],
    limit: MOST_SLOTS,
    without: ['takes', 'releases', 'history'],
  })

/** Slots still to come follow a change of the rules. Repeating it changes nothing. */
export const followVisiting = ({ visiting }: CentreFields, now: Date): Promise<number> =>
  visitSlots.change({ startsAt: _.gt(now) }, { capacity: visiting.capacity, guides: visiting.guides })

const HISTORY = 20

/**
 * Closes a slot for further bookings, or opens it. Bookings name `closedReason` in their condition: one that comes after
 * this write takes no place any more, and one that came before is told the reason.
 */
export const closeSlotAs = async (slot: SlotDoc, closedReason: string, line: Line): Promise<boolean> => {
  const history = _.push({ each: [line], slice: -HISTORY })
  return (await visitSlots.change({ _id: slot._id, rev: slot.rev }, { closedReason, rev: _.inc(1), history })) === 1
}
