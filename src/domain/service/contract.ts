import * as v from 'valibot'
import {
  calendarDay,
  cursor,
  defineContract,
  enterpriseId,
  instantIn,
  instantOut,
  memberId,
  optionalText,
  page,
  plainId,
  requestId,
  serviceDayId,
  serviceSlotId,
  teamId,
  text,
  whole,
} from '../kit'
import { heldSlot, placeOut, serviceDayCard, slotOut, specialistCard, topic, waitOut } from '../service-day'
import { DAY_STATES, MAX_BREAKS, MAX_TABLES, SLOT_LENGTHS, TEAM_NAME_LENGTH, TOPICS } from './rules'

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const rev = whole(0, 1e9)

const placeIn = v.object({
  name: optionalText(40),
  address: optionalText(80),
  latitude: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))), null),
  longitude: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))), null),
})

export const dayDraft = v.object({
  title: optionalText(40),
  day: calendarDay,
  from: clock,
  to: clock,
  breaks: v.pipe(v.array(v.object({ from: clock, to: clock })), v.maxLength(MAX_BREAKS)),
  slotMinutes: v.picklist(SLOT_LENGTHS),
  place: placeIn,
  tables: v.pipe(v.array(v.object({ specialistId: memberId })), v.maxLength(MAX_TABLES)),
  notes: optionalText(300),
})
const dayDraftOut = v.object({
  title: v.string(),
  day: v.string(),
  from: v.string(),
  to: v.string(),
  breaks: v.array(v.object({ from: v.string(), to: v.string() })),
  slotMinutes: v.number(),
  place: placeOut,
  tables: v.array(v.object({ specialistId: v.string() })),
  notes: v.string(),
})
const editedDay = v.object({
  id: v.string(),
  teamId: v.string(),
  rev: v.number(),
  state: v.picklist(DAY_STATES),
  draft: dayDraftOut,
  booked: v.number(),
  cancelReason: v.string(),
})

const absenceOut = v.object({ id: v.string(), from: instantOut, to: instantOut, note: v.string() })
export const specialistView = v.object({
  ...specialistCard.entries,
  teamId: v.string(),
  active: v.boolean(),
  /** Enterprises that they must not advise, such as their employer. */
  conflicts: v.array(v.object({ id: v.string(), name: v.string() })),
  rev: v.number(),
  absences: v.array(absenceOut),
})

/** A team that nobody has named has an empty name. */
const teamOut = v.object({ id: v.string(), name: v.string() })
const leading = { teamLeader: 'own', staff: 'any' } as const

