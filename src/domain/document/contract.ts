import * as v from 'valibot'
import { cursor, defineContract, eventId, instantOut, page, plainId, requestId, serviceDayId, teamId } from '../kit'
import { HALL_IDS } from '../exhibit/rules'
import { BY } from '../figure/rules'
import { JOB_STATES, SHEET_KINDS } from './rules'

const day = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

/** A sheet that somebody asked for. */
const job = v.object({
  id: v.string(),
  kind: v.picklist(SHEET_KINDS),
  /** What it is about, as its file is called. */
  title: v.string(),
  /** What it was asked for with, to ask again. */
  params: v.record(v.string(), v.string()),
  state: v.picklist(JOB_STATES),
  /** Rows gathered, and how many there were to gather when it was asked for. */
  done: v.number(),
  total: v.number(),
  /** Bytes; 0 until it is done. */
  size: v.number(),
  at: instantOut,
  finishedAt: v.nullable(instantOut),
  /** Until when a finished file can be fetched. */
  expiresAt: instantOut,
})

/** Why a sheet is not begun. */
const beginning = ['tooManyOpen', 'tooManyRows'] as const

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
/** Of one team; without one of all teams, which is for staff. Months from and to, both included. */
const ofTeam = { requestId, teamId: v.optional(teamId), fromMonth: month, toMonth: month }
const ofPeriod = [...beginning, 'periodWrong', 'periodTooLong'] as const
const leading = { teamLeader: 'own', staff: 'any' } as const

/**
 * Context `document`: files made for printing and keeping. Every kind of sheet is an action of its own, so that who may
 * take what away stands here: it begins a job, and repeating it gives the same one.
 */
export const document = defineContract({
  /** A sheet of the codes for the walls, of one hall or of all: A4, ready to be cut. */
  wallCodes: {
    input: v.object({ hallId: v.optional(v.picklist(HALL_IDS)) }),
    output: v.object({
      name: v.string(),
      /** Short-lived. */
      url: v.string(),
      size: v.number(),
      codes: v.number(),
      pages: v.number(),
    }),
    refusals: ['nothingToPrint', 'tooManyCodes', 'codeServiceDown'],
    allow: { editor: 'own', staff: 'any' },
  },

  /** Who signed up for an event and who came, as .xlsx. */
  eventRoster: {
    input: v.object({ requestId, eventId }),
    output: job,
    refusals: beginning,
    allow: { secretary: 'own', staff: 'any' },
  },
  /** A day's visits to the centre, as .xlsx. */
  visitDay: {
    input: v.object({ requestId, day }),
    output: job,
    refusals: beginning,
    allow: { editor: 'own', staff: 'any' },
  },

  /** What was booked in a period, as .xlsx: who, when, topic and state, nothing of what was said. */
  consultations: { input: v.object(ofTeam), output: job, refusals: ofPeriod, allow: leading },
  /** A service day's bookings, as .xlsx. */
  serviceDay: { input: v.object({ requestId, serviceDayId }), output: job, refusals: beginning, allow: leading },
  /** Visits to enterprises in a period, as .xlsx: who went where and when, nothing of what was said. */
  outreach: { input: v.object(ofTeam), output: job, refusals: ofPeriod, allow: leading },
  /** The service's figures of a period, as .xlsx, for whoever may see the records behind them. */
  figures: {
    input: v.object({ ...ofTeam, by: v.picklist(BY) }),
    output: job,
    refusals: ['tooManyOpen', 'periodWrong', 'periodTooLong'],
    allow: leading,
  },

  /** The caller's own sheets, newest first. */
  jobs: {
    input: v.object({ cursor }),
    output: page(job),
    refusals: [],
    allow: { secretary: 'own', editor: 'own', teamLeader: 'own', specialist: 'own', staff: 'any' },
  },
  /**
   * How far one's own sheet is. Asking does a slice of the work, unless somebody else is at it: while its person watches,
   * a sheet is made as fast as they ask; when they have left, a timer goes on with it.
   */
  progress: {
    input: v.object({ jobId: plainId }),
    output: v.object({
      ...job.entries,
      /** Short-lived; empty until it is done. */
      url: v.string(),
      /** The file's name for a person. */
      name: v.string(),
    }),
    refusals: [],
    allow: { secretary: 'own', editor: 'own', teamLeader: 'own', specialist: 'own', staff: 'any' },
  },
})
