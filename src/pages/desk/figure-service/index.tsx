import { useState } from 'react'
import { Asked } from '@/features/call-state'
import { byLabels, publishedWords } from '@/domain/figure/labels'
import { monthKey, sayWhen } from '@/domain/time'
import { ItemRow } from '@/features/consultation/components/desk/item-row'
import { Breakdown, ByChoice } from '@/features/figure/components/breakdown'
import { FigureSheet, type Opened } from '@/features/figure/components/figure-sheet'
import { PeriodSwitch } from '@/features/figure/components/period-switch'
import { Totals } from '@/features/figure/components/totals'
import type { Answer } from '@/features/figure/components/figure-words'
import { useFigures } from '@/features/figure/components/use-figures'
import { FigureExports, useSeesRecords } from '@/features/service-exports'
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

/** Whose figures, and until when where they still change. */
const ofWhat = ({ of, exact, to: until, now: at }: Answer): string => {
  const whose = of === 'teams' ? '本队' : '全区'
  return exact && until >= monthKey(at) ? `${whose}，截至${sayWhen(at, at)}` : whose
}

function ServiceFigures() {
  const figures = useFigures(useSeesRecords())
  const [opened, setOpened] = useState<Opened | null>(null)
  const { answer, by, figure, period, span, spans } = figures
  const open = (next: Opened) => setOpened(next)
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="before"
      side={
        <Card>
          <PeriodSwitch
            {...{ period, span, spans }}
            onSpan={figures.chooseSpan}
            onBack={figures.back}
            onNext={figures.on}
          />
          <ByChoice by={by} withDays={span !== 'year'} onChange={figures.setBy} />
        </Card>
      }
    >
      <Asked of={answer} skeleton={<Skeleton shape="cards" count={3} />}>
        {(data) => (
          <>
            {!data.exact && <Notice>{publishedWords(data.now)}</Notice>}
            <SectionTitle note={ofWhat(data)}>总数</SectionTitle>
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
                answer={data}
                row={(record) => (
                  <ItemRow
                    key={record.id}
                    item={record}
                    now={now()}
                    withOwner
                    asRecord
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
