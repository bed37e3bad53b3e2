import * as v from 'valibot'
import { defineContract, instantIn, instantOut, optionalText, text, visitId, whole } from '../kit'
import { exhibitCard } from '../exhibit/contract'
import { ARRIVAL_WAYS, MAX_PARTY, SLOT_ID, VISIT_STATES } from './rules'

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const day = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
const slotId = v.pipe(v.string(), v.regex(SLOT_ID))

const hours = v.nullable(v.object({ opens: clock, closes: clock }))
const closure = v.object({ from: day, to: day, reason: text(40) })
const week = v.pipe(v.array(hours), v.length(7))

/** All that an editor decides about the centre. */
export const centreInput = v.object({
  intro: text(1000),
  address: text(120),
  /** GCJ-02 degrees, as WeChat's map uses them. */
  latitude: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))), null),
  longitude: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))), null),
  directions: optionalText(300),
  phone: v.optional(v.pipe(v.string(), v.regex(/^[0-9 +()-]{0,20}$/)), ''),
  week,
  closures: v.pipe(v.array(closure), v.maxLength(30)),
  notices: v.pipe(v.array(v.object({ title: text(40), text: optionalText(500), at: instantIn })), v.maxLength(20)),
  visiting: v.object({
    slotMinutes: v.picklist([30, 45, 60, 90]),
    capacity: whole(1, 200),
    guides: whole(0, 10),
    daysAhead: whole(1, 30),
    closesBefore: whole(0, 1440),
  }),
})

const openOut = v.union([
  v.object({ is: v.literal('open'), until: instantOut }),
  v.object({ is: v.literal('closed'), next: v.nullable(instantOut), reason: v.string() }),
])

const centreOut = v.object({
  name: v.string(),
  /** Square metres. */
  area: v.number(),
  openedOn: v.string(),
  intro: v.string(),
  address: v.string(),
  latitude: v.nullable(v.number()),
  longitude: v.nullable(v.number()),
  directions: v.string(),
  phone: v.string(),
  week: v.array(hours),
  closures: v.array(v.object({ from: v.string(), to: v.string(), reason: v.string() })),
  notices: v.array(v.object({ title: v.string(), text: v.string(), at: instantOut })),
  visiting: v.object({
    slotMinutes: v.number(),
    capacity: v.number(),
    guides: v.number(),
    daysAhead: v.number(),
    closesBefore: v.number(),
  }),
})

const slotOut = v.object({
  id: v.string(),
  startsAt: instantOut,
  endsAt: instantOut,
  capacity: v.number(),
  taken: v.number(),
  guides: v.number(),
  guided: v.number(),
  closedReason: v.string(),
})

const visitView = v.object({
  id: v.string(),
  slotId: v.string(),
  startsAt: instantOut,
  endsAt: instantOut,
  size: v.number(),
  guide: v.boolean(),
  groupName: v.string(),
  state: v.picklist(VISIT_STATES),
  bookedAt: instantOut,
  arrivedAt: v.nullable(instantOut),
  /** Set when the centre has closed this slot after it was booked. */
  closedReason: v.string(),
})

const deskVisit = v.object({
  ...visitView.entries,
  memberId: v.string(),
  name: v.string(),
  branchName: v.string(),
  confirmed: v.boolean(),
  arrivedBy: v.nullable(v.picklist(ARRIVAL_WAYS)),
  reason: v.string(),
})

const arrived = v.object({
  visit: visitView,
  at: instantOut,
  /** True when this call only repeated an earlier one. */
  again: v.boolean(),
})

const editing = { editor: 'own', staff: 'any' } as const
const rev = whole(0, 1e9)

