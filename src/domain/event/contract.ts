import * as v from 'valibot'
import {
  branchId,
  cursor,
  defineContract,
  eventId,
  instantIn,
  instantOut,
  memberId,
  optionalText,
  page,
  requestId,
  text,
  ticketId,
  whole,
} from '../kit'
import { ATTENDANCE_WAYS, AUDIENCES, EVENT_KINDS, EVENT_STATES, REGISTRATION_STATES } from './rules'

const windowIn = v.object({ opensAt: instantIn, closesAt: instantIn })
const windowOut = v.object({ opensAt: instantOut, closesAt: instantOut })
const place = v.object({
  name: text(60),
  address: optionalText(120),
  /** GCJ-02 degrees, as WeChat's map uses them. */
  latitude: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))), null),
  longitude: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))), null),
})
const agendaItem = v.object({ at: v.pipe(v.string(), v.regex(/^([01]?\d|2[0-3]):[0-5]\d$/)), title: text(80) })

/** A picture or paper that the organiser attaches: a fresh upload's ticket, or `kept` (its position) for one that stays. */
const attached = v.union([v.object({ ticketId, name: text(60) }), v.object({ kept: whole(0, 30), name: text(60) })])

/** All that an organiser decides about an event. Times are checked together by `draftProblems`. */
export const draftInput = v.object({
  kind: v.picklist(EVENT_KINDS),
  title: text(60),
  summary: optionalText(1000),
  startsAt: instantIn,
  endsAt: instantIn,
  place,
  hostBranchIds: v.pipe(v.array(branchId), v.minLength(1), v.maxLength(10)),
  /** Null: as many as come. */
  capacity: v.nullable(whole(1, 5000)),
  waitlist: v.boolean(),
  walkIns: v.boolean(),
  audience: v.picklist(AUDIENCES),
  agenda: v.pipe(v.array(agendaItem), v.maxLength(30)),
  pictures: v.optional(v.pipe(v.array(attached), v.maxLength(9)), []),
  materials: v.optional(v.pipe(v.array(attached), v.maxLength(9)), []),
  signUp: windowIn,
  cancelUntil: instantIn,
  checkIn: windowIn,
})

const host = v.object({ id: v.string(), name: v.string() })
const mineView = v.object({
  state: v.picklist(REGISTRATION_STATES),
  signedUpAt: instantOut,
  attendedAt: v.nullable(instantOut),
  attendedBy: v.nullable(v.picklist(ATTENDANCE_WAYS)),
})

/** What a list shows of an event, and all that the rules need to explain its buttons. */
export const eventCard = v.object({
  id: v.string(),
  kind: v.picklist(EVENT_KINDS),
  title: v.string(),
  state: v.picklist(EVENT_STATES),
  startsAt: instantOut,
  endsAt: instantOut,
  placeName: v.string(),
  hosts: v.array(host),
  capacity: v.nullable(v.number()),
  taken: v.number(),
  waitlist: v.boolean(),
  walkIns: v.boolean(),
  audience: v.picklist(AUDIENCES),
  signUp: windowOut,
  cancelUntil: instantOut,
  checkIn: windowOut,
  /** Set when time or place changed after publication. */
  movedAt: v.nullable(instantOut),
})

export const eventDetail = v.object({
  ...eventCard.entries,
  summary: v.string(),
  place: v.object({
    name: v.string(),
    address: v.string(),
    latitude: v.nullable(v.number()),
    longitude: v.nullable(v.number()),
  }),
  agenda: v.array(v.object({ at: v.string(), title: v.string() })),
  pictures: v.array(v.object({ name: v.string(), url: v.string() })),
  materials: v.array(v.object({ name: v.string(), url: v.string(), size: v.number() })),
  cancelReason: v.string(),
  rev: v.number(),
  /** The caller's own registration. */
  mine: v.nullable(mineView),
  /** Whether the caller may run this event's desk. */
  manages: v.boolean(),
})

const registrationView = v.object({ eventId: v.string(), ...mineView.entries })
const checkedIn = v.object({
  eventId: v.string(),
  title: v.string(),
  /** When the first check-in was. */
  at: instantOut,
  /** True when this call only repeated an earlier one. */
  again: v.boolean(),
  /** True when the person had not signed up before. */
  walkIn: v.boolean(),
})

const rosterRow = v.object({
  memberId: v.string(),
  name: v.string(),
  branchName: v.string(),
  confirmed: v.boolean(),
  state: v.picklist(REGISTRATION_STATES),
  signedUpAt: instantOut,
  attendedAt: v.nullable(instantOut),
  attendedBy: v.nullable(v.picklist(ATTENDANCE_WAYS)),
  reason: v.string(),
})

/** What may be wrong with a draft, new or changed. */
const draftRefusals = ['timesWrong', 'branchUnknown', 'fileUnusable', 'textRisky'] as const
const managing = { secretary: 'own', staff: 'any' } as const

