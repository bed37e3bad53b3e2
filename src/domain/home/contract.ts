import * as v from 'valibot'
import { MODES } from '../consultation/rules'
import { consultationOutline } from '../consultation-view'
import { defineContract, instantOut } from '../kit'
import { event, eventCard } from '../event/contract'
import { topic, waitOut } from '../service-day'
import { HOME_TODOS, SERVICE_TODOS } from './rules'

/** A consultation whose meeting lies ahead, and on which side of it the caller is. */
const nextMeeting = v.object({
  ...consultationOutline.entries,
  side: v.picklist(['enterprise', 'team']),
  meeting: consultationOutline.entries.meeting.wrapped,
})

/** Context `home`: this person today, composed from its neighbours. */
export const home = defineContract({
  today: {
    input: v.object({}),
    output: v.object({
      now: instantOut,
      /** Null for a visitor. */
      name: v.nullable(v.string()),
      /** The person's next event that is not over, with the registration; null when there is none. */
      next: v.nullable(event.mine.output.entries.items.item),
      todos: v.array(v.object({ kind: v.picklist(HOME_TODOS), count: v.number() })),
      upcoming: v.array(eventCard),
    }),
    refusals: [],
    allow: { visitor: 'any' },
  },
  /** What of the chain service concerns the caller now, on whichever side they stand; nobody else asks for it. */
  service: {
    input: v.object({}),
    output: v.object({
      now: instantOut,
      /** Their next meeting, or the one going on; null when none lies ahead. */
      next: v.nullable(nextMeeting),
      /** How many meetings of today the caller, of the team, still has before them. */
      today: v.number(),
      /** Slots that are kept for their enterprises for a while. */
      kept: v.array(waitOut),
      todos: v.array(
        v.object({
          kind: v.picklist(SERVICE_TODOS),
          count: v.number(),
          /** Which it is, when it is one. */
          only: v.nullable(v.object({ id: v.string(), topic, mode: v.picklist(MODES) })),
          /** Whose questions these are, unless they are several enterprises'. */
          enterprise: v.nullable(v.object({ id: v.string(), name: v.string() })),
        }),
      ),
    }),
    refusals: [],
    allow: { contact: 'own', specialist: 'own', teamLeader: 'own' },
  },
})
