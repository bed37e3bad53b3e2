/** Collection `openings`: how often each exhibit was opened. Counts by month, and nothing of who it was. */
import { monthKey } from '@/domain/time'
import { _, collection, type Stored } from '../../kernel/db'

export interface OpeningsDoc extends Stored {
  total: number
  /** By month, such as `2026-11`. */
  months: Record<string, number>
}

const openings = collection<OpeningsDoc>('openings')
export const KEPT_MONTHS = 24

/** Counts one. Of two that are the very first, one adds the document and the other counts in it. */
export const countOpening = async (exhibitId: string, now: Date): Promise<void> => {
  const month = monthKey(now)
  const one = { total: _.inc(1), [`months.${month}`]: _.inc(1) }
  if ((await openings.change({ _id: exhibitId }, one)) > 0) return
  if ((await openings.add({ _id: exhibitId, total: 1, months: { [month]: 1 } })) === 'exists') {
    await openings.change({ _id: exhibitId }, one)
  }
}

export const openingsOf = (ids: readonly string[]): Promise<OpeningsDoc[]> =>
  ids.length === 0 ? Promise.resolve([]) : openings.list({ where: { _id: _.in([...ids]) }, limit: ids.length })

/** The counted months of one exhibit, oldest first. */
export const monthsOf = ({ months }: Pick<OpeningsDoc, 'months'>): { month: string; count: number }[] =>
  Object.entries(months)
    .map(([month, count]) => ({ month, count }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-KEPT_MONTHS)

/** Takes away months beyond the newest 24; the total keeps them. */
export const trimMonths = async (document: OpeningsDoc): Promise<void> => {
  const kept = new Set(monthsOf(document).map(({ month }) => month))
  const old = Object.keys(document.months).filter((month) => !kept.has(month))
  if (old.length === 0) return
  await openings.change({ _id: document._id }, Object.fromEntries(old.map((month) => [`months.${month}`, _.remove()])))
}