/** Context `event`: theme days and other gatherings, registrations, attendance. */
export const event = defineContract({
  /** Published and cancelled events that the caller may see; a month at once for the calendar. */
  list: {
    input: v.object({
      when: v.optional(v.picklist(['upcoming', 'past']), 'upcoming'),
      month: v.optional(v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))),
      kind: v.optional(v.picklist(EVENT_KINDS)),
      branchId: v.optional(branchId),
      words: optionalText(40),
      cursor,
    }),
    output: page(eventCard),
    refusals: [],
    allow: { visitor: 'any' },
  },

  get: { input: v.object({ eventId }), output: eventDetail, refusals: [], allow: { visitor: 'any' } },

  /** The caller's registrations with their events, newest event first. */
  mine: {
    input: v.object({ cursor }),
    output: page(v.object({ event: eventCard, mine: mineView })),
    refusals: [],
    allow: { bound: 'any' },
  },

  /** Takes a place, or a place in the waiting list. Repeating it answers with what is there. */
  signUp: {
    input: v.object({ eventId }),
    output: registrationView,
    refusals: ['eventCancelled', 'notPublished', 'signUpNotOpen', 'signUpClosed', 'full'],
    allow: { bound: 'any' },
  },

  /** Gives the place back; the first of the waiting list moves up. */
  cancelSignUp: {
    input: v.object({ eventId }),
    output: registrationView,
    refusals: ['notSignedUp', 'alreadyCheckedIn', 'cancelTooLate'],
    allow: { bound: 'any' },
  },

  /**
   * Checks the caller in by the code on the desk: scanned (`code`), or typed (`digits` with `eventId`). With a code,
   * `eventId` says which event's page the scanner was opened from.
   */
  checkIn: {
    input: v.object({
      code: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
      eventId: v.optional(eventId),
      digits: v.optional(v.pipe(v.string(), v.maxLength(40))),
    }),
    output: checkedIn,
    refusals: [
      'eventCancelled',
      'notPublished',
      'notOpenYet',
      'closed',
      'codeInvalid',
      'codeExpired',
      'codeOfAnotherEvent',
      'digitsWrong',
      'tooManyTries',
      'notSignedUp',
      'signUpCancelled',
      'waitlisted',
      'full',
    ],
    allow: { bound: 'any' },
  },

  // ── the organiser's side ──────────────────────────────────────────────────────────────────────

  /** Events of the caller's branches in every state, for the desk: upcoming ones by what comes first, all others newest first. */
  managed: {
    input: v.object({
      state: v.optional(v.picklist(EVENT_STATES)),
      when: v.optional(v.picklist(['upcoming', 'past'])),
      cursor,
    }),
    output: page(v.object({ ...eventCard.entries, rev: v.number() })),
    refusals: [],
    allow: managing,
  },
  create: {
    input: v.object({ requestId, draft: draftInput }),
    output: eventDetail,
    refusals: draftRefusals,
    allow: managing,
  },
  /** Changes a draft or a published event. `rev` is the one that was read: a change in between is refused, not overwritten. */
  change: {
    input: v.object({ eventId, rev: whole(0, 1e9), draft: draftInput }),
    output: eventDetail,
    refusals: [...draftRefusals, 'changedMeanwhile', 'eventCancelled', 'eventOver', 'capacityBelowTaken'],
    allow: managing,
  },
  publish: {
    input: v.object({ eventId, rev: whole(0, 1e9) }),
    output: eventDetail,
    refusals: ['changedMeanwhile', 'eventCancelled', 'eventOver'],
    allow: managing,
  },
  cancel: {
    input: v.object({ eventId, reason: text(200) }),
    output: eventDetail,
    refusals: ['eventOver', 'textRisky'],
    allow: managing,
  },
  /** A new draft with everything but the people and files, moved to another start. */
  copy: {
    input: v.object({ eventId, requestId, startsAt: instantIn }),
    output: eventDetail,
    refusals: [],
    allow: managing,
  },

  /** What the desk screen shows: the code of this moment, the live count, the last arrivals. */
  desk: {
    input: v.object({ eventId }),
    output: v.object({
      eventId: v.string(),
      title: v.string(),
      state: v.picklist(EVENT_STATES),
      now: instantOut,
      checkIn: windowOut,
      /** Null outside the window. */
      code: v.nullable(v.object({ text: v.string(), digits: v.string(), changesAt: instantOut })),
      registered: v.number(),
      waitlisted: v.number(),
      attended: v.number(),
      capacity: v.nullable(v.number()),
      arrivals: v.array(v.object({ name: v.string(), branchName: v.string(), confirmed: v.boolean(), at: instantOut })),
    }),
    refusals: ['eventCancelled'],
    allow: managing,
  },

  /** Who signed up and who came. Reading it is logged for everyone in it. */
  roster: {
    input: v.object({
      eventId,
      state: v.optional(v.picklist(['attended', 'absent', 'waitlisted', 'cancelled'])),
      cursor,
    }),
    output: v.object({
      ...page(rosterRow).entries,
      counts: v.object({ registered: v.number(), attended: v.number(), waitlisted: v.number(), cancelled: v.number() }),
    }),
    refusals: [],
    allow: managing,
  },

  /** Records by hand that someone was there (补签), with a reason that stays beside it. */
  recordAttendance: {
    input: v.object({ eventId, memberId, reason: text(100) }),
    output: rosterRow,
    refusals: ['notOpenYet', 'tooLateToRecord', 'eventCancelled', 'notSignedUp'],
    allow: managing,
  },
})
