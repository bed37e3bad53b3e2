import * as v from 'valibot'
import { defineContract, instantOut } from '../kit'
import { event, eventCard } from '../event/contract'
import { HOME_TODOS } from './rules'

/** Context `home`: this person today, composed from its neighbours in one call. */
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
})