/** Context `centre`: what the centre is, when it is open, and visits to it. */
export const centre = defineContract({
  /** The centre's page in one call, its halls included. */
  get: {
    input: v.object({}),
    output: v.object({
      now: instantOut,
      centre: centreOut,
      open: openOut,
      halls: v.array(exhibitCard),
      /** Whether the caller may change it and see the day's visits. */
      manages: v.boolean(),
    }),
    refusals: [],
    allow: { visitor: 'any' },
  },

  /**
   * The days on which visits can be booked, today first, closed ones without slots; the slots still to come, and how
   * full they are.
   */
  slots: {
    input: v.object({}),
    output: v.object({
      now: instantOut,
      /** Minutes before a slot's start from which it can no longer be booked. */
      closesBefore: v.number(),
      days: v.array(v.object({ day: v.string(), slots: v.array(slotOut) })),
    }),
    refusals: [],
    allow: { visitor: 'any' },
  },

  /** Books a slot for oneself or a group. Repeating it answers with what is there; another size changes nothing. */
  book: {
    input: v.object({
      slotId,
      size: whole(1, MAX_PARTY),
      guide: v.boolean(),
      /** Of a group: who comes, such as `演示企业参观团`. */
      groupName: optionalText(30),
    }),
    output: visitView,
    refusals: ['slotUnknown', 'slotClosed', 'slotPassed', 'slotFull', 'noGuideLeft', 'tooManyVisits', 'textRisky'],
    allow: { bound: 'any' },
  },
  /** The caller's visits, latest first. */
  myVisits: {
    input: v.object({}),
    output: v.object({ items: v.array(visitView) }),
    refusals: [],
    allow: { bound: 'any' },
  },
  cancelVisit: {
    input: v.object({ visitId }),
    output: visitView,
    refusals: ['alreadyArrived', 'visitOver'],
    allow: { bound: 'any' },
  },

  /** Checks the caller's visit of now in by the code at the door: scanned (`code`), or typed (`digits`). */
  arrive: {
    input: v.object({
      code: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
      digits: v.optional(v.pipe(v.string(), v.maxLength(40))),
    }),
    output: arrived,
    refusals: [
      'codeInvalid',
      'codeExpired',
      'codeOfAnEvent',
      'digitsWrong',
      'tooManyTries',
      'noVisitToday',
      'tooEarly',
      'visitOver',
      'visitCancelled',
    ],
    allow: { bound: 'any' },
  },

  // ── the editor's side ─────────────────────────────────────────────────────────────────────────

  /** A day's visits by slot, cancelled ones too, which count nowhere. Reading it is logged for everyone in it. */
  visitsOn: {
    input: v.object({ day }),
    output: v.object({
      day: v.string(),
      slots: v.array(slotOut),
      visits: v.array(deskVisit),
      /** `visits` booked, the `persons` they are for, and how many of the visits have `arrived`. */
      counts: v.object({ visits: v.number(), persons: v.number(), arrived: v.number() }),
    }),
    refusals: [],
    allow: editing,
  },
  /** What the screen at the door shows: the code of this moment and how many of today's visits have come. */
  door: {
    input: v.object({}),
    output: v.object({
      now: instantOut,
      code: v.object({ text: v.string(), digits: v.string(), changesAt: instantOut }),
      expected: v.number(),
      arrived: v.number(),
      arrivals: v.array(v.object({ name: v.string(), size: v.number(), groupName: v.string(), at: instantOut })),
    }),
    refusals: [],
    allow: editing,
  },
  /** Records by hand that a party has come, with a reason that stays beside it. */
  recordArrival: {
    input: v.object({ visitId, reason: text(100) }),
    output: deskVisit,
    refusals: ['visitCancelled', 'tooEarly', 'tooLateToRecord'],
    allow: editing,
  },
  /** Closes a slot for further bookings (or opens it again with an empty reason); who has booked sees the reason. */
  closeSlot: {
    input: v.object({ slotId, reason: optionalText(60) }),
    output: slotOut,
    refusals: ['slotUnknown', 'slotPassed', 'textRisky'],
    allow: editing,
  },
  /** The centre as an editor changes it. */
  edit: {
    input: v.object({}),
    output: v.object({ centre: centreOut, rev: v.number() }),
    refusals: [],
    allow: editing,
  },
  change: {
    input: v.object({ rev, centre: centreInput }),
    output: v.object({ centre: centreOut, rev: v.number() }),
    refusals: ['changedMeanwhile', 'hoursWrong', 'closureWrong', 'textRisky'],
    allow: editing,
  },
})
