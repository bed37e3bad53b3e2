import * as v from 'valibot'
import { consultationOutline } from '../consultation-view'
import {
  calendarDay,
  consultationId,
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
  teamId,
  text,
  ticketId,
  whole,
} from '../kit'
import { TOPICS } from '../service/rules'
import { GUIDANCE_MEETING_STATES, ITEM_OWNERS, MAX_AMOUNT, PROGRAMMES, RESULT_STATES, STAGES } from './rules'

const stage = v.picklist(STAGES)
const owner = v.picklist(ITEM_OWNERS)
const project = v.object({ name: text(60), programme: v.picklist(PROGRAMMES) })

const meetingOutline = { id: v.string(), startsAt: instantOut, endsAt: instantOut, placeName: v.string() }

/** Who, when, topic, state and stage: what everyone sees who may see it at all. */
const outline = v.object({
  ...consultationOutline.entries,
  stage,
  /** The next planned meeting. */
  next: v.nullable(v.object(meetingOutline)),
})

const version = v.object({
  id: v.string(),
  name: v.string(),
  size: v.number(),
  at: instantOut,
  byName: v.string(),
  side: v.picklist(['enterprise', 'team']),
  note: v.string(),
})

/** All of it, for its enterprise, the one responsible and the team's leader. */
const full = v.object({
  project: v.object({ name: v.string(), programme: v.picklist(PROGRAMMES) }),
  stageHistory: v.array(v.object({ at: instantOut, byName: v.string(), from: stage, to: stage, reason: v.string() })),
  items: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      owner,
      dueDay: v.nullable(v.string()),
      doneAt: v.nullable(instantOut),
      doneBy: v.string(),
      rev: v.number(),
    }),
  ),
  /** Kinds of files, each with its versions, the newest first. */
  files: v.array(v.object({ id: v.string(), title: v.string(), versions: v.array(version) })),
  meetings: v.array(
    v.object({
      ...meetingOutline,
      state: v.picklist(GUIDANCE_MEETING_STATES),
      specialistName: v.string(),
      note: v.string(),
      reason: v.string(),
    }),
  ),
  result: v.nullable(
    v.object({
      state: v.picklist(RESULT_STATES),
      /** In fen. */
      amount: v.nullable(v.number()),
      decidedOn: v.string(),
      words: v.string(),
    }),
  ),
})

const view = v.object({
  now: instantOut,
  sight: v.picklist(['full', 'outline']),
  side: v.picklist(['enterprise', 'team', 'staff']),
  outline,
  full: v.nullable(full),
})

const asking = { contact: 'own' } as const
const working = { specialist: 'own', teamLeader: 'own' } as const
const times = { startsAt: instantIn, endsAt: instantIn, placeName: text(40) }
const which = { consultationId }

