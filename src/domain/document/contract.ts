import * as v from 'valibot'
import { defineContract } from '../kit'
import { HALL_IDS } from '../exhibit/rules'

/** Context `document`: files made for printing and keeping. */
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
})
