import { byLabels, figureLabels } from '@/domain/figure/labels'
import { BY, FIGURES, type By, type Figure } from '@/domain/figure/rules'
import { Card } from '@/ui/card'
import { CountChart } from '@/ui/count-chart'
import { EmptyState } from '@/ui/page-state'
import { Chips, Segmented } from '@/ui/segmented'
import { chartItems, type Answer } from './figure-words'

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

/** One figure drawn by group: bars by topic, columns by day or month. */
export function Breakdown({ answer, by, figure, onFigure, onOpen }: BreakdownProps) {
  const items = chartItems(answer, by, figure)
  if (answer.total.bookings === 0 || items.length === 0)
    return <EmptyState icon="timeline" title="这段时间没有预约" why="换一段时间看看，企业预约服务日后这里就有数字" />
  return (
    <>
      <Chips label="指标" options={figures} value={figure} onChange={onFigure} />
      <Card>
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
