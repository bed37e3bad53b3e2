import * as v from 'valibot'
import { consultationOutline } from '../consultation-view'
import { cursor, defineContract, instantOut, page } from '../kit'
import { BY, FIGURES } from './rules'

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
/** A topic, month or day, as the answer names its groups. */
const group = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,30}$/))
const asked = { fromMonth: month, toMonth: month, by: v.picklist(BY) }

const count = v.nullable(v.number())
/** What is told of a group; what is in `hidden` is null because it is not told. */
const figures = v.object({
  bookings: count,
  noShows: count,
  /** Whose enterprise has said whether it is solved, and those of them that it said are. */
  judged: count,
  solved: count,
  /** How many were answered; told only with the records. */
  answered: count,
  /** The middle of the office hours between booking and first answer, in minutes. */
  firstAnswerMinutes: count,
  hidden: v.array(v.picklist(FIGURES)),
})

/** Context `figure`: figures of the service, each with the way it is computed. */
export const figure = defineContract({
  /**
   * The service's figures by topic, day or month of booking. Staff see all, and a leader those of their teams, as they are.
   * Everyone else sees all of the zone: published quarters alone, as they stood when they were fixed, without what could
   * be told back to an enterprise. Of a longer period they get the quarters that are published.
   */
  service: {
    input: v.object(asked),
    output: v.object({
      now: instantOut,
      /** Of everything, or of the caller's teams. */
      of: v.picklist(['zone', 'teams']),
      /** Nothing is hidden, and the records can be opened. */
      exact: v.boolean(),
      /** The months that it covers. */
      from: v.string(),
      to: v.string(),
      total: figures,
      groups: v.array(v.object({ key: v.string(), figures })),
    }),
    refusals: ['periodWrong', 'periodTooLong', 'notPublished'],
    allow: { bound: 'any' },
  },
  /** The records behind a figure, newest booking first: who, when, topic and state. Without a group: behind the total. */
  records: {
    input: v.object({ ...asked, group: v.optional(v.nullable(group), null), figure: v.picklist(FIGURES), cursor }),
    output: page(consultationOutline),
    refusals: ['periodWrong', 'periodTooLong'],
    allow: { teamLeader: 'own', staff: 'any' },
  },
})
