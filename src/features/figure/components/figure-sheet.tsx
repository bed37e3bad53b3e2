import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { figureDefinitions, figureLabels, groupLabel, suppressionDefinition } from '@/domain/figure/labels'
import type { By, Figure } from '@/domain/figure/rules'
import type { Period } from '@/domain/period'
import { Listed } from '@/features/listed'
import { useList } from '@/lib/use-list'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { figuresIn, recordsOf, sayFigure, sayShort, type Answer } from './figure-words'
import { sayPeriod } from './period-switch'
import './figure-sheet.scss'

export type RecordOutline = OutputFor<'figure.records'>['items'][number]

/** What was tapped: a figure of the whole, or of one group. */
export interface Opened {
  figure: Figure
  group: string | null
}

interface FigureSheetProps {
  opened: Opened
  by: By
  period: Period
  answer: Answer
  row: (record: RecordOutline) => ReactNode
  onClose: () => void
}

/** How a figure is computed, and the records behind it for whoever may see them. */
export function FigureSheet({ opened: { figure, group }, by, period, answer, row, onClose }: FigureSheetProps) {
  const figures = figuresIn(answer, group)
  const of = group === null ? sayPeriod(period) : groupLabel(by, group)
  return (
    <Sheet title={`${of}：${figureLabels[figure]}`} onClose={onClose}>
      <View className="figure-sheet__value">{sayShort(sayFigure(figures, figure))}</View>
      <View className="figure-sheet__title">怎么算的</View>
      <View className="figure-sheet__words">{figureDefinitions[figure]}</View>
      {answer.exact ? (
        <Records {...{ figure, group, by, period, row }} count={recordsOf(figures, figure)} />
      ) : (
        <Notice>{suppressionDefinition}</Notice>
      )}
    </Sheet>
  )
}

interface RecordsProps extends Opened, Pick<FigureSheetProps, 'by' | 'period' | 'row'> {
  count: number | null
}

function Records({ figure, group, by, period, row, count }: RecordsProps) {
  const asked = { fromMonth: period.from, toMonth: period.to, by, figure, group }
  const list = useList('figure.records', asked)
  return (
    <>
      <View className="figure-sheet__title">{`对应的记录，共 ${count ?? 0} 件`}</View>
      <Listed
        of={list}
        skeleton={<Skeleton shape="rows" count={3} />}
        empty={<EmptyState icon="list" title="没有对应的记录" />}
        end="已全部列出"
      >
        {(items) => <View className="figure-sheet__rows">{items.map(row)}</View>}
      </Listed>
    </>
  )
}
