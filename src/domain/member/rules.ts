/** Membership: who is confirmed, who may be merged, what is shown of a phone number. No I/O. */

export const MEMBER_STATES = ['unconfirmed', 'confirmed', 'declined', 'imported', 'merged', 'erased'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

/** Which state may follow which. `imported` records have no phone behind them until a binding is merged into them. */
export const MEMBER_MOVES: Record<MemberState, readonly MemberState[]> = {
  unconfirmed: ['confirmed', 'declined', 'merged', 'erased'],
  confirmed: ['erased'],
  declined: ['unconfirmed', 'confirmed', 'merged', 'erased'],
  imported: ['confirmed', 'erased'],
  merged: [],
  erased: [],
}

export const mayMove = (from: MemberState, to: MemberState): boolean => MEMBER_MOVES[from].includes(to)

export const BRANCH_LEVELS = ['branch', 'generalBranch', 'committee'] as const
export type BranchLevel = (typeof BRANCH_LEVELS)[number]

/** What a person agrees to, each for itself. Attendance cannot be kept without the first; the second goes with the phone number. */
export const CONSENT_PURPOSES = ['attendance', 'phone'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]
/** Changes whenever the consent text changes, so that it is known what a person agreed to. */
export const CONSENT_VERSION = '2026-11'

/** Which consents a binding needs: always the record's, and the phone's when one is given. */
export const missingConsents = (given: readonly ConsentPurpose[], phone: string): ConsentPurpose[] =>
  CONSENT_PURPOSES.filter((purpose) => (purpose === 'attendance' || phone !== '') && !given.includes(purpose))

/** `1990000**** 01` style masking: the first three and last two digits stay. */
export const maskPhone = (phone: string): string =>
  phone.length < 6 ? '' : `${phone.slice(0, 3)}******${phone.slice(-2)}`

/** A binding may only be merged into an imported record of the same branch. */
export const mayMerge = (
  from: { state: MemberState; branchId: string },
  into: { state: MemberState; branchId: string },
): boolean => mayMove(from.state, 'merged') && into.state === 'imported' && from.branchId === into.branchId

export const SUGGESTION_KINDS = ['complaint', 'suggestion'] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]
