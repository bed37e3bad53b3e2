import { consultationStateLabels } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import { CallFailed } from '@/features/call-state'
import { spanWords } from '@/features/meeting-words'
import { to } from '@/lib/routes'
import type { Question } from '@/lib/use-call'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { StateTag } from '@/ui/state-tag'
import { stateTones } from '../item-words'

/** A specialist's day in short, on the home page of the desk. */
export function TodayBrief({ of: today }: { of: Question<'consultation.today'> }) {
  const { data, error } = today
  return (
    <>
      <SectionTitle more={{ words: '全部', onPress: () => void to.today() }}>今日咨询</SectionTitle>
      {!data && (error ? <CallFailed error={error} onRetry={today.refresh} /> : <Skeleton shape="rows" count={2} />)}
      {data && data.asked.length > 0 && (
        <Notice
          tone="wait"
          title={`${data.asked.length} 件转交等您答复`}
          action={
            <Button compact kind="link" onPress={() => to.today()}>
              去答复
            </Button>
          }
        />
      )}
      {data && data.items.length === 0 && (
        <Card>
          <EmptyState icon="calendar" title="今天没有会面" why="企业约了您的时段以后，会出现在这里" />
        </Card>
      )}
      {data && data.items.length > 0 && (
        <Card flush>
          {data.items.map((item) => (
            <ListRow
              key={item.id}
              title={item.enterprise.name}
              note={[item.meeting && spanWords(item.meeting), topicLabels[item.topic]].filter(Boolean).join(' · ')}
              trailing={<StateTag tone={stateTones[item.state]} words={consultationStateLabels[item.state]} />}
              onPress={() => void to.workItem(item.id)}
            />
          ))}
        </Card>
      )}
    </>
  )
}
