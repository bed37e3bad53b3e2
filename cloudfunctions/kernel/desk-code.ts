/** The code on a screen: a step of time under the key of what it opens. */
import { acceptedSteps, formatDeskCode, isAcceptedStep, stepAt, STEP_MS, type DeskCode } from '@/domain/desk-code'
import { hmac, sameText } from './secrets'

/** What a code opens, an event or a door, with its own key. */
export interface Keyed {
  _id: string
  secret: string
}

const MAC_BYTES = 8
const DIGITS = 100_000_000n

/**
 * What WeChat's own scanner opens: an address that the operator has registered for the check-in page. Upper case keeps
 * the QR code in its alphanumeric mode.
 */
const codePrefix = (): string => process.env.CHECK_IN_URL_PREFIX ?? 'HTTPS://HLT.EXAMPLE/C/'

const digest = (keyed: Keyed, step: number): Buffer => hmac(keyed.secret, `${keyed._id}.${step}`)

/** 64 bits for the QR code. */
const macOf = (keyed: Keyed, step: number): string =>
  digest(keyed, step).subarray(0, MAC_BYTES).toString('hex').toUpperCase()

/** Eight digits for typing, from other bits of the same HMAC: seeing the digits says nothing of the QR code's bits. */
const digitsOf = (keyed: Keyed, step: number): string =>
  String(digest(keyed, step).readBigUInt64BE(MAC_BYTES) % DIGITS).padStart(8, '0')

/** The code of this moment. */
export const deskCode = (keyed: Keyed, now: Date): { code: DeskCode; digits: string; changesAt: Date } => {
  const step = stepAt(now)
  return {
    code: { subject: keyed._id, step, mac: macOf(keyed, step) },
    digits: digitsOf(keyed, step),
    changesAt: new Date((step + 1) * STEP_MS),
  }
}

/** What a screen shows at this moment: the QR code's text and the digits. */
export const shownCode = (keyed: Keyed, now: Date) => {
  const { code, digits, changesAt } = deskCode(keyed, now)
  return { text: formatDeskCode(codePrefix(), code), digits, changesAt }
}

/** Whether a scanned code is this one's and of this moment. A forged one is never called expired. */
export const judgeCode = (keyed: Keyed, code: DeskCode, now: Date): 'codeInvalid' | 'codeExpired' | null => {
  if (!Number.isSafeInteger(code.step) || !sameText(macOf(keyed, code.step), code.mac)) return 'codeInvalid'
  return isAcceptedStep(code.step, now) ? null : 'codeExpired'
}

/** Whether typed digits are those of the current step or the one before. */
export const judgeDigits = (keyed: Keyed, digits: string, now: Date): boolean =>
  acceptedSteps(now).some((step) => sameText(digitsOf(keyed, step), digits))
