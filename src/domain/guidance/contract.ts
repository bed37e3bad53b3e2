import * as v from 'valibot'
import { matchedPerson } from '../consultation-view'
import { guidanceOutline as outline, guidanceView as view } from '../guidance-view'
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
import { GUIDED_TOPICS, ITEM_OWNERS, MAX_AMOUNT, MAX_FIRST_FILES, PROGRAMMES, RESULT_STATES, STAGES } from './rules'

const stage = v.picklist(STAGES)
const owner = v.picklist(ITEM_OWNERS)
const project = v.object({ name: text(60), programme: v.picklist(PROGRAMMES) })
const tickets = v.optional(v.pipe(v.array(ticketId), v.maxLength(MAX_FIRST_FILES)), [])

const asking = { contact: 'own' } as const
const working = { specialist: 'own', teamLeader: 'own' } as const
const times = { startsAt: instantIn, endsAt: instantIn, placeName: text(40) }
const which = { consultationId }

/** Context `guidance`: one-to-one guidance through a project application, over several meetings. */
export const guidance = defineContract({
  /** Who could guide an enterprise, best first, each with the reasons: of every team, or of one. */
  guides: {
    input: v.object({ enterpriseId, topic: v.picklist(TOPICS), teamId: v.optional(teamId) }),
    output: v.object({ now: instantOut, items: v.array(matchedPerson) }),
    refusals: [],
    allow: { ...asking, ...working },
  },
  /**
   * An enterprise asks to be guided through a project, by whom it names or else by whoever fits best. One project is guided
   * once at a time. The files that come along are the first versions of the application's papers.
   */
  ask: {
    input: v.object({
      requestId,
      enterpriseId,
      topic: v.picklist(GUIDED_TOPICS),
      project,
      words: text(500),
      specialistId: v.optional(memberId),
      tickets,
    }),
    output: view,
    refusals: [
      'noGuide',
      'personGone',
      'personConflict',
      'alreadyGuided',
      'tooManyGuidances',
      'textRisky',
      'fileUnusable',
    ],
    allow: asking,
  },
  /**
   * Begins guidance of an enterprise, out of one of its consultations or of itself. Out of one consultation comes one
   * guidance: whoever would begin a second is told so. A specialist guides themselves. A leader may name who does, against the matching too:
   * that is logged, and of somebody who does not know the topic the enterprise reads the `reason`.
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
      reason: optionalText(200),
    }),
    output: view,
    refusals: ['noContact', 'notInTeam', 'noGuide', 'personConflict', 'offTopic', 'alreadyBegun', 'textRisky'],
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
  /** A short-lived address of one version; to staff for a while after `reveal`. */
  openFile: {
    input: v.object({ ...which, versionId: plainId }),
    output: v.object({ name: v.string(), url: v.string() }),
    refusals: ['revealFirst'],
    allow: { ...asking, ...working, staff: 'any' },
  },
  /** Lets staff see a guidance once, for a reason that is logged and that the enterprise sees and is told of. */
  reveal: {
    input: v.object({ ...which, requestId, reason: text(200) }),
    output: view,
    refusals: ['textRisky'],
    allow: { staff: 'any' },
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
