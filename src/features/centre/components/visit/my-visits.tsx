import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { Asked, errorWords } from '@/features/call-state'
import { useListGestures } from '@/features/use-list-gestures'
import { CallError } from '@/lib/call-error'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { useConfirm } from '@/ui/use-confirm'
import { cancelVisit } from '../../api'
import type { Visit } from './booking'
import { VisitCard } from './visit-card'
import { cancelQuestion, isAhead } from './visit-state'

type Said = { tone: 'good' | 'bad'; words: string }

/** The person's visits, with giving one up. */
function useMyVisits() {
  const visits = useCall('centre.myVisits', {}, { keep: true })
  const now = useNow()
  const { ask, sheet } = useConfirm()
  const [said, setSaid] = useState<Said>()
  useListGestures(visits)
  const cancel = async (visit: Visit) => {
    if (!(await ask(cancelQuestion(visit, now)))) return
    try {
      const cancelled = await cancelVisit(visit.id)
      const replaced = visits.data?.items.map((one) => (one.id === cancelled.id ? cancelled : one)) ?? []
      visits.put({ items: replaced })
      setSaid({ tone: 'good', words: '已取消，名额已让给别人' })
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setSaid({ tone: 'bad', words: errorWords(error) })
      await visits.refresh()
    }
  }
  return { visits, now, sheet, said, cancel }
}

interface SectionProps {
  title: string
  visits: OutputFor<'centre.myVisits'>['items']
  now: number
  onCancel: (visit: Visit) => Promise<void>
}

function Section({ title, visits, now, onCancel }: SectionProps) {
  if (visits.length === 0) return null
  return (
    <>
      <SectionTitle note={`${visits.length} 次`}>{title}</SectionTitle>
      {visits.map((visit) => (
        <VisitCard key={visit.id} visit={visit} now={now} onCancel={onCancel} />
      ))}
    </>
  )
}

/** One's own visits: those ahead, the nearest first, and those that are over or cancelled. */
export function MyVisits() {
  const { visits, now, sheet, said, cancel } = useMyVisits()
  return (
    <>
      {said && <Notice tone={said.tone}>{said.words}</Notice>}
      <Asked of={visits} skeleton={<Skeleton shape="cards" />}>
        {({ items }) => {
          if (items.length === 0)
            return (
              <EmptyState icon="hall" title="还没有预约过参观" why="一个人或一个团体都可以预约，也可以请讲解员">
                <Button kind="main" onPress={() => to.book()}>
                  预约参观
                </Button>
              </EmptyState>
            )
          const ahead = items.filter((visit) => isAhead(visit, now)).sort((one, other) => one.startsAt - other.startsAt)
          const past = items.filter((visit) => !isAhead(visit, now))
          return (
            <>
              <Section title="待参观" visits={ahead} now={now} onCancel={cancel} />
              {ahead.length > 0 && (
                <View className="visit-card__actions">
                  <Button icon="plus" onPress={() => to.book()}>
                    再约一个时段
                  </Button>
                </View>
              )}
              {ahead.length === 0 && (
                <EmptyState icon="calendar" title="近期没有参观预约" why="选一个时段，几步就能约好">
                  <Button kind="main" onPress={() => to.book()}>
                    预约参观
                  </Button>
                </EmptyState>
              )}
              <Section title="以往" visits={past} now={now} onCancel={cancel} />
            </>
          )
        }}
      </Asked>
      {sheet}
    </>
  )
}
