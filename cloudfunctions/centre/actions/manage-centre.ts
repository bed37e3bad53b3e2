import { centreProblems, slotBehind } from '@/domain/centre/rules'
import type { Contracts } from '@/domain/contracts'
import type { ParsedOf } from '@/domain/kit'
import { isTextSafe } from '../../kernel/content'
import { logChange } from '../../kernel/log'
import { derivedId } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import { CENTRE_ID, changeCentre, theCentre, type CentreDoc } from '../store/centres'
import { closeSlotAs, followVisiting, newSlot, slotFacts, visitSlots, type SlotDoc } from '../store/slots'
import { centreView } from '../store/views'

type C = Contracts['centre']

const DIGEST_LENGTH = 26

export const edit: Handler<C['edit']> = async (call) => {
  call.mustReach({})
  const centre = await theCentre()
  return { centre: centreView(centre), rev: centre.rev }
}

/** Everything in it that others will read. */
const wordsOf = ({ intro, address, directions, closures, notices }: ParsedOf<C['change']>['centre']): string[] => [
  intro,
  address,
  directions,
  ...closures.map(({ reason }) => reason),
  ...notices.flatMap(({ title, text }) => [title, text]),
]

export const change: Handler<C['change']> = async (call, { rev, centre: fields }) => {
  call.mustReach({})
  const [problem] = centreProblems(fields)
  if (problem) throw call.refusal(problem)
  if (!(await isTextSafe(call.actor.openid, ...wordsOf(fields)))) throw call.refusal('textRisky')
  const by = call.actor.memberId
  const digest = derivedId(DIGEST_LENGTH, JSON.stringify(fields))
  // It is there before it is changed: the first change of a new environment is one like any other.
  if (rev === 0) await theCentre()
  const changed = await changeCentre(rev, fields, { at: call.now, by, what: 'changed', digest })
  const standing = await theCentre()
  if (!changed && !isRepeated(standing, rev, by, digest)) throw call.refusal('changedMeanwhile')
  await followVisiting(standing, call.now)
  await logChange(call.actor, call.now, { what: 'centre.change', object: CENTRE_ID, subjects: [] }, String(rev))
  return { centre: centreView(standing), rev: standing.rev }
}

/** Whether this very change stands there already, because the answer to it was lost. */
const isRepeated = ({ rev, history }: CentreDoc, read: number, by: string, digest: string): boolean => {
  const last = history.at(-1)
  return rev === read + 1 && last?.by === by && last.digest === digest
}

export const closeSlot: Handler<C['closeSlot']> = async (call, { slotId, reason }) => {
  call.mustReach({})
  const centre = await theCentre()
  const times = slotBehind(centre, centre.visiting, slotId, call.now)
  const stored = await visitSlots.get(slotId)
  const slot = stored ?? (times && newSlot(times, centre))
  if (!slot) throw call.refusal('slotUnknown')
  if (slot.endsAt <= call.now) throw call.refusal('slotPassed')
  if (!(await isTextSafe(call.actor.openid, reason))) throw call.refusal('textRisky')
  // A first booking may add the document at this moment too: whoever adds it, the conditional update closes it.
  if (!stored) await visitSlots.add(slot)
  const standing = slot.closedReason === reason ? slot : await close(call, slot, reason)
  const operation = { what: 'centre.closeSlot', object: slotId, subjects: [] }
  await logChange(call.actor, call.now, operation, String(standing.rev))
  return slotFacts({ id: slotId, startsAt: slot.startsAt, endsAt: slot.endsAt }, standing, centre, call.now)
}

/** Closes or opens it as it was read: of two editors at once one wins, and the other is asked to look again. */
const close = async (call: BoundCall<C['closeSlot']>, slot: SlotDoc, reason: string): Promise<SlotDoc> => {
  const line = { at: call.now, by: call.actor.memberId, what: reason === '' ? 'opened' : 'closed' }
  await closeSlotAs(slot, reason, line)
  const standing = await visitSlots.get(slot._id)
  if (standing?.closedReason !== reason) throw call.refusal('busy')
  return standing
}
