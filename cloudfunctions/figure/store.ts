/** Collection `figureQuarters`: what each published quarter counted. Written once and never changed. */
import type { FixedQuarter } from '@/domain/published-figures'
import { _, collection, type Stored } from '../kernel/db'

interface QuarterDoc extends Stored, Omit<FixedQuarter, 'quarter'> {
  /** When it was counted. */
  at: Date
}

const quarters = collection<QuarterDoc>('figureQuarters')

const fixedOf = ({ _id, topics, days }: QuarterDoc): FixedQuarter => ({ quarter: _id, topics, days })

/** Those of the quarters that are fixed, by their first months. One round trip. */
export const fixedQuarters = async (wanted: readonly string[]): Promise<Map<string, FixedQuarter>> => {
  const found = await quarters.list({ where: { _id: _.in([...wanted]) }, limit: wanted.length })
  return new Map(found.map((doc) => [doc._id, fixedOf(doc)]))
}

/** Fixes a quarter. Its month is the natural key: who counts it a moment later gets what stands there. */
export const keepQuarter = async ({ quarter, topics, days }: FixedQuarter, at: Date): Promise<FixedQuarter> => {
  const doc = { _id: quarter, topics, days, at }
  if ((await quarters.add(doc)) === 'added') return fixedOf(doc)
  const standing = await quarters.get(quarter)
  if (!standing) throw new Error(`quarter ${quarter} is neither new nor there`)
  return fixedOf(standing)
}
