/** Collection `lines`: everything said in a consultation. A line's key is the id of the fact that it was said in. */
import type { LineKind, Side } from '@/domain/consultation/rules'
import { _, afterCursor, collection, dateCursor, every, pageOf, type Stored } from '../../kernel/db'
import type { Fact } from '../../kernel/facts'
import type { StoredFile } from './document'

export interface LineDoc extends Stored {
  consultationId: string
  at: Date
  kind: LineKind
  side: Side
  /** Member id; empty for the system. */
  by: string
  byName: string
  text: string
  files: StoredFile[]
}
export type SaidFact = Fact<'said', Omit<LineDoc, '_id' | 'at'>>

const lines = collection<LineDoc>('lines')

export const LINES_A_PAGE = 30

/** Writes a line down. Saying it again writes nothing. */
export const addLine = ({ id, at, data }: SaidFact) => lines.add({ ...data, _id: id, at })

const lineOf = ({ id, at, data }: SaidFact): LineDoc => ({ ...data, _id: id, at })

/** Lines that are on their way still: a crash came between the change and the line. */
export const linesUnderWay = (facts: readonly Fact[]): LineDoc[] =>
  facts.filter((fact): fact is SaidFact => fact.kind === 'said').map(lineOf)

/** A page of what was said, newest first. */
export const linesOf = async (consultationId: string, cursor: string | null) => {
  const rows = await lines.list({
    where: every({ consultationId }, afterCursor(cursor, 'at', 'desc')),
    order: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: LINES_A_PAGE + 1,
  })
  return pageOf(rows, LINES_A_PAGE, (row) => dateCursor(row.at, row._id))
}

const MOST_OF_A_PERSON = 1000

export const linesBy = (by: string): Promise<LineDoc[]> =>
  lines.list({ where: { by }, order: [['at', 'desc']], limit: MOST_OF_A_PERSON })

/** What a person said stays with its side; whose it was is forgotten. */
export const forgetSpeaker = (by: string): Promise<number> => lines.change({ by }, { by: '', byName: '' })

/** Looks with a reason that somebody took, as far as their name stands in them. */
export const looksOf = (by: string): Promise<LineDoc[]> =>
  lines.list({ where: { by, kind: 'look' }, order: [['at', 'desc']], limit: MOST_OF_A_PERSON })

export const forgetLooksOf = (by: string, consultationIds: readonly string[]): Promise<number> =>
  lines.change({ by, kind: 'look', consultationId: _.in([...consultationIds]) }, { by: '', byName: '' })

export const moveLines = (from: string, to: string): Promise<number> => lines.change({ by: from }, { by: to })
