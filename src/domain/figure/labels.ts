import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import { monthAfter } from '../period'
import { FIXED_AFTER_DAYS, lastPublished, publishedAt } from '../published-figures'
import { topicLabels } from '../service/labels'
import type { Topic } from '../service/rules'
import { atWallClock, sayDate } from '../time'
import { MAX_MONTHS, MAX_MONTHS_BY_DAY, type By, type Figure } from './rules'

export const byLabels: Record<By, string> = { topic: '按主题', day: '按日', month: '按月' }

export const figureLabels: Record<Figure, string> = {
  bookings: '预约',
  noShows: '未到场',
  firstAnswer: '首次答复用时',
  solved: '解决率',
}

/** How each figure is computed (怎么算的). */
export const figureDefinitions: Record<Figure, string> = {
  bookings: '服务日咨询的预约件数，按提交预约的日期归入。已取消的不算，改约的算一件。一对一指导不在内。',
  noShows: '预约了而企业没有到场、至今也没有补上的件数。占比是它除以预约件数。',
  firstAnswer:
    '从提交预约到小分队第一次答复的时间，只计工作日 8:30 到 17:30（按国家公布的放假和调休）。有答复的各件从短到长排列，取正中间一件；件数为双数时取中间两件的平均。',
  solved: '企业评价“已解决”的件数，除以企业作过评价的件数。一件咨询评价过多次的，以最近一次为准。',
}

/** Stands also where more than that is hidden with a small number: which of them it is, nobody is told. */
export const UNTOLD = '不显示'
export const FEW = '涉及少于 5 件'
export const suppressionDefinition = `为了不让人认出是哪家企业，少于 5 件的数不显示；能从合计或其他数推算出它的数，也一并不显示。每个季度结束 ${FIXED_AFTER_DAYS} 天后，数字固定下来公布，之后的更正不再计入，所以前后两次看到的总是一样。正在进行的季度，只有负责的队长和党委工作人员可以看，他们看到的是全部、当前的数字。`

/** What a page says to whoever sees published figures only. */
export const publishedWords = (now: Date | number): string => {
  const next = publishedAt(monthAfter(lastPublished(now), 3))
  return `只显示已公布的季度：每季度结束 ${FIXED_AFTER_DAYS} 天后固定，之后不再变动，下次公布在${sayDate(next)}。少于 5 件的数和能推算出它的数不显示。`
}

/** The name of a group: a topic's words, `2026年11月`, or `11月21日 周六`. */
export const groupLabel = (by: By, key: string): string => {
  if (by === 'topic') return topicLabels[key as Topic] ?? key
  if (by === 'month') return `${key.slice(0, 4)}年${Number(key.slice(5, 7))}月`
  return sayDate(atWallClock(key, '12:00'))
}

/** Office minutes as people say them: `45 分钟`, `3.5 小时`; a working day has nine hours. */
export const sayOfficeTime = (minutes: number): string => {
  if (minutes < 60) return `${Math.round(minutes)} 分钟`
  if (minutes < 2 * OFFICE_DAY) return `${tenth(minutes / 60)} 小时`
  return `${tenth(minutes / OFFICE_DAY)} 个工作日`
}
const OFFICE_DAY = 9 * 60
const tenth = (value: number): string => String(Math.round(value * 10) / 10)

export const figureRefusals: Words<Contracts['figure']> = {
  notPublished: ({ at }) => `这段时间的统计还没有公布，${sayDate(Number(at ?? 0))} 起可以看`,
  periodWrong: '开始月份要早于结束月份，请重新选择',
  periodTooLong: () => `一次最多看 ${MAX_MONTHS} 个月，按日最多看 ${MAX_MONTHS_BY_DAY} 个月，请缩短时间`,
}
