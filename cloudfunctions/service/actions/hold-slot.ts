import type { Contracts } from '@/domain/contracts'
import { isBookable, isFree, MAX_BOOKED, overlaps } from '@/domain/service/rules'
import { enterprisesById } from '../../enterprise/public'
import { handOver } from '../../kernel/facts'
import { randomId } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import { reactionsTo } from '../timers'
import { clearDead, holdingSheet, nextAfterLoss, type HoldingSheet } from '../store/holding'
import { reserve, slotInterval, unreserve } from '../store/sheets'
import { holdSlot, letGo, serviceSlots, type Changed, type SlotDoc } from '../store/slots'
import { heldView } from '../store/views'

type C = Contracts['service']
type HoldCall = BoundCall<C['hold']>

/** How often a hold that lost a race to its own past looks again. */
const TURNS = 3

const freed = async (changed: Changed | null): Promise<void> => {
  if (changed?.fact) await handOver(changed.fact, reactionsTo(changed.fact.kind))
}

/** Kept for the caller at this moment: they hold it, or it was offered to their enterprise. */
const isKept = (slot: SlotDoc, { actor, now }: HoldCall, enterpriseId: string): boolean =>
  slot.state === 'held' &&
  !isFree(slot, now) &&
  slot.enterpriseId === enterpriseId &&
  (slot.offered || slot.heldBy === actor.memberId)

/** Holds of this enterprise that nobody has offered it: a new one takes their place. Lapsed ones are only still to be swept. */
const isReplaceable = (slot: SlotDoc, now: Date): boolean =>
  slot.state === 'held' && (!slot.offered || isFree(slot, now))

export const hold: Handler<C['hold']> = async (call, { slotId, enterpriseId, consultationId }) => {
  call.mustReach({ enterpriseId })
  for (let turn = 0; turn < TURNS; turn++) {
    const [sheet, names] = await Promise.all([
      holdingSheet(slotId, enterpriseId, call.now),
      enterprisesById([enterpriseId]),
    ])
    if (!sheet) throw call.refusal('notFound')
    if (isKept(sheet.slot, call, enterpriseId)) return heldView(sheet.slot, call.now)
    refuseSlot(call, sheet, enterpriseId)
    refuseEnterprise(call, sheet, { enterpriseId, consultationId })
    const held = await takeOrLose(call, sheet, { enterpriseId, enterpriseName: names.get(enterpriseId)?.name ?? '' })
    if (held !== 'again') return heldView(held, call.now)
  }
  throw call.refusal('busy')
}

/** The slot, kept for the enterprise now or, by a call whose answer was lost, before. */
const takeOrLose = async (
  call: HoldCall,
  sheet: HoldingSheet,
  whose: { enterpriseId: string; enterpriseName: string },
): Promise<SlotDoc | 'again'> => {
  if (!isFree(sheet.slot, call.now)) return lost(call, sheet, whose.enterpriseId)
  const held = await take(call, sheet, whose)
  if (held) return held
  const standing = await serviceSlots.get(sheet.slot._id)
  if (standing && isKept(standing, call, whose.enterpriseId)) return standing
  return lost(call, sheet, whose.enterpriseId)
}

/** Refuses as far as can be read. Who gets a free slot is decided by the conditional update. */
const refuseSlot = (call: HoldCall, { slot, specialist }: HoldingSheet, enterpriseId: string): void => {
  if (slot.state === 'withdrawn' || slot.withdrawnBy !== null) throw call.refusal('slotWithdrawn')
  // Their slots are withdrawn a moment later.
  if (!specialist?.active || specialist.teamId !== slot.teamId) throw call.refusal('slotWithdrawn')
  if (!isBookable(slot, call.now)) throw call.refusal('slotPassed')
  if (specialist.conflicts.includes(enterpriseId)) throw call.refusal('personConflict')
}

