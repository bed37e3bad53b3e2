import * as v from 'valibot'
import { defineContract, instantOut, optionalText, whole } from '../kit'
import { FILE_PURPOSES, FILE_TYPES, NAME_LENGTH } from './rules'

/** Context `file`: uploads. A file belongs to a ticket, a ticket to a person and a purpose, until a record claims it. */
export const file = defineContract({
  /** Announces an upload. The client uploads to `cloudPath` and hands on the ticket, never a file id. */
  ticket: {
    input: v.object({
      purpose: v.picklist(FILE_PURPOSES),
      type: v.picklist(FILE_TYPES),
      size: whole(1, 100 * 1024 * 1024),
      /** What its owner calls it, where those who get it shall read that. */
      name: optionalText(NAME_LENGTH),
    }),
    output: v.object({ ticketId: v.string(), cloudPath: v.string(), expiresAt: instantOut }),
    refusals: ['fileTypeRefused', 'fileTooLarge', 'tooMany', 'textRisky'],
    allow: { secretary: 'any', editor: 'any', contact: 'any', specialist: 'any', teamLeader: 'any', staff: 'any' },
  },
})
