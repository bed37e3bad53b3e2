/** Collection `visits`: one document per slot and member, which also carries the arrival. */
import type { ArrivalWay, Party, SlotTimes, VisitState } from '@/domain/centre/rules'
import { DAY, startOfDay } from '@/domain/time'
import { _, afterCursor, collection, dateCursor, every, pageOf, subPipeline, type Terms } from '../../kernel/db'
import { changeClaim, newTake, Places, type Claim, type Line, type Take, type Taken } from '../../kernel/places'
import { CENTRE_ID, centres, theCentre, type CentreDoc, type CentreFields } from './centres'
import { countsOf, newSlot, partyOf, visitSlots, type SlotDoc } from './slots'

export interface VisitDoc extends Claim, Party {
  slotId: string
  state: VisitState
  /** Copied from the slot. */
  startsAt: Date
  endsAt: Date
  groupName: string
  bookedAt: Date
  arrivedAt: Date | null
  arrivedBy: ArrivalWay | null
  reason: string
  recordedBy: string
}

export const visits = collection<VisitDoc>('visits')

/** The natural key: a member can book a slot once. */
export const visitIdOf = (slotId: string, memberId: string): string => `${slotId}:${memberId}`

/** Places are persons; a guide is one more count of the same slot, taken and given back in the same write. */
export const visitPlaces = new Places<SlotDoc, VisitDoc, Party>({
  holders: visitSlots,
  claims: visits,
  holderField: 'slotId',
  claimId: visitIdOf,
  loadOf: partyOf,
  counts: countsOf,
})

/** A visit as it is first written, holding the place just taken. */
export const newVisit = (slot: SlotTimes, take: Take & Party, groupName: string, now: Date): VisitDoc => ({
  _id: visitIdOf(slot.id, take.memberId),
  slotId: slot.id,
  memberId: take.memberId,
  state: 'booked',
  ...partyOf(take),
  groupName,
  startsAt: slot.startsAt,
  endsAt: slot.endsAt,
  bookedAt: now,
  placeId: take.placeId,
  releasing: null,
  arrivedAt: null,
  arrivedBy: null,
  reason: '',
  recordedBy: '',
  history: [{ at: now, by: take.memberId, what: 'booked' }],
})

/** The one write of every change of a visit: its state and who changed it, under the condition that was decided on. */
export const changeVisit = (id: string, condition: Terms, data: Terms, line: Line): Promise<boolean> =>
  changeClaim(visits, id, condition, data, line)

/**
 * Takes the places of a party. The first booking of a slot adds its document with the take in it; of two first bookings
 * at once one adds, and the other finds it there and takes its places as everybody after it.
 */
export const takeSlot = async (
  slot: SlotTimes & { known: boolean },
  centre: CentreFields,
  memberId: string,
  party: Party,
  now: Date,
): Promise<Taken<SlotDoc, Party>> => {
  if (!slot.known) {
    const take = newTake(memberId, partyOf(party), now)
    const fresh = { ...newSlot(slot, centre), ...countsOf(party), takes: [take] }
    if ((await visitSlots.add(fresh)) === 'added') return { take }
  }
  const { capacity, guides } = centre.visiting
  return visitPlaces.take(slot.id, memberId, partyOf(party), now, {
    // The editor who closes a slot at this moment wins: see closeSlotAs.
    closedReason: '',
    taken: _.lte(capacity - party.size),
    ...(party.guide ? { guided: _.lt(guides) } : {}),
  })
}

const MOST_VISITS = 1000

/** A slot, the centre and one member's visits from today on: one round trip, two more when there is no centre yet. */
export const bookingSheet = async (slotId: string, memberId: string, now: Date) => {
  const read = () =>
    centres.pipeline<CentreDoc & { slot: SlotDoc[]; visits: VisitDoc[] }>((start) =>
      start
        .match({ _id: CENTRE_ID })
        .limit(1)
        .lookup({ from: 'visitSlots', pipeline: subPipeline().match({ _id: slotId }).limit(1).done(), as: 'slot' })
        .lookup({
          from: 'visits',
          pipeline: subPipeline()
            .match({ memberId, startsAt: _.gte(startOfDay(now)) })
            .limit(MOST_VISITS)
            .done(),
          as: 'visits',
        }),
    )
  let [centre] = await read()
  if (!centre) {
    await theCentre()
    ;[centre] = await read()
  }
  return centre && { centre, slot: centre.slot[0] ?? null, visits: centre.visits }
}

/** What a visit's own person sees beside it. */
export interface OwnVisit extends VisitDoc {
  slot: SlotDoc[]
  centre: Pick<CentreDoc, 'week' | 'closures' | 'secret'>[]
}

/** Visits with their slots and what of the centre they need, latest first: one round trip. */
const ownVisits = (match: Terms, limit: number): Promise<OwnVisit[]> => {
  const centre = subPipeline().match({ _id: CENTRE_ID }).limit(1).project({ week: 1, closures: 1, secret: 1 }).done()
  return visits.pipeline<OwnVisit>((start) =>
    start
      .match(match)
      .sort({ startsAt: -1, _id: -1 })
      .limit(limit)
      .lookup({ from: 'visitSlots', localField: 'slotId', foreignField: '_id', as: 'slot' })
      .lookup({ from: 'centres', pipeline: centre, as: 'centre' }),
  )
}

const MINE = 50

export const visitsOf = (memberId: string): Promise<OwnVisit[]> => ownVisits({ memberId }, MINE)

/** Everything of a person, for them to take out. */
export const allVisitsOf = (memberId: string): Promise<VisitDoc[]> =>
  visits.list({ where: { memberId }, order: [['startsAt', 'desc']], limit: MOST_VISITS, without: ['history'] })

/** Takes out what was written about a person or their group. */
export const forgetWords = (memberId: string): Promise<number> =>
  visits.change({ memberId }, { groupName: '', reason: '' })

/** One's own visit; another person's is not there. */
export const visitOf = async (id: string, memberId: string): Promise<OwnVisit | null> =>
  (await ownVisits({ _id: id, memberId }, 1))[0] ?? null

const dayOf = (now: Date) => {
  const from = startOfDay(now)
  return _.and(_.gte(from), _.lt(new Date(from.getTime() + DAY)))
}

export const visitsTodayOf = (memberId: string, now: Date): Promise<OwnVisit[]> =>
  ownVisits({ memberId, startsAt: dayOf(now) }, MINE)

/** Visits of the day of this instant, in order of their slots, from behind a cursor on. */
const listDay = (at: Date, cursor: string | null, limit: number): Promise<VisitDoc[]> =>
  visits.list({
    where: every({ startsAt: dayOf(at) }, afterCursor(cursor, 'startsAt', 'asc')),
    order: [
      ['startsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    without: ['history'],
  })

/** All visits of the day of this instant, in order of their slots. */
export const visitsOnDay = (at: Date): Promise<VisitDoc[]> => listDay(at, null, MOST_VISITS)

/** As `visitsOnDay`, a part at a time. */
export const visitsOnDayPage = async (at: Date, cursor: string | null, size: number) =>
  pageOf(await listDay(at, cursor, size + 1), size, (row) => dateCursor(row.startsAt, row._id))

export const countVisitsOnDay = (at: Date): Promise<number> => visits.count({ startsAt: dayOf(at) })
