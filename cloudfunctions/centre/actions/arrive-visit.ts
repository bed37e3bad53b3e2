import { arriveDecision, ARRIVE_BEFORE_MS, DOOR, visitAtDoor } from '@/domain/centre/rules'
import type { Contracts } from '@/domain/contracts'
import { parseDeskCode, parseDigits, type DeskCode } from '@/domain/desk-code'
import type { ParsedOf } from '@/domain/kit'
import { tryDigits } from '../../kernel/code-tries'
import { judgeCode } from '../../kernel/desk-code'
import type { BoundCall, Handler } from '../../kernel/serve'
import { ownVisitView } from '../store/views'
import { changeVisit, visitOf, visitsTodayOf, type OwnVisit } from '../store/visits'

type Spec = Contracts['centre']['arrive']
type ArriveCall = BoundCall<Spec>
/** What the person holds up: the code from the screen at the door, or digits read off it. */
type Proof = { code: DeskCode } | { digits: string }

export const arrive: Handler<Spec> = async (call, input) => {
  const proof = readProof(call, input)
  const visit = visitAtDoor(await visitsTodayOf(call.actor.memberId, call.now), call.now)
  if (!visit) throw call.refusal('noVisitToday')
  if (visit.arrivedAt) return arrived(visit, true)
  mustBeOpen(call, visit)
  await mustProve(call, visit, proof)
  return admit(call, visit, 'code' in proof ? 'scan' : 'digits')
}

const readProof = (call: ArriveCall, input: ParsedOf<Spec>): Proof => {
  if (input.code !== undefined) {
    const code = parseDeskCode(input.code)
    if (!code) throw call.refusal('codeInvalid')
    if (code.subject !== DOOR) throw call.refusal('codeOfAnEvent')
    return { code }
  }
  const digits = parseDigits(input.digits ?? '')
  if (digits === null) throw call.refusal('digitsWrong')
  return { digits }
}

const mustBeOpen = (call: ArriveCall, visit: OwnVisit): void => {
  const refusal = arriveDecision(visit, call.now)
  if (refusal === 'tooEarly')
    throw call.refusal(refusal, { at: visit.startsAt.getTime() - ARRIVE_BEFORE_MS, now: call.now.getTime() })
  if (refusal) throw call.refusal(refusal)
}

const mustProve = async (call: ArriveCall, { centre: [centre] }: OwnVisit, proof: Proof): Promise<void> => {
  // Without a centre there is no key, and so no right code.
  if (!centre) throw call.refusal('codeInvalid')
  const door = { _id: DOOR, secret: centre.secret }
  if ('code' in proof) {
    const fault = judgeCode(door, proof.code, call.now)
    if (fault) throw call.refusal(fault)
    return
  }
  const fault = await tryDigits(door, call.actor.memberId, proof.digits, call.now)
  if (fault) throw call.refusal(fault.code, fault.detail)
}

/** Of two scans at once one writes; the other finds it written and says when. Whoever cancels at this moment wins or loses whole. */
const admit = async (call: ArriveCall, visit: OwnVisit, arrivedBy: 'scan' | 'digits') => {
  const arrival = { arrivedAt: call.now, arrivedBy, reason: '', recordedBy: '' }
  const line = { at: call.now, by: call.actor.memberId, what: 'arrived' }
  if (await changeVisit(visit._id, { state: 'booked', arrivedAt: null }, arrival, line)) {
    return arrived({ ...visit, ...arrival }, false)
  }
  const standing = await visitOf(visit._id, call.actor.memberId)
  if (standing?.arrivedAt) return arrived(standing, true)
  throw call.refusal(standing ? 'visitCancelled' : 'busy')
}

const arrived = (visit: OwnVisit, again: boolean) => ({
  visit: ownVisitView(visit),
  at: visit.arrivedAt ?? new Date(0),
  again,
})
