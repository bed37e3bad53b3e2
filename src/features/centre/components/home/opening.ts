import type { OutputFor } from '@/domain/contracts'
import { weekdayLabels } from '@/domain/centre/labels'
import { openState, type Hours } from '@/domain/centre/rules'
import { dayKey, sayTime, sayWhen } from '@/domain/time'

export type CentreAnswer = OutputFor<'centre.get'>
export type Centre = CentreAnswer['centre']

/** Whether one can go there now, in words: reckoned by the clock, so that it changes while the page stands. */
export function openWords(centre: Centre, now: number): { open: boolean; words: string } {
  const state = openState(centre, new Date(now))
  if (state.is === 'open') return { open: true, words: `开放中，${sayTime(state.until)} 闭馆` }
  const why = state.reason ? `${state.reason}，` : ''
  if (state.next === null) return { open: false, words: `${why}暂不开放` }
  return { open: false, words: `${why}现在闭馆，${sayWhen(state.next, now)} 开放` }
}

/** `9:00` of `09:00`, as times are said everywhere else. */
const plain = (clock: string): string => clock.replace(/^0/, '')
const hoursWords = (hours: Hours): string => (hours ? `${plain(hours.opens)}–${plain(hours.closes)}` : '闭馆')

/** Monday first, as a week is read; `weekdayLabels` and the contract begin with Sunday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const

/** The hours of a week, days in a row with the same hours together: `周一至周五 9:00–17:30`. */
export function weekLines(week: readonly Hours[]): string[] {
  const runs: { from: number; to: number; words: string }[] = []
  for (const day of WEEK) {
    const words = hoursWords(week[day] ?? null)
    const last = runs.at(-1)
    if (last?.words === words) last.to = day
    else runs.push({ from: day, to: day, words })
  }
  const name = (day: number) => weekdayLabels[day] ?? ''
  return runs.map(({ from, to, words }) => {
    if (from === to) return `${name(from)} ${words}`
    const two = WEEK.indexOf(to as (typeof WEEK)[number]) - WEEK.indexOf(from as (typeof WEEK)[number]) === 1
    return `${name(from)}${two ? '、' : '至'}${name(to)} ${words}`
  })
}

/** `10月1日` of `2026-10-01`. */
const dayWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** Closures that are not over yet, the nearest first: `10月1日至10月7日闭馆（国庆假期）`. */
export function closureLines({ closures }: Pick<Centre, 'closures'>, now: number): string[] {
  const today = dayKey(now)
  return closures
    .filter(({ to }) => to >= today)
    .sort((one, other) => one.from.localeCompare(other.from))
    .map(({ from, to, reason }) => {
      const days = from === to ? dayWords(from) : `${dayWords(from)}至${dayWords(to)}`
      return `${days}闭馆（${reason}）`
    })
}

/** When it opened, as a figure: the year large, the month below. */
export const sinceFigure = (openedOn: string): { value: string; unit: string; label: string } => {
  const [year = '', month] = openedOn.split('-')
  return { value: year, unit: '年', label: month ? `${Number(month)} 月启用` : '启用' }
}
