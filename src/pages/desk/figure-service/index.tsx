import { useState } from 'react'
import { Asked } from '@/features/call-state'
import { byLabels } from '@/domain/figure/labels'
import { ItemRow } from '@/features/consultation/components/desk/item-row'
import { Breakdown, ByChoice } from '@/features/figure/components/breakdown'
import { FigureSheet, type Opened } from '@/features/figure/components/figure-sheet'
import { PeriodSwitch, sayPeriod } from '@/features/figure/components/period-switch'
import { Totals } from '@/features/figure/components/totals'
import { useFigures } from '@/features/figure/components/use-figures'
import { FigureExports } from '@/features/service-exports'
import { DeskGate } from '@/features/member/components/desk-gate'
import { now } from '@/lib/clock'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '服务统计'

/** Figures of the service days: how many, how soon, how well; each with how it is computed and what is behind it. */
export default function FigureServicePage() {
  return (
    <DeskGate title={TITLE} only="all">
      <ServiceFigures />
    </DeskGate>
  )
}

function ServiceFigures() {
  const figures = useFigures()
  const [opened, setOpened] = useState<Opened | null>(null)
  const { answer, by, figure, period, span } = figures
  const open = (next: Opened) => setOpened(next)
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="before"
      side={
        <Card>
          <PeriodSwitch {...{ period, span }} onSpan={figures.chooseSpan} onBack={figures.back} onNext={figures.on} />
          <ByChoice by={by} withDays={span !== 'year'} onChange={figures.setBy} />
        </Card>
      }
    >
      <Asked of={answer} skeleton={<Skeleton shape="cards" count={3} />}>
        {(data) => (
          <>
            {!data.exact && (
              <Notice>{`数字按整季度给出：${sayPeriod(data)}。少于 5 件的数和能推算出它的数不显示。`}</Notice>
            )}
            <SectionTitle note={data.of === 'teams' ? '本队' : '全区'}>总数</SectionTitle>
            <Card>
              <Totals answer={data} onOpen={(one) => open({ figure: one, group: null })} />
            </Card>
            <SectionTitle>{byLabels[by]}</SectionTitle>
            <Breakdown
              {...{ answer: data, by, figure }}
              onFigure={figures.setFigure}
              onOpen={data.exact ? (group) => open({ figure, group }) : undefined}
            />
            {data.exact && <FigureExports by={by} fromMonth={data.from} toMonth={data.to} />}
            {opened && (
              <FigureSheet
                {...{ opened, by, period }}
                exact={data.exact}
                row={(record) => (
                  <ItemRow
                    key={record.id}
                    item={record}
                    now={now()}
                    withOwner
                    onPress={() => void to.workItem(record.id)}
                  />
                )}
                onClose={() => setOpened(null)}
              />
            )}
          </>
        )}
      </Asked>
    </PageFrame>
  )
}
