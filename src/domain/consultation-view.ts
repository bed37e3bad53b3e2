/** What of a consultation travels to a phone, by how much its reader may see: shared by the contexts that show it. */
import * as v from 'valibot'
import {
  CONSULTATION_STATES,
  LINE_KINDS,
  MODES,
  OUTCOMES,
  PROBLEM_KINDS,
  SIDES,
  STANDINGS,
  VERDICTS,
} from './consultation/rules'
import { LATENESS, SILENCE } from './consultation-clock'
import { instantOut } from './kit'
import { REASON_KINDS } from './matching'
import { topic } from './service-day'

export const person = v.object({ id: v.string(), name: v.string(), title: v.string() })

/** Why somebody fits. */
export const matchReason = v.object({
  kind: v.picklist(REASON_KINDS),
  at: v.nullable(v.number()),
  count: v.nullable(v.number()),
})
/** Somebody of the service team who fits a question, with the reasons. */
export const matchedPerson = v.object({
  specialist: v.object({ ...person.entries, intro: v.string(), topics: v.array(topic) }),
  reasons: v.array(matchReason),
})

/** Who, when, topic and state: what everyone sees who may see the consultation at all. */
export const consultationOutline = v.object({
  id: v.string(),
  mode: v.picklist(MODES),
  state: v.picklist(CONSULTATION_STATES),
  topic,
  enterprise: v.object({ id: v.string(), name: v.string() }),
  teamId: v.string(),
  owner: person,
  /** The meeting; null while it has no slot. */
  meeting: v.nullable(
    v.object({
      slotId: v.nullable(v.string()),
      dayId: v.nullable(v.string()),
      startsAt: instantOut,
      endsAt: instantOut,
      placeName: v.string(),
    }),
  ),
  bookedAt: instantOut,
  dueAt: v.nullable(instantOut),
  /** Since when the enterprise is waited for; the team's clock stands. */
  waitingSince: v.nullable(instantOut),
  lateness: v.picklist(LATENESS),
  /** How long it has been waited for, in working days, what it has heard of that, and from when on it may be closed. */
  waiting: v.nullable(v.object({ days: v.number(), level: v.picklist(SILENCE), lapsesAt: v.nullable(instantOut) })),
  outcome: v.nullable(v.picklist(OUTCOMES)),
  verdict: v.nullable(v.picklist(VERDICTS)),
  /** A change of hands that the new person has not answered yet, and until when they can. */
  transfer: v.nullable(v.object({ to: person, from: person, at: instantOut, until: instantOut })),
  closedAt: v.nullable(instantOut),
  /** Until when the enterprise may open it again; null unless it was closed because nobody answered. */
  reopenUntil: v.nullable(instantOut),
})

const fileOut = v.object({
  name: v.string(),
  size: v.number(),
  /** Short-lived; empty when the file is gone. */
  url: v.string(),
})
export const lineOut = v.object({
  id: v.string(),
  at: instantOut,
  kind: v.picklist(LINE_KINDS),
  side: v.picklist(SIDES),
  byName: v.string(),
  text: v.string(),
  files: v.array(fileOut),
})

/** All of it, for its enterprise, the one responsible and the team's leader. */
export const consultationFull = v.object({
  ...consultationOutline.entries,
  question: v.string(),
  files: v.array(fileOut),
  contact: v.object({ id: v.string(), name: v.string() }),
  nextStep: v.string(),
  problem: v.nullable(v.object({ kind: v.picklist(PROBLEM_KINDS), statement: v.string() })),
  transferReason: v.string(),
  rating: v.nullable(v.object({ stars: v.number(), words: v.string() })),
  /** Times at which staff looked, with their reason. */
  looks: v.array(v.object({ at: instantOut, byName: v.string(), reason: v.string() })),
})

/** What the caller sees, and what they may do next: the page shows nothing else. */
export const consultationView = v.object({
  now: instantOut,
  sight: v.picklist(['full', 'outline']),
  /** On which side the caller stands. */
  side: v.picklist(STANDINGS),
  outline: consultationOutline,
  full: v.nullable(consultationFull),
  /** Why the caller is asked to take it over; empty for everyone else. */
  askReason: v.string(),
  /** The last things said, oldest first; more through `lines`. */
  lines: v.array(lineOut),
  earlierLines: v.nullable(v.string()),
})