const refuseEnterprise = (
  call: HoldCall,
  { slot, own }: HoldingSheet,
  { enterpriseId, consultationId: moving }: { enterpriseId: string; consultationId: string | undefined },
): void => {
  const { now } = call
  const wanted = { from: slot.startsAt, to: slot.endsAt }
  const there = own.find((one) => !isReplaceable(one, now) && overlaps({ from: one.startsAt, to: one.endsAt }, wanted))
  // Also a slot that a colleague of theirs holds or has booked: the enterprise is there already.
  const colleague = slot.enterpriseId === enterpriseId && !isFree(slot, now)
  if (there || colleague) throw busyThen(call, there?.startsAt ?? slot.startsAt)
  // Only slots of the enterprise's own are looked at, so it can leave out none but its own.
  const ahead = own.filter(({ state, consultationId }) => state === 'booked' && consultationId !== moving)
  // Two calls at one moment may both read four: a sixth booking harms nobody, and no lock is worth it.
  if (ahead.length >= MAX_BOOKED) throw call.refusal('tooManyBookings')
}

const busyThen = (call: HoldCall, at: Date) => call.refusal('busyThen', { at: at.getTime(), now: call.now.getTime() })

/** Tells which slot is free next, read after the loss; what it answers was true at that moment. */
const lost = async (call: HoldCall, { slot, own }: HoldingSheet, enterpriseId: string): Promise<never> => {
  const next = await nextAfterLoss(slot, enterpriseId, own, call.now)
  if (!next) throw call.refusal('dayFull')
  throw call.refusal('slotTaken', {
    next: next._id,
    nextAt: next.startsAt.getTime(),
    nextName: next.specialist.name,
    now: call.now.getTime(),
  })
}

/**
 * First the enterprise's time, then the slot; then its other hold is let go of. Whatever dies in between, the sweeper
 * gives back a time without a slot, and the hold lapses.
 *
 * @returns null when somebody else was first; `again` when something of their own past was cleared out of the way
 */
const take = async (
  call: HoldCall,
  { slot, own, known }: HoldingSheet,
  { enterpriseId, enterpriseName }: { enterpriseId: string; enterpriseName: string },
): Promise<SlotDoc | 'again' | null> => {
  const { actor, now } = call
  const others = own.filter((one) => one._id !== slot._id && isReplaceable(one, now))
  const wanted = { from: slot.startsAt, to: slot.endsAt }
  // What would be in the way goes first, the rest only once the new one is theirs.
  const inTheWay = others.filter((one) => overlaps({ from: one.startsAt, to: one.endsAt }, wanted))
  for (const one of inTheWay) await freed(await letGo(one, 'released', now))
  const whose = { owner: 'enterprise', ownerId: enterpriseId } as const
  const holdId = randomId()
  const interval = slotInterval(slot, holdId)
  const reserved = await reserve(whose, interval, now, { known })
  if (!reserved.ok) {
    if (await clearDead(whose, reserved.busy, now)) return 'again'
    throw busyThen(call, reserved.busy[0]?.from ?? slot.startsAt)
  }
  const held = await holdSlot(slot, { memberId: actor.memberId, enterpriseId, enterpriseName, holdId }, now)
  if (!held) {
    await unreserve(whose, interval.key, interval.from)
    return null
  }
  await freed(held)
  for (const one of others.filter((other) => !inTheWay.includes(other))) await freed(await letGo(one, 'released', now))
  return held.slot
}

/** An offer outlives the form: who does not want it leaves the waiting list. */
export const release: Handler<C['release']> = async (call, { slotId, enterpriseId }) => {
  call.mustReach({ enterpriseId })
  const slot = await serviceSlots.get(slotId)
  if (!slot || !isKept(slot, call as unknown as HoldCall, enterpriseId) || slot.offered) return { released: false }
  const changed = await letGo(slot, 'released', call.now)
  await freed(changed)
  return { released: changed !== null }
}
