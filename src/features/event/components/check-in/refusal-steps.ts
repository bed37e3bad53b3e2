import { parseDeskCode } from '@/domain/desk-code'
import type { CallError } from '@/lib/call-error'
import type { Attempt } from './attempt'

/** What to do after a refusal, the likeliest first. */
export type NextStep = 'scan' | 'digits' | 'event' | 'otherEvent' | 'again' | 'home'

const steps: Record<string, readonly NextStep[]> = {
  codeExpired: ['scan', 'digits'],
  codeInvalid: ['scan', 'digits'],
  codeOfAnotherEvent: ['scan', 'otherEvent'],
  digitsWrong: ['digits', 'scan'],
  tooManyTries: ['scan', 'event'],
  notOpenYet: ['event', 'scan'],
  closed: ['event'],
  eventCancelled: ['event'],
  notPublished: ['event'],
  notSignedUp: ['event'],
  signUpCancelled: ['event'],
  waitlisted: ['event'],
  full: ['event'],
  notFound: ['scan', 'home'],
  badInput: ['scan', 'digits'],
  busy: ['again', 'scan'],
  failed: ['again', 'scan'],
}

/** The event that a scanned code belongs to, as far as its text says. */
export const eventOfCode = (attempt: Attempt): string | undefined =>
  'code' in attempt ? parseDeskCode(attempt.code)?.subject : undefined

/**
 * What to offer after a refusal.
 * @param eventId the event whose page the person came from
 */
export function nextSteps(error: CallError, attempt: Attempt, eventId: string | undefined): NextStep[] {
  const known = { event: eventId ?? eventOfCode(attempt), otherEvent: eventOfCode(attempt) }
  const possible = (steps[error.code] ?? ['again', 'home']).filter(
    (step) => (step !== 'event' && step !== 'otherEvent') || known[step] !== undefined,
  )
  return possible.length > 0 ? possible : ['home']
}
