import { View } from '@tarojs/components'
import { byLabels, figureLabels } from '@/domain/figure/labels'
import { BY, FIGURES, type By, type Figure } from '@/domain/figure/rules'
import { Card } from '@/ui/card'
import { CountChart } from '@/ui/count-chart'
import { EmptyState } from '@/ui/page-state'
import { Chips, Segmented } from '@/ui/segmented'
import { chartItems, type Answer } from './figure-words'
import './breakdown.scss'

interface ByChoiceProps {
  by: By
  /** Days can be chosen between too. */
  withDays: boolean
  onChange: (by: By) => void
}

/** By what the figures are parted. */
export function ByChoice({ by, withDays, onChange }: ByChoiceProps) {
  const parts = BY.filter((one) => withDays || one !== 'day').map((value) => ({ value, words: byLabels[value] }))
  return <Segmented label="分组" options={parts} value={by} onChange={onChange} />
}

const figures = FIGURES.map((value) => ({ value, words: figureLabels[value] }))

interface BreakdownProps {
  answer: Answer
  by: By
  figure: Figure
  onFigure: (figure: Figure) => void
  /** Opens the records of a group; absent for who may not see them. */
  onOpen: ((group: string) => void) | undefined
}

/** What a column's number is; a bar says it itself. */
const units: Record<Figure, string> = {
  bookings: '单位：件',
  noShows: '单位：件',
  firstAnswer: '工作时间的中位数',
  solved: '解决率',
}
const hintOf = (by: By, figure: Figure, opens: boolean): string =>
  [by !== 'topic' && units[figure], by === 'day' && '左右滑动看其他日子', opens && '点一项看对应的记录']
    .filter(Boolean)
    .join('，')

/** One figure drawn by group: bars by topic, columns by day or month. */
export function Breakdown({ answer, by, figure, onFigure, onOpen }: BreakdownProps) {
  const items = chartItems(answer, by, figure)
  const hint = hintOf(by, figure, onOpen !== undefined)
  if (answer.total.bookings === 0 || items.length === 0)
    return <EmptyState icon="timeline" title="这段时间没有预约" why="换一段时间看看，企业预约服务日后这里就有数字" />
  return (
    <>
      <Chips label="指标" options={figures} value={figure} onChange={onFigure} />
      <Card>
        {hint !== '' && <View className="breakdown__hint">{hint}</View>}
        <CountChart
          kind={by === 'topic' ? 'bars' : 'columns'}
          label={`${byLabels[by]}的${figureLabels[figure]}`}
          items={items}
          onPress={onOpen}
        />
      </Card>
    </>
  )
}
