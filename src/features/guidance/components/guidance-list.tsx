import { View } from '@tarojs/components'
import { useState } from 'react'
import { consultationStateLabels } from '@/domain/consultation/labels'
import { stageLabels } from '@/domain/guidance/labels'
import { topicLabels } from '@/domain/service/labels'
import { sayDay, sayWhen } from '@/domain/time'
import { Listed } from '@/features/listed'
import { useListGestures } from '@/features/use-list-gestures'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { useList } from '@/lib/use-list'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { Segmented } from '@/ui/segmented'
import { Skeleton } from '@/ui/skeleton'
import { StateTag } from '@/ui/state-tag'
import { stateTones, type Outline } from './guidance-model'

const views = [
  { value: 'open', words: '进行中' },
  { value: 'closed', words: '已结束' },
] as const
type Which = (typeof views)[number]['value']

const whenOf = ({ next, dueAt, waitingSince }: Outline, now: number): string => {
  if (next) return `下次会面 ${sayWhen(next.startsAt, now)}`
  if (waitingSince !== null) return '等企业'
  return dueAt === null ? '' : `${sayDay(dueAt, now)}前推进`
}

/** The guidances that somebody leads or looks after. */
export function GuidanceList() {
  const [view, setView] = useState<Which>('open')
  const list = useList('guidance.assigned', { closed: view === 'closed' }, { keep: true })
  useListGestures(list)
  const now = useNow()
  return (
    <View>
      <Segmented label="指导" options={views} value={view} onChange={setView} />
      <Listed
        of={list}
        skeleton={<Skeleton shape="rows" count={4} />}
        empty={
          <EmptyState
            icon="growth"
            title={view === 'open' ? '没有进行中的一对一指导' : '还没有结束的一对一指导'}
            why="企业申报科技项目要多次辅导时，从咨询事项或这里开始一项"
          />
        }
      >
        {(items) => (
          <Card flush>
            {items.map((item) => (
              <ListRow
                key={item.id}
                icon="growth"
                title={item.enterprise.name}
                note={
                  <>
                    <View>{`${topicLabels[item.topic]} · ${stageLabels[item.stage]} · ${item.owner.name}`}</View>
                    <View>{whenOf(item, now)}</View>
                  </>
                }
                trailing={
                  <StateTag tone={stateTones[item.state] ?? 'quiet'} words={consultationStateLabels[item.state]} />
                }
                onPress={() => void to.deskGuidance(item.id)}
              />
            ))}
          </Card>
        )}
      </Listed>
    </View>
  )
}
