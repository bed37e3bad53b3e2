import { topicLabels } from '@/domain/service/labels'
import { Asked } from '@/features/call-state'
import { meetingWords } from '@/features/meeting-words'
import { back } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import type { ConsultationView } from '../talk/talk-model'
import { HeldCard } from './held-card'
import { Suggestions } from './suggestions'
import type { Moving } from './use-moving'

interface MoveFormProps {
  moving: Moving
  outline: ConsultationView['outline']
  now: number
}

function NoSlot({ outline }: Pick<MoveFormProps, 'outline'>) {
  const words =
    outline.state === 'unplaced'
      ? '新的服务日发布后就能选，原来的问题和材料都还在'
      : '改约只能选同一位队员。可以过几天再看，或取消后换一位队员'
  return (
    <EmptyState icon="calendar" title={`${outline.owner.name}近期没有空的时段`} why={words}>
      <Button onPress={back}>返回</Button>
    </EmptyState>
  )
}

/** Where the meeting stands now, and the slots it can be moved to. */
export function MoveForm({ moving, outline, now }: MoveFormProps) {
  const { hold, offer, chooseAgain } = moving
  const { meeting, owner, topic } = outline
  return (
    <>
      <Card flush>
        <ListRow
          icon="calendar"
          title={meeting ? `原来：${meetingWords(meeting, now)}` : '原来的时段已取消'}
          note={`${owner.name} · ${topicLabels[topic]}，问题和材料不用再填`}
        />
      </Card>
      <SectionTitle>改到什么时候</SectionTitle>
      {hold.held ? (
        <HeldCard held={hold.held} lapsed={hold.lapsed} now={now} reasons={[]} onChange={chooseAgain} />
      ) : (
        <Asked of={offer} skeleton={<Skeleton shape="cards" />}>
          {({ items }) =>
            items.length === 0 ? (
              <NoSlot outline={outline} />
            ) : (
              <Suggestions items={items} topic={topic} now={now} asking={hold.asking} onSlot={hold.hold} />
            )
          }
        </Asked>
      )}
    </>
  )
}
