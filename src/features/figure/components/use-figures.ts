import { useState } from 'react'
import type { By, Figure } from '@/domain/figure/rules'
import { monthAfter, quarterOf, type Period } from '@/domain/period'
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

/** What the page asks for, and the answer. Days of a whole year are too many to be read: there it is months. */
export function useFigures() {
  const thisMonth = monthKey(now())
  const [month, setMonth] = useState(thisMonth)
  const [span, setSpan] = useState<Span>('quarter')
  const [by, setBy] = useState<By>('topic')
  const [figure, setFigure] = useState<Figure>('bookings')
  const period = periodOf(span, month)
  const answer = useCall('figure.service', { fromMonth: period.from, toMonth: period.to, by }, { keep: true })
  usePullRefresh(answer.refresh)
  return {
    answer,
    period,
    span,
    by,
    figure,
    setBy,
    setFigure,
    chooseSpan: (chosen: Span) => {
      setSpan(chosen)
      setMonth(thisMonth)
      if (chosen === 'year' && by === 'day') setBy('month')
    },
    /** One span back or on; on only while it has begun. */
    back: () => setMonth(monthAfter(period.from, -1)),
    on: period.to < thisMonth ? () => setMonth(onward(period, span, thisMonth)) : undefined,
  }
}

const onward = ({ to }: Period, span: Span, thisMonth: string): string => {
  const next = monthAfter(to, LENGTHS[span])
  return next > thisMonth ? thisMonth : next
}