/** Context `service`: the service team (链上服务小分队), its service days (链上服务日) and the slots on them. */
export const service = defineContract({
  /** Published days to come, soonest first. */
  coming: {
    input: v.object({}),
    output: v.object({ now: instantOut, days: v.array(serviceDayCard) }),
    refusals: [],
    allow: { visitor: 'any' },
  },
  /** One published day with everyone who sits there and every slot (at most 200), in one call. */
  day: {
    input: v.object({ serviceDayId }),
    output: v.object({
      now: instantOut,
      day: v.object({ ...serviceDayCard.entries, notes: v.string(), teamId: v.string() }),
      specialists: v.array(specialistCard),
      slots: v.array(slotOut),
      /** Whether the caller leads its team. */
      manages: v.boolean(),
    }),
    refusals: [],
    allow: { visitor: 'any' },
  },

  /**
   * Keeps a slot for five minutes while the form is open; the enterprise's earlier hold is let go of. Holding it again
   * lengthens nothing and answers the same. A loser is told which slot is free next: `slotTaken` with `next` (its id),
   * `nextAt` and `nextName`, or `dayFull`. With a consultation it is for moving that one's meeting, which then counts for
   * none of the bookings ahead.
   */
  hold: {
    input: v.object({ slotId: serviceSlotId, enterpriseId, consultationId: v.optional(plainId) }),
    output: heldSlot,
    refusals: ['slotTaken', 'dayFull', 'slotPassed', 'slotWithdrawn', 'busyThen', 'personConflict', 'tooManyBookings'],
    allow: { contact: 'own' },
  },
  /** Lets go of a hold, when the form is left. */
  release: {
    input: v.object({ slotId: serviceSlotId, enterpriseId }),
    output: v.object({ released: v.boolean() }),
    refusals: [],
    allow: { contact: 'own' },
  },

  /** Puts the enterprise on a topic's waiting list. A slot that comes free is kept for the first in it, who is told. */
  wait: {
    input: v.object({ enterpriseId, topic }),
    output: waitOut,
    refusals: ['tooManyWaits'],
    allow: { contact: 'own' },
  },
  unwait: {
    input: v.object({ enterpriseId, topic }),
    output: v.object({ left: v.literal(true) }),
    refusals: [],
    allow: { contact: 'own' },
  },
  waits: {
    input: v.object({ enterpriseId }),
    output: v.object({ items: v.array(waitOut) }),
    refusals: [],
    allow: { contact: 'own' },
  },

  // ── the team's side ───────────────────────────────────────────────────────────────────────────

  /** Days of the caller's teams, drafts too: those to come soonest first, past ones latest first. */
  managed: {
    input: v.object({ when: v.optional(v.picklist(['upcoming', 'past']), 'upcoming'), cursor }),
    output: page(v.object({ ...serviceDayCard.entries, teamId: v.string(), rev: v.number(), booked: v.number() })),
    refusals: [],
    allow: { ...leading, specialist: 'own' },
  },
  edit: { input: v.object({ serviceDayId }), output: editedDay, refusals: [], allow: leading },
  /** Saves a draft, new or known. Of a published day only title, notes and place can be changed here: see `move`. */
  save: {
    input: v.object({
      requestId,
      serviceDayId: v.optional(serviceDayId),
      rev: v.optional(rev, 0),
      teamId,
      draft: dayDraft,
    }),
    output: editedDay,
    refusals: ['changedMeanwhile', 'published', 'cancelled', 'titleMissing', 'placeMissing', 'textRisky', 'notInTeam'],
    allow: leading,
  },
  /** Makes the slots and shows the day. Nobody sits at two places at one time: `personBusy` names who does. */
  publish: {
    input: v.object({ serviceDayId, rev }),
    output: editedDay,
    refusals: [
      'changedMeanwhile',
      'cancelled',
      'titleMissing',
      'placeMissing',
      'timesWrong',
      'breakWrong',
      'nobodySits',
      'personTwice',
      'tooManySlots',
      'noSlot',
      'dayPassed',
      'personBusy',
      'notInTeam',
    ],
    allow: leading,
  },
  /** Moves a published day to another time or place. Everyone booked is told and booked anew with the same person where possible. */
  move: {
    input: v.object({
      serviceDayId,
      rev,
      day: calendarDay,
      from: clock,
      to: clock,
      breaks: v.pipe(v.array(v.object({ from: clock, to: clock })), v.maxLength(MAX_BREAKS)),
      place: placeIn,
      reason: text(100),
    }),
    output: editedDay,
    refusals: [
      'changedMeanwhile',
      'notPublished',
      'cancelled',
      'timesWrong',
      'breakWrong',
      'noSlot',
      'tooManySlots',
      'dayPassed',
      'personBusy',
      'textRisky',
      'placeMissing',
      'dayBegun',
    ],
    allow: leading,
  },
  /** Cancels a published day: everyone booked is told why, and booked on the same person's next day where possible. */
  cancelDay: {
    input: v.object({ serviceDayId, rev, reason: text(100) }),
    output: editedDay,
    refusals: ['changedMeanwhile', 'notPublished', 'textRisky', 'dayOver'],
    allow: leading,
  },
  /** Throws a draft away. */
  discard: {
    input: v.object({ serviceDayId, rev }),
    output: v.object({ discarded: v.literal(true) }),
    refusals: ['changedMeanwhile', 'published'],
    allow: leading,
  },

  /** Everyone of a team, with what they know and when they are away. Without a team: of all that the caller reaches. */
  team: {
    input: v.object({ teamId: v.optional(teamId) }),
    output: v.object({ items: v.array(specialistView), teams: v.array(teamOut) }),
    refusals: [],
    allow: { ...leading, specialist: 'own' },
  },
  /** Gives a team the name under which enterprises read of it. */
  nameTeam: {
    input: v.object({ teamId, name: text(TEAM_NAME_LENGTH) }),
    output: teamOut,
    refusals: ['textRisky'],
    allow: leading,
  },
  /** What a specialist is called, knows, and must not advise. The person must hold the role over that team. */
  saveSpecialist: {
    input: v.object({
      memberId,
      teamId,
      rev,
      title: text(20),
      intro: optionalText(120),
      topics: v.pipe(v.array(topic), v.minLength(1), v.maxLength(TOPICS.length)),
      conflicts: v.optional(v.pipe(v.array(enterpriseId), v.maxLength(10)), []),
      active: v.optional(v.boolean(), true),
    }),
    output: specialistView,
    refusals: ['changedMeanwhile', 'notInTeam', 'textRisky'],
    allow: leading,
  },
  /** The caller's own sheet: profile, absences, and the days on which they sit. */
  myTime: {
    input: v.object({}),
    output: v.object({
      now: instantOut,
      profile: v.nullable(specialistView),
      days: v.array(serviceDayCard),
      absences: v.array(absenceOut),
    }),
    refusals: [],
    allow: { specialist: 'any' },
  },
  /** The caller is away: free slots in it are withdrawn; of booked ones the team's leader is told. */
  addAbsence: {
    input: v.object({ requestId, from: instantIn, to: instantIn, note: optionalText(60) }),
    output: v.object({ absence: absenceOut, withdrawn: v.number(), booked: v.number() }),
    refusals: ['timesWrong', 'absenceTooLong', 'dayPassed', 'textRisky', 'tooManyAbsences'],
    allow: { specialist: 'any' },
  },
  /** They are there after all: slots that were withdrawn for it and still lie ahead can be booked again. */
  removeAbsence: {
    input: v.object({ absenceId: plainId }),
    output: v.object({ removed: v.literal(true) }),
    refusals: [],
    allow: { specialist: 'any' },
  },
})
