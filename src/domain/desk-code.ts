/**
 * The code on a screen that whoever stands before it scans or types: on the desk of an event, at the door of the centre.
 * Pure; time is an argument.
 */

type Instant = Date | number

/** The code changes this often; the current step and the one before are accepted, so a photo lives 40 s at most. */
export const STEP_MS = 20_000
export const ACCEPTED_STEPS = 2
/** Wrong digits a person may type for one screen within the period. */
export const MAX_WRONG_DIGITS = 5
export const WRONG_DIGITS_PERIOD_MS = 10 * 60_000

export const stepAt = (now: Instant): number => Math.floor(Number(now) / STEP_MS)
export const acceptedSteps = (now: Instant): number[] =>
  Array.from({ length: ACCEPTED_STEPS }, (_, back) => stepAt(now) - back)
export const isAcceptedStep = (step: number, now: Instant): boolean => acceptedSteps(now).includes(step)

export interface DeskCode {
  /** What it opens: an event's id, or the name of a door. */
  subject: string
  step: number
  /** 64 bits of the HMAC in upper-case hexadecimal. */
  mac: string
}

/**
 * The text in the QR code: `<prefix><subject>.<step>.<mac>`. Every character after an upper-case prefix belongs to QR's
 * alphanumeric alphabet, which keeps the picture at 29–33 modules a side, readable from three metres.
 */
export const formatDeskCode = (prefix: string, code: DeskCode): string =>
  `${prefix}${code.subject}.${code.step.toString(36).toUpperCase()}.${code.mac}`

/** The slash before it may come encoded, as WeChat hands over an address that its own scanner read. */
const DESK_CODE = /(?:^|\/|%2F)([0-9A-Z_-]{4,64})\.([0-9A-Z]{1,9})\.([0-9A-F]{16})$/

/** Reads a scanned text, whatever prefix it carries. Null when it is no desk code at all. */
export const parseDeskCode = (scanned: string): DeskCode | null => {
  const match = DESK_CODE.exec(scanned.trim().toUpperCase())
  if (!match) return null
  const [, subject = '', step = '', mac = ''] = match
  return { subject, step: parseInt(step, 36), mac }
}

/** Digits as typed: spaces and full-width digits are forgiven. Null unless eight digits remain. */
export const parseDigits = (typed: string): string | null => {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{8}$/.test(digits) ? digits : null
}
