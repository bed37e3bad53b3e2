/** The code on the desk: a step of time under the event's own key. */
import { acceptedSteps, isAcceptedStep, stepAt, STEP_MS, type DeskCode } from '@/domain/event/rules'
import { hmac, sameText } from '../../kernel/secrets'
import type { EventDoc } from './events'

type Keyed = Pick<EventDoc, '_id' | 'secret'>

const MAC_BYTES = 8
const DIGITS = 100_000_000n

const digest = (event: Keyed, step: number): Buffer => hmac(event.secret, `${event._id}.${step}`)

/** 64 bits for the QR code. */
const macOf = (event: Keyed, step: number): string =>
  digest(event, step).subarray(0, MAC_BYTES).toString('hex').toUpperCase()

/** Eight digits for typing, from other bits of the same HMAC: seeing the digits says nothing of the QR code's bits. */
const digitsOf = (event: Keyed, step: number): string =>
  String(digest(event, step).readBigUInt64BE(MAC_BYTES) % DIGITS).padStart(8, '0')

/** What the desk shows at this moment. */
export const deskCode = (event: Keyed, now: Date): { code: DeskCode; digits: string; changesAt: Date } => {
  const step = stepAt(now)
  return {
    code: { eventId: event._id, step, mac: macOf(event, step) },
    digits: digitsOf(event, step),
    changesAt: new Date((step + 1) * STEP_MS),
  }
}

/** Whether a scanned code is this event's and of this moment. A forged one is never called expired. */
export const judgeCode = (event: Keyed, code: DeskCode, now: Date): 'codeInvalid' | 'codeExpired' | null => {
  if (!Number.isSafeInteger(code.step) || !sameText(macOf(event, code.step), code.mac)) return 'codeInvalid'
  return isAcceptedStep(code.step, now) ? null : 'codeExpired'
}

/** Whether typed digits are those of the current step or the one before. */
export const judgeDigits = (event: Keyed, digits: string, now: Date): boolean =>
  acceptedSteps(now).some((step) => sameText(digitsOf(event, step), digits))
