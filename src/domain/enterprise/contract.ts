import * as v from 'valibot'
import {
  calendarDay,
  cursor,
  defineContract,
  enterpriseId,
  instantOut,
  memberId,
  optionalText,
  page,
  requestId,
  teamId,
  text,
  whole,
} from '../kit'
import { CONTACT_STATES, INDUSTRIES, MANAGED_FILTERS, MEETING_WAYS, NOTE_LENGTH, OUTREACH_STATES } from './rules'

/** `<enterprise>:<count>`: the visits to an enterprise are numbered. */
const outreachId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{4,64}:\d{1,6}$/), v.brand('OutreachId'))

const enterpriseCard = v.object({
  id: v.string(),
  name: v.string(),
  industry: v.picklist(INDUSTRIES),
  address: v.string(),
})

/** Somebody who speaks for an enterprise together with the caller. */
const speaker = v.object({ memberId: v.string(), name: v.string(), position: v.string() })

/** An enterprise of the caller's own. */
const ownEnterprise = v.object({
  enterprise: enterpriseCard,
  state: v.picklist(CONTACT_STATES),
  position: v.string(),
  /** When the present state began. */
  since: instantOut,
  declineReason: v.string(),
  /** The others who speak for it; only those who do themselves see them. */
  others: v.array(speaker),
})

/** What staff see of a contact. */
const contactView = v.object({
  enterpriseId: v.string(),
  enterpriseName: v.string(),
  memberId: v.string(),
  name: v.string(),
  position: v.string(),
  state: v.picklist(CONTACT_STATES),
  since: instantOut,
  declineReason: v.string(),
})

/** What staff see of an enterprise in a list. */
const managedCard = v.object({
  ...enterpriseCard.entries,
  verifiedAt: instantOut,
  confirmed: v.number(),
  waiting: v.number(),
  lastMetAt: v.nullable(instantOut),
  lastMetHow: v.nullable(v.picklist(MEETING_WAYS)),
  rev: v.number(),
})

/** A visit to an enterprise: who goes and when. What was said there stands in `note`, for who went and the team's leader. */
const outreachView = v.object({
  id: v.string(),
  enterpriseId: v.string(),
  enterpriseName: v.string(),
  teamId: v.string(),
  day: v.string(),
  by: v.string(),
  byName: v.string(),
  state: v.picklist(OUTREACH_STATES),
  /** Null for those who may not read it. */
  note: v.nullable(v.string()),
  writtenAt: v.nullable(instantOut),
  /** What was written before each correction, the first first; null for those who may not read it. */
  corrections: v.nullable(
    v.array(
      v.object({
        at: instantOut,
        /** Whether who went corrected it, and not the team's leader. */
        own: v.boolean(),
        day: v.string(),
        note: v.string(),
      }),
    ),
  ),
  /** Whether the caller may write it up. */
  mine: v.boolean(),
})

const particulars = { name: text(40), industry: v.picklist(INDUSTRIES), address: optionalText(80) }
const contactInput = { enterpriseId, memberId }

const staffOnly = { staff: 'any' } as const
const visiting = { teamLeader: 'own', specialist: 'own', staff: 'any' } as const

