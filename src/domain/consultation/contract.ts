import * as v from 'valibot'
import {
  calendarDay,
  consultationId,
  cursor,
  defineContract,
  enterpriseId,
  instantOut,
  memberId,
  optionalText,
  page,
  requestId,
  serviceDayId,
  serviceSlotId,
  text,
  ticketId,
  whole,
} from '../kit'
import { consultationOutline, consultationView, lineOut, matchedPerson, person } from '../consultation-view'
import { topic } from '../service-day'
import { FITS, MARKS, MAX_DUE_DAYS, MAX_FILES, OUTCOMES, PROBLEM_KINDS, VERDICTS } from './rules'

const tickets = v.optional(v.pipe(v.array(ticketId), v.maxLength(MAX_FILES)), [])
const suggestion = v.object({
  ...matchedPerson.entries,
  slots: v.array(
    v.object({ id: v.string(), dayId: v.string(), startsAt: instantOut, endsAt: instantOut, placeName: v.string() }),
  ),
})

const asking = { contact: 'own' } as const
const working = { specialist: 'own', teamLeader: 'own' } as const

/** Context `consultation`: one question of an enterprise, with one person responsible for it, until the enterprise closes it. */
export const consultation = defineContract({
  // ── the enterprise's side ─────────────────────────────────────────────────────────────────────

  /**
   * Who fits a topic and when they are free, best first, each with the reasons. Of one day, or of all to come. For a
   * meeting that is to be moved: whoever it can be moved to, with all that they have free.
   */
  offer: {
    input: v.object({
      enterpriseId,
      topic,
      serviceDayId: v.optional(serviceDayId),
      consultationId: v.optional(consultationId),
    }),
    output: v.object({ now: instantOut, items: v.array(suggestion) }),
    refusals: [],
    allow: asking,
  },
  /** Turns the caller's hold into a booking. Repeating it answers with what was booked. */
  book: {
    input: v.object({ slotId: serviceSlotId, enterpriseId, topic, question: text(1000), tickets }),
    output: consultationView,
    refusals: ['holdLapsed', 'textRisky', 'fileUnusable'],
    allow: asking,
  },
  /** What an enterprise has asked: what is not closed first by what comes next, or what is. */
  mine: {
    input: v.object({ enterpriseId, closed: v.optional(v.boolean(), false), cursor }),
    output: page(consultationOutline),
    refusals: [],
    allow: asking,
  },
  /** Moves the meeting to another slot of the same person, which the caller holds. Of one that lost its slot, of anybody's. */
  reschedule: {
    input: v.object({ consultationId, slotId: serviceSlotId }),
    output: consultationView,
    refusals: ['holdLapsed', 'meetingBegun', 'notBooked', 'otherPerson'],
    allow: asking,
  },
  /** Gives the meeting up; its slot is free at once. */
  cancel: {
    input: v.object({ consultationId, reason: optionalText(100) }),
    output: consultationView,
    refusals: ['meetingBegun', 'notBooked', 'textRisky'],
    allow: asking,
  },
  /** The enterprise's word on an answer. `solved` closes it; `partly` keeps the rest open; `notSolved` goes back to the same person. */
  close: {
    input: v.object({ consultationId, requestId, verdict: v.picklist(VERDICTS), words: optionalText(500) }),
    output: consultationView,
    refusals: ['notAnswered', 'wordsMissing', 'textRisky'],
    allow: asking,
  },
  /** Opens again what was closed because the enterprise did not answer, as long as it may. */
  reopen: {
    input: v.object({ consultationId, requestId, words: text(500) }),
    output: consultationView,
    refusals: ['notReopenable', 'textRisky'],
    allow: asking,
  },
  /** Asked once, optional, after it is closed. */
  rate: {
    input: v.object({ consultationId, stars: whole(1, 5), words: optionalText(200) }),
    output: consultationView,
    refusals: ['notClosed', 'alreadyRated', 'textRisky'],
    allow: asking,
  },

  // ── both sides ────────────────────────────────────────────────────────────────────────────────

  get: {
    input: v.object({ consultationId }),
    output: consultationView,
    refusals: [],
    allow: { ...asking, ...working, staff: 'any' },
  },
  /** Earlier words, a page at a time, newest first. */
  lines: {
    input: v.object({ consultationId, cursor }),
    output: page(lineOut),
    refusals: [],
    allow: { ...asking, ...working },
  },
  /** Says something, with files. The enterprise's words end the waiting for it: the clock goes on. */
  say: {
    input: v.object({ consultationId, requestId, text: text(1000), tickets }),
    output: consultationView,
    refusals: ['over', 'textRisky', 'fileUnusable'],
    allow: { ...asking, ...working },
  },

  // ── the team's side ───────────────────────────────────────────────────────────────────────────

  /** The caller's meetings of a day with what is to be known beforehand, in order. */
  today: {
    input: v.object({ day: v.optional(calendarDay) }),
    output: v.object({
      now: instantOut,
      day: v.string(),
      items: v.array(
        v.object({ ...consultationOutline.entries, question: v.string(), files: v.number(), said: v.number() }),
      ),
      /** Changes of hands that wait for the caller's answer. */
      asked: v.array(v.object({ ...consultationOutline.entries, reason: v.string() })),
    }),
    refusals: [],
    allow: working,
  },
  /** What the caller is responsible for: at work on (most urgent first), waiting for the enterprise, or done. */
  work: {
    input: v.object({ filter: v.optional(v.picklist(['open', 'waiting', 'done']), 'open'), cursor }),
    output: page(v.object({ ...consultationOutline.entries, nextStep: v.string() })),
    refusals: [],
    allow: working,
  },
  /** Asks the enterprise for something; the clock stands until it answers. */
  ask: {
    input: v.object({ consultationId, requestId, text: text(500) }),
    output: consultationView,
    refusals: ['over', 'textRisky'],
    allow: working,
  },
  mark: {
    input: v.object({ consultationId, as: v.picklist(MARKS) }),
    output: consultationView,
    refusals: ['notBooked', 'tooEarly'],
    allow: working,
  },
  /** Writes what came of the meeting. `dueDays` are working days; a chain problem keeps its statement and all that was said. */
  conclude: {
    input: v.object({
      consultationId,
      requestId,
      outcome: v.picklist(OUTCOMES),
      words: text(1000),
      nextStep: optionalText(100),
      dueDays: v.optional(whole(1, MAX_DUE_DAYS), 3),
      /** Whom to hand it over to, why, and whether although they do not know its topic. */
      to: v.optional(memberId),
      reason: optionalText(200),
      override: v.optional(v.boolean(), false),
      problem: v.optional(v.object({ kind: v.picklist(PROBLEM_KINDS), statement: text(500) })),
    }),
    output: consultationView,
    refusals: [
      'tooEarly',
      'notBooked',
      'alreadyConcluded',
      'nextStepMissing',
      'personMissing',
      'reasonMissing',
      'problemMissing',
      'samePerson',
      'notInTeam',
      'personConflict',
      'offTopic',
      'textRisky',
    ],
    allow: working,
  },
  /** The next step and when it is due, for an open item; the enterprise sees both. */
  plan: {
    input: v.object({ consultationId, requestId, nextStep: text(100), dueDays: whole(1, MAX_DUE_DAYS) }),
    output: consultationView,
    refusals: ['notOpen', 'guided', 'textRisky'],
    allow: working,
  },
  /** The answer to an open item; it waits for the enterprise's word then. */
  answer: {
    input: v.object({ consultationId, requestId, words: text(1000) }),
    output: consultationView,
    refusals: ['notOpen', 'guided', 'textRisky'],
    allow: working,
  },
  /**
   * Closes what the enterprise was reminded of twice and did not answer, from the day on that it was told. The words say
   * how it was tried to reach it.
   */
  closeUnanswered: {
    input: v.object({ consultationId, requestId, words: text(200) }),
    output: consultationView,
    refusals: ['notSilent', 'textRisky'],
    allow: working,
  },
  /** Who of the team could take it over: those who know its topic first, then who is responsible for less. */
  colleagues: {
    input: v.object({ consultationId }),
    output: v.object({
      items: v.array(v.object({ ...person.entries, fit: v.picklist(FITS), load: v.number() })),
    }),
    refusals: [],
    allow: working,
  },
  /**
   * Asks somebody else to take it over, with a reason. Until they say yes the present one stays responsible; without an
   * answer within some working days it is as if nobody had been asked.
   */
  transfer: {
    input: v.object({ consultationId, to: memberId, reason: text(200), override: v.optional(v.boolean(), false) }),
    output: consultationView,
    refusals: [
      'over',
      'notInTeam',
      'samePerson',
      'personConflict',
      'offTopic',
      'alreadyAsked',
      'textRisky',
      'personBusy',
    ],
    allow: working,
  },
  /** Takes back what was asked of `to`, so that somebody else can be asked. */
  withdrawTransfer: {
    input: v.object({ consultationId, to: memberId }),
    output: consultationView,
    refusals: ['notAsked'],
    allow: working,
  },
  answerTransfer: {
    input: v.object({ consultationId, accept: v.boolean(), reason: optionalText(200) }),
    output: consultationView,
    refusals: ['notAsked', 'notInTeam', 'personConflict', 'textRisky', 'personBusy'],
    allow: { specialist: 'own', teamLeader: 'own' },
  },
  /** A team's consultations as leader or staff see them: who, when, topic and state. */
  board: {
    input: v.object({
      filter: v.optional(v.picklist(['late', 'open', 'meetings', 'answered', 'closed']), 'open'),
      cursor,
    }),
    output: page(consultationOutline),
    refusals: [],
    allow: { teamLeader: 'own', staff: 'any' },
  },
  /** A service day's meetings as its desk sees them. */
  onDay: {
    input: v.object({ serviceDayId }),
    output: v.object({
      now: instantOut,
      items: v.array(consultationOutline),
      counts: v.object({ slots: v.number(), booked: v.number(), arrived: v.number(), noShow: v.number() }),
    }),
    refusals: [],
    allow: { teamLeader: 'own', specialist: 'own', staff: 'any' },
  },
  /** Lets staff see a consultation once, for a reason that is logged and that the enterprise sees and is told of. */
  reveal: {
    input: v.object({ consultationId, requestId, reason: text(200) }),
    output: consultationView,
    refusals: ['textRisky'],
    allow: { staff: 'any' },
  },
})