/** Context `guidance`: one-to-one guidance through a project application, over several meetings. */
export const guidance = defineContract({
  /**
   * Begins guidance of an enterprise, out of one of its consultations or of itself. Out of the same consultation there is
   * one, whoever begins it how often. A leader may name who guides; a specialist guides themselves.
   */
  start: {
    input: v.object({
      requestId,
      teamId,
      enterpriseId,
      consultationId: v.optional(consultationId),
      specialistId: v.optional(memberId),
      topic: v.optional(v.picklist(TOPICS), 'projectApplication'),
      project,
      words: text(500),
    }),
    output: view,
    refusals: ['noContact', 'notInTeam', 'personConflict', 'textRisky'],
    allow: working,
  },
  /** One guidance: all of it for its enterprise, the one responsible and the team's leader, the outline for staff. */
  get: { input: v.object(which), output: view, refusals: [], allow: { ...asking, ...working, staff: 'any' } },
  /** An enterprise's guidances, those not over first by what comes next, or those that are. */
  mine: {
    input: v.object({ enterpriseId, closed: v.optional(v.boolean(), false), cursor }),
    output: page(outline),
    refusals: [],
    allow: asking,
  },
  /** The guidances that the caller is responsible for or whose team they lead; to staff those of every team. */
  assigned: {
    input: v.object({ closed: v.optional(v.boolean(), false), cursor }),
    output: page(outline),
    refusals: [],
    allow: { ...working, staff: 'any' },
  },

  /** On by one stage, or back to any with a reason. `from` is the stage that the caller saw. */
  moveStage: {
    input: v.object({ ...which, from: stage, to: stage, reason: optionalText(200) }),
    output: view,
    refusals: ['notOpen', 'stageSkipped', 'reasonMissing', 'changedMeanwhile', 'textRisky'],
    allow: working,
  },

  addItem: {
    input: v.object({ ...which, requestId, title: text(60), owner, dueDay: v.nullable(calendarDay) }),
    output: view,
    refusals: ['notOpen', 'tooManyItems', 'dayPassed', 'textRisky'],
    allow: working,
  },
  changeItem: {
    input: v.object({
      ...which,
      itemId: plainId,
      rev: whole(0, 1e6),
      title: text(60),
      owner,
      dueDay: v.nullable(calendarDay),
    }),
    output: view,
    refusals: ['notOpen', 'itemGone', 'changedMeanwhile', 'dayPassed', 'textRisky'],
    allow: working,
  },
  /** Says that something is done, or not after all. Each side ticks its own. */
  tickItem: {
    input: v.object({ ...which, itemId: plainId, done: v.boolean() }),
    output: view,
    refusals: ['notOpen', 'itemGone', 'notYours'],
    allow: { ...asking, ...working },
  },
  removeItem: {
    input: v.object({ ...which, itemId: plainId }),
    output: view,
    refusals: ['notOpen'],
    allow: working,
  },

  /** A new version of a kind of file, or the first of a new kind. Adding the same upload again changes nothing. */
  addFile: {
    input: v.object({ ...which, slot: text(40), name: text(80), ticketId, note: optionalText(100) }),
    output: view,
    refusals: ['notOpen', 'tooManyFiles', 'fileUnusable', 'textRisky'],
    allow: { ...asking, ...working },
  },
  /** A short-lived address of one version. */
  openFile: {
    input: v.object({ ...which, versionId: plainId }),
    output: v.object({ name: v.string(), url: v.string() }),
    refusals: [],
    allow: { ...asking, ...working },
  },

  /** Plans a meeting; neither the enterprise nor the specialist is at two places at one time (`at`: since when they are taken). */
  planMeeting: {
    input: v.object({ ...which, requestId, ...times }),
    output: view,
    refusals: [
      'notOpen',
      'timesWrong',
      'meetingPassed',
      'tooManyMeetings',
      'enterpriseBusy',
      'specialistBusy',
      'textRisky',
    ],
    allow: working,
  },
  moveMeeting: {
    input: v.object({ ...which, meetingId: plainId, ...times }),
    output: view,
    refusals: [
      'notOpen',
      'meetingOver',
      'timesWrong',
      'meetingPassed',
      'enterpriseBusy',
      'specialistBusy',
      'textRisky',
    ],
    allow: working,
  },
  cancelMeeting: {
    input: v.object({ ...which, meetingId: plainId, reason: text(100) }),
    output: view,
    refusals: ['meetingOver', 'textRisky'],
    allow: working,
  },
  /** What was said there; the meeting was held then. */
  noteMeeting: {
    input: v.object({ ...which, meetingId: plainId, note: text(1000) }),
    output: view,
    refusals: ['meetingOver', 'meetingAhead', 'textRisky'],
    allow: working,
  },

  /** What became of the application; the enterprise gives its word on the guidance then, as on any consultation. */
  finish: {
    input: v.object({
      ...which,
      requestId,
      state: v.picklist(RESULT_STATES),
      /** In fen. */
      amount: v.nullable(whole(0, MAX_AMOUNT)),
      decidedOn: calendarDay,
      words: text(500),
    }),
    output: view,
    refusals: ['notOpen', 'tooEarly', 'amountMissing', 'dayAhead', 'textRisky'],
    allow: working,
  },
})