/** Context `enterprise`: enterprises, the people who speak for them, and visits to those whom nobody has met for long. */
export const enterprise = defineContract({
  /** Enterprises by words or pinyin, for choosing one's own; without words all of them. */
  find: {
    input: v.object({ words: optionalText(30), cursor }),
    output: page(enterpriseCard),
    refusals: [],
    allow: { bound: 'any' },
  },

  /** The caller's enterprises, newest first; those that they left stand nowhere. */
  mine: {
    input: v.object({}),
    output: v.object({ items: v.array(ownEnterprise) }),
    refusals: [],
    allow: { bound: 'any' },
  },

  /** Asks to speak for an enterprise; staff confirm. Asking again while one waits or is confirmed changes nothing. */
  join: {
    input: v.object({ enterpriseId, position: text(30) }),
    output: ownEnterprise,
    refusals: ['textRisky', 'tooManyAsked'],
    allow: { bound: 'any' },
  },

  /**
   * No longer speaks for an enterprise, or no longer asks to. Who leaves others behind names one of them, to whom what is
   * open goes over; the last one leaves the enterprise without a contact, and staff are told.
   */
  leave: {
    input: v.object({ enterpriseId, successor: v.optional(memberId) }),
    output: v.object({ left: v.literal(true) }),
    refusals: ['notContact', 'successorMissing', 'successorUnknown'],
    allow: { bound: 'any' },
  },

  // ── staff ─────────────────────────────────────────────────────────────────────────────────────

  /** Enterprises: all, those for which somebody asks to speak, those for which nobody does. */
  managed: {
    input: v.object({ filter: v.optional(v.picklist(MANAGED_FILTERS), 'all'), words: optionalText(30), cursor }),
    output: page(managedCard),
    refusals: [],
    allow: staffOnly,
  },

  /** Who asks to speak for an enterprise, the longest wait first. Reading it is logged. */
  waiting: { input: v.object({ cursor }), output: page(contactView), refusals: [], allow: staffOnly },

  /** One enterprise with everybody who speaks for it or asks to. Reading it is logged. */
  get: {
    input: v.object({ enterpriseId }),
    output: v.object({ enterprise: managedCard, contacts: v.array(contactView) }),
    refusals: [],
    allow: staffOnly,
  },

  /** Lets somebody speak for an enterprise, which gives them the right to see and do what is its own. */
  confirmContact: {
    input: v.object(contactInput),
    output: contactView,
    refusals: ['notWaiting', 'personUnconfirmed'],
    allow: staffOnly,
  },
  /** Does not, with a reason that the person sees and can act on. */
  declineContact: {
    input: v.object({ ...contactInput, reason: text(100) }),
    output: contactView,
    refusals: ['notWaiting', 'textRisky'],
    allow: staffOnly,
  },
  /** Takes the right away again; what is open goes over to the successor, or to whoever else speaks for it. */
  removeContact: {
    input: v.object({ ...contactInput, reason: text(100), successor: v.optional(memberId) }),
    output: contactView,
    refusals: ['notContact', 'successorUnknown', 'textRisky'],
    allow: staffOnly,
  },

  /** Takes in an enterprise that staff have verified. */
  add: {
    input: v.object({ requestId, ...particulars }),
    output: managedCard,
    refusals: ['nameTaken', 'textRisky'],
    allow: staffOnly,
  },
  change: {
    input: v.object({ enterpriseId, rev: whole(0, 1_000_000), ...particulars }),
    output: managedCard,
    refusals: ['nameTaken', 'textRisky', 'changedMeanwhile'],
    allow: staffOnly,
  },

  // ── visits to enterprises ─────────────────────────────────────────────────────────────────────

  /** Enterprises that nobody has met for 90 days, those never met first, each with the visit that is planned. */
  unmet: {
    input: v.object({ cursor }),
    output: page(
      v.object({
        ...enterpriseCard.entries,
        lastMetAt: v.nullable(instantOut),
        lastMetHow: v.nullable(v.picklist(MEETING_WAYS)),
        visit: v.nullable(v.object({ id: v.string(), day: v.string(), byName: v.string() })),
      }),
    ),
    refusals: [],
    allow: { teamLeader: 'any', specialist: 'any', staff: 'any' },
  },

  /** Who can go: the people of the caller's teams; a specialist plans for themselves alone. */
  goers: {
    input: v.object({}),
    output: v.object({ items: v.array(v.object({ memberId: v.string(), name: v.string(), teamId: v.string() })) }),
    refusals: [],
    allow: visiting,
  },

  /** Plans a visit of somebody of a team. Only one is planned to an enterprise at a time. */
  planVisit: {
    input: v.object({ requestId, enterpriseId, teamId, memberId, day: calendarDay }),
    output: outreachView,
    refusals: ['goerUnknown', 'notYourVisit', 'dayPassed', 'alreadyPlanned'],
    allow: visiting,
  },

  /** Writes up a visit: when it was and what was said. The enterprise counts as met. */
  writeUp: {
    input: v.object({ outreachId, day: calendarDay, note: text(NOTE_LENGTH) }),
    output: outreachView,
    refusals: ['notPlanned', 'notYourVisit', 'dayToCome', 'textRisky'],
    allow: { teamLeader: 'own', specialist: 'own' },
  },
  /**
   * Corrects what was written up; what stood there before stays beside it.
   *
   * `corrected`: how many corrections there were when the caller read it.
   */
  correctVisit: {
    input: v.object({ outreachId, corrected: whole(0, 1000), day: calendarDay, note: text(NOTE_LENGTH) }),
    output: outreachView,
    refusals: ['notWritten', 'notYourVisit', 'dayToCome', 'changedMeanwhile', 'textRisky'],
    allow: { teamLeader: 'own', specialist: 'own' },
  },
  cancelVisit: {
    input: v.object({ outreachId }),
    output: outreachView,
    refusals: ['notPlanned', 'notYourVisit'],
    allow: visiting,
  },

  /** Visits planned and written up: a leader's team's, a specialist's own, for staff all; the latest day first. */
  visits: {
    input: v.object({ state: v.optional(v.picklist(OUTREACH_STATES)), mine: v.optional(v.boolean(), false), cursor }),
    output: page(outreachView),
    refusals: [],
    allow: visiting,
  },
})
