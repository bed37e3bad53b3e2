/** Collection `jobParts`: the rows that one slice of a job has gathered, until its file is made. */
import { FILE_KEPT_MS, type Cell } from '@/domain/document/rules'
import { _, collection, type Stored } from '../../kernel/db'

export interface PartDoc extends Stored {
  jobId: string
  nth: number
  /** Cells in the order of the columns, as their reader may see them. */
  rows: Cell[][]
  at: Date
  /** The people in them. */
  subjects: string[]
  /** Where the source goes on behind them; null at its end. */
  next: string | null
}

const parts = collection<PartDoc>('jobParts')

/** Parts that are read at a time. */
const AT_ONCE = 5

/**
 * Keeps what a slice has gathered. A worker that died after this left it here: its rows count, and what was gathered again
 * is dropped, so that no row stands twice when people have come in between.
 */
export const keepPart = async (part: Omit<PartDoc, '_id'>): Promise<PartDoc> => {
  const kept = { ...part, _id: `${part.jobId}:${part.nth}` }
  return (await parts.add(kept)) === 'added' ? kept : ((await parts.get(kept._id)) ?? kept)
}

/** All parts of a job in their order. */
export const partsOf = async (jobId: string, count: number): Promise<PartDoc[]> => {
  const found: PartDoc[] = []
  for (let from = 0; from < count; from += AT_ONCE) {
    const nth = _.and(_.gte(from), _.lt(from + AT_ONCE))
    found.push(...(await parts.list({ where: { jobId, nth }, order: [['nth', 'asc']], limit: AT_ONCE })))
  }
  if (found.length !== count) throw new Error(`job ${jobId} has ${found.length} of ${count} parts`)
  return found
}

export const removeParts = (jobIds: readonly string[]): Promise<number> => parts.remove({ jobId: _.in([...jobIds]) })

/** Parts whose job was taken away while a worker was still at it. No job lives as long as they have. */
export const sweepParts = (now: Date): Promise<number> =>
  parts.remove({ at: _.lt(new Date(now.getTime() - 2 * FILE_KEPT_MS)) })
