import * as v from 'valibot'
import {
  branchId,
  cursor,
  defineContract,
  GRANTABLE_ROLES,
  instantOut,
  memberId,
  optionalText,
  page,
  plainId,
  requestId,
  ROLES,
  SCOPES,
  text,
} from '../kit'
import { BRANCH_LEVELS, CONSENT_PURPOSES, MEMBER_STATES, SUGGESTION_KINDS } from './rules'

/** A mainland mobile number, or empty. Typed by hand: the platform's own number is never required. */
const phone = v.optional(v.pipe(v.string(), v.trim(), v.regex(/^(1[3-9]\d{9})?$/)), '')

export const branchView = v.object({ id: v.string(), name: v.string(), level: v.picklist(BRANCH_LEVELS) })
const grantView = v.object({ role: v.picklist(ROLES), scope: v.picklist(SCOPES), scopeId: v.string() })

/** What a person sees of themselves. */
export const selfView = v.object({
  id: v.string(),
  name: v.string(),
  phone: v.string(),
  state: v.picklist(MEMBER_STATES),
  declineReason: v.string(),
  branch: branchView,
})

/** What the desk sees of a member: never the whole phone number. */
export const memberView = v.object({
  id: v.string(),
  name: v.string(),
  phoneMasked: v.string(),
  state: v.picklist(MEMBER_STATES),
  branch: v.object({ id: v.string(), name: v.string() }),
  since: instantOut,
  grants: v.array(grantView),
})

const meView = v.object({ member: v.nullable(selfView), grants: v.array(grantView) })

export const suggestionView = v.object({
  id: v.string(),
  kind: v.picklist(SUGGESTION_KINDS),
  text: v.string(),
  contact: v.string(),
  at: instantOut,
  answer: v.string(),
  answeredAt: v.nullable(instantOut),
})

const grantInput = v.object({
  memberId,
  /** Who speaks for an enterprise is decided there, and refused here in words. */
  role: v.picklist([...GRANTABLE_ROLES, 'contact']),
  scope: v.picklist(SCOPES),
  scopeId: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{0,64}$/)), ''),
})

