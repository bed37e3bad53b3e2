import { useState } from 'react'
import type { By, Figure } from '@/domain/figure/rules'
import { monthAfter, quarterOf, type Period } from '@/domain/period'
import { lastPublished } from '@/domain/published-figures'
import { monthKey } from '@/domain/time'
import { now } from '@/lib/clock'
import { useCall } from '@/lib/use-call'
import { usePullRefresh } from '@/lib/use-pull-refresh'

export const SPANS = ['month', 'quarter', 'year'] as const
export type Span = (typeof SPANS)[number]
const LENGTHS: Record<Span, number> = { month: 1, quarter: 3, year: 12 }

/** The period of a span that ends in a month, or in the quarter of it. */
const periodOf = (span: Span, month: string): Period => {
  if (span === 'quarter') return { from: quarterOf(month), to: monthAfter(quarterOf(month), 2) }
  return { from: monthAfter(month, 1 - LENGTHS[span]), to: month }
}

/**
 * What the page asks for, and the answer. Days of a whole year are too many to be read: there it is months.
 *
 * @param current whether figures up to this day may be seen; others see published quarters, and those whole
 */
export function useFigures(current: boolean) {
  const latest = current ? monthKey(now()) : monthAfter(lastPublished(now()), 2)
  const [month, setMonth] = useState(latest)
  const [span, setSpan] = useState<Span>('quarter')
  const [by, setBy] = useState<By>('topic')
  const [figure, setFigure] = useState<Figure>('bookings')
  const period = periodOf(span, month)
  const answer = useCall('figure.service', { fromMonth: period.from, toMonth: period.to, by }, { keep: true })
  usePullRefresh(answer.refresh)
  return {
    answer,
    period,
    spans: SPANS.filter((one) => current || one !== 'month'),
    span,
    by,
    figure,
    setBy,
    setFigure,
    chooseSpan: (chosen: Span) => {
      setSpan(chosen)
      setMonth(latest)
      if (chosen === 'year' && by === 'day') setBy('month')
    },
    /** One span back or on; on only while there is something to see. */
    back: () => setMonth(monthAfter(period.from, -1)),
    on: period.to < latest ? () => setMonth(onward(period, span, latest)) : undefined,
  }
}

const onward = ({ to }: Period, span: Span, latest: string): string => {
  const next = monthAfter(to, LENGTHS[span])
  return next > latest ? latest : next
}
