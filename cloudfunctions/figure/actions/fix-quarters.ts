import { fixQuarter, quartersOf, type FixedQuarter } from '@/domain/published-figures'
import { monthAfter, monthsOf, type Period } from '@/domain/period'
import { monthRange } from '@/domain/time'
import { figureRows } from '../../consultation/public'
import { isWorkingDay } from '../../kernel/working-days'
import { fixedQuarters, keepQuarter } from '../store'

/** Counts a quarter. Each month is one reading, so that its topics and its days add up to the same. */
const countQuarter = async (quarter: string): Promise<FixedQuarter> => {
  const months = monthsOf({ from: quarter, to: monthAfter(quarter, 2) })
  const rows = await Promise.all(
    months.map((month) => figureRows({ ...monthRange(month), by: 'topicAndDay', teams: 'all' })),
  )
  return fixQuarter(quarter, rows.flat(), isWorkingDay)
}

/**
 * The quarters of a period as they were fixed, in order. One that the timer has not come to yet is fixed now.
 *
 * @param period whole quarters that are published
 */
export const fixed = async (period: Period, now: Date): Promise<FixedQuarter[]> => {
  const wanted = quartersOf(period)
  const standing = await fixedQuarters(wanted)
  return Promise.all(
    wanted.map(async (quarter) => standing.get(quarter) ?? (await keepQuarter(await countQuarter(quarter), now))),
  )
}