/** Context `member`: who a person is, what they agreed to, which roles they hold, and their rights over their data. */
export const member = defineContract({
  /** Who the caller is: null while not bound. */
  me: { input: v.object({}), output: meView, refusals: [], allow: { visitor: 'any' } },

  /** All primary organisations, for choosing one's own and for filters. */
  branches: {
    input: v.object({}),
    output: v.object({ items: v.array(branchView) }),
    refusals: [],
    allow: { visitor: 'any' },
  },

  /**
   * Makes an unconfirmed member of the caller. Never attaches to an existing record by name. Repeating it while bound
   * answers with the record that is there.
   */
  bind: {
    input: v.object({
      name: text(20),
      branchId,
      phone,
      consents: v.pipe(v.array(v.picklist(CONSENT_PURPOSES)), v.maxLength(4)),
    }),
    output: meView,
    refusals: ['consentMissing', 'branchUnknown', 'textRisky'],
    allow: { visitor: 'any' },
  },

  /**
   * Corrects one's own record. The phone can always be changed or removed; name and branch only until the branch has
   * confirmed them (a declined record goes back to unconfirmed), afterwards through the branch secretary.
   */
  correct: {
    input: v.object({
      name: v.optional(text(20)),
      branchId: v.optional(branchId),
      phone: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^(1[3-9]\d{9})?$/))),
      consents: v.optional(v.pipe(v.array(v.picklist(CONSENT_PURPOSES)), v.maxLength(4)), []),
    }),
    output: meView,
    refusals: ['confirmedByBranch', 'branchUnknown', 'consentMissing', 'textRisky'],
    allow: { bound: 'any' },
  },

  /** Everything kept about the caller, section by section, to read and take out. */
  myData: {
    input: v.object({}),
    output: v.object({
      at: instantOut,
      sections: v.array(
        v.object({
          title: v.string(),
          rows: v.array(v.record(v.string(), v.union([v.string(), v.number(), v.null()]))),
        }),
      ),
    }),
    refusals: [],
    allow: { bound: 'any' },
  },

  /** Who looked at the caller's data or changed it, newest first. */
  accesses: {
    input: v.object({ cursor }),
    output: page(v.object({ id: v.string(), at: instantOut, by: v.string(), what: v.string() })),
    refusals: [],
    allow: { bound: 'any' },
  },

  /** Deletes the caller's personal data; attendance figures stay without a name. `confirm` must be the word 删除. */
  erase: {
    input: v.object({ confirm: v.literal('删除') }),
    output: v.object({ erased: v.literal(true) }),
    refusals: ['lastStaff'],
    allow: { bound: 'any' },
  },

  /** A branch's members, or all for staff. Reading it is logged. */
  list: {
    input: v.object({
      state: v.optional(v.picklist(['unconfirmed', 'confirmed', 'imported', 'declined'])),
      branchId: v.optional(branchId),
      words: optionalText(20),
      cursor,
    }),
    output: page(memberView),
    refusals: [],
    allow: { secretary: 'own', staff: 'any' },
  },

  /** Imported records that a binding might be merged into: same branch, the same name first. */
  mergeCandidates: {
    input: v.object({ memberId }),
    output: v.object({ items: v.array(memberView) }),
    refusals: [],
    allow: { secretary: 'own', staff: 'any' },
  },

  /** Confirms a binding, alone or merged into an imported record, which then carries everything the person did. */
  confirm: {
    /** `name` is the one that the desk saw: who corrected it since is looked at again. */
    input: v.object({ memberId, mergeInto: v.optional(memberId), name: v.optional(text(20)) }),
    output: memberView,
    refusals: ['notWaiting', 'mergeTargetTaken', 'mergeOtherBranch'],
    allow: { secretary: 'own', staff: 'any' },
  },

  /** Declines a binding with a reason, which the person sees and can act on. */
  decline: {
    input: v.object({ memberId, reason: text(100) }),
    output: memberView,
    refusals: ['notWaiting'],
    allow: { secretary: 'own', staff: 'any' },
  },

  /** Corrects the name or branch of a member on their word. */
  amend: {
    input: v.object({ memberId, name: v.optional(text(20)), branchId: v.optional(branchId), reason: text(100) }),
    output: memberView,
    refusals: ['branchUnknown', 'notWaiting'],
    allow: { secretary: 'own', staff: 'any' },
  },

  /** Hands a role to a confirmed member, always scoped. */
  grant: {
    input: grantInput,
    output: memberView,
    refusals: ['notConfirmed', 'scopeMissing', 'branchUnknown', 'throughEnterprise'],
    allow: { staff: 'any' },
  },
  revoke: {
    input: grantInput,
    output: memberView,
    refusals: ['lastStaff', 'throughEnterprise'],
    allow: { staff: 'any' },
  },

  /** Complaint or suggestion, from anyone. */
  suggest: {
    input: v.object({ requestId, kind: v.picklist(SUGGESTION_KINDS), text: text(500), contact: optionalText(50) }),
    output: suggestionView,
    refusals: ['textRisky', 'tooMany'],
    allow: { visitor: 'any' },
  },
  mySuggestions: { input: v.object({ cursor }), output: page(suggestionView), refusals: [], allow: { visitor: 'any' } },
  suggestions: {
    input: v.object({ open: v.optional(v.boolean(), true), cursor }),
    output: page(suggestionView),
    refusals: [],
    allow: { staff: 'any' },
  },
  answerSuggestion: {
    input: v.object({ suggestionId: plainId, answer: text(500) }),
    output: suggestionView,
    refusals: ['alreadyAnswered'],
    allow: { staff: 'any' },
  },
})
