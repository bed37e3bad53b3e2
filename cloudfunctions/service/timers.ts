import { DAY } from '@/domain/time'
import {
  followDayCancelled,
  followDayMoved,
  followDayPublished,
  followPersonAway,
  followServing as handConsultationsOn,
} from '../consultation/reactions'
import { followPersonAway as followMeetingsOf } from '../guidance/reactions'
import { handOver, settleFacts, SETTLE_MS, type Fact, type Reaction } from '../kernel/facts'
import type { Timers } from '../kernel/serve'
import {
  awayFact,
  followAbsence,
  followCancelled,
  followFreed,
  followMoved,
  followOffered,
  followOpened,
  followPublished,
  followReturn,
  followServing,
  followServingAgain,
  leaveOldTime,
  type AbsenceFact,
} from './reactions'
import { forgetAbsences } from './store/absences'
import { settleHolds, settleSeats } from './store/settling'
import { forgetSheets } from './store/sheets'
import { lapsedSlots } from './store/slot-lists'
import { letGo, serviceSlots } from './store/slots'
import { renameDays, type TeamNamedFact } from './store/teams'
import { endWait, lapsedOffers, passOn } from './store/waits'

const followTeamNamed = ({ data }: TeamNamedFact): Promise<void> => renameDays(data.teamId)

const sayAway = async (fact: AbsenceFact): Promise<void> => {
  const away = await awayFact(fact)
  if (!away) return
  await followPersonAway(away)
  await followMeetingsOf(away)
}

/** Who follows what of this context, in this order. */
const reactions: Record<string, readonly unknown[]> = {
  slotFreed: [followFreed],
  slotOffered: [followOffered],
  dayPublished: [followPublished, followDayPublished, followOpened],
  // Those who were booked come before those who wait.
  dayMoved: [followMoved, followDayMoved, leaveOldTime, followOpened],
  slotsOpened: [followOpened],
  dayCancelled: [followCancelled, followDayCancelled],
  absenceAdded: [followAbsence, sayAway],
  absenceRemoved: [followReturn],
  teamNamed: [followTeamNamed],
  servingChanged: [followServing, followServingAgain, handConsultationsOn],
}
export const reactionsTo = (kind: string) => (reactions[kind] ?? []) as readonly Reaction<Fact>[]

/** How long absences of the past are kept. */
const ABSENCES_KEPT_MS = 180 * DAY

/** Holds and offers whose time is up: the slot is free, and whoever waits for it is asked. */
const sweepLapsed = async (now: Date): Promise<void> => {
  for (const slot of await lapsedSlots(now)) {
    const changed = await letGo(slot, 'lapsed', now)
    if (changed?.fact) await handOver(changed.fact, reactionsTo(changed.fact.kind))
  }
}

/** Waits whose offer is gone: its slot was booked, or somebody else has it. */
const sweepOffers = async (now: Date): Promise<void> => {
  for (const { holdId, slotId } of await lapsedOffers(now)) {
    if (!holdId || !slotId) continue
    const slot = await serviceSlots.get(slotId)
    if (slot?.state === 'booked' && slot.holdId === holdId) await endWait(holdId)
    else if (slot?.holdId !== holdId) await passOn(holdId, slotId)
  }
}

export const timers: Timers = {
  sweep: async (now) => {
    await sweepLapsed(now)
    await sweepOffers(now)
    const cutoff = new Date(now.getTime() - SETTLE_MS)
    await settleHolds(cutoff)
    await settleSeats(cutoff)
    for (const collection of ['serviceSlots', 'serviceDays', 'absences', 'specialists', 'teams'])
      await settleFacts(collection, now, reactionsTo)
    await forgetAbsences(now, ABSENCES_KEPT_MS)
    await forgetSheets(now)
  },
}
