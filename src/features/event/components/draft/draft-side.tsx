import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { audienceLabels, eventStateLabels } from '@/domain/event/labels'
import { saySpan, sayWhen } from '@/domain/time'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import { StateTag } from '@/ui/state-tag'
import type { DraftForm } from './draft-form'
import type { DraftState } from './event-draft'
import '@/features/draft.scss'

const capacityWords = (form: DraftForm): string =>
  form.limited ? `${form.capacity || '—'} 人${form.waitlist ? '，可候补' : ''}` : '不限'

export interface DraftSideProps {
  state: DraftState
  onCopy: () => void
  onCancel: () => void
  onDesk: () => void
  onRoster: () => void
}

/** Beside the form: what people will be told, and what else can be done with the event. */
export function DraftSide({ state, onCopy, onCancel, onDesk, onRoster }: DraftSideProps) {
  const { thing: event, form } = state
  const published = event?.state === 'published'
  return (
    <View>
      <SectionTitle>发布后大家看到的</SectionTitle>
      <Summary form={form} tag={<StateTag tone={published ? 'good' : 'quiet'} words={stateWords(state)} />} />
      {event && (
        <>
          <SectionTitle>更多</SectionTitle>
          <Card flush>
            {published && <ListRow icon="desk" title="打开签到台" onPress={onDesk} />}
            {published && <ListRow icon="list" title="签到名单" note={`已报名 ${event.taken} 人`} onPress={onRoster} />}
            <ListRow icon="copy" title="复制到另一天" onPress={onCopy} />
          </Card>
          {event.state !== 'cancelled' && (
            <View className="draft__danger">
              <Button kind="danger" icon="trash" onPress={onCancel}>
                {published ? '取消这场活动' : '取消这个草稿'}
              </Button>
            </View>
          )}
        </>
      )}
    </View>
  )
}

const stateWords = ({ thing: event }: DraftState): string => (event ? eventStateLabels[event.state] : '还没有保存')

function Summary({ form, tag }: { form: DraftForm; tag: ReactNode }) {
  return (
    <Card>
      <View className="draft__summary">
        {tag}
        <Text className="draft__summary-title">{form.title || '（还没有标题）'}</Text>
        <Text className="draft__summary-line">{saySpan(form.startsAt, form.endsAt)}</Text>
        <Text className="draft__summary-line">{form.placeName || '（还没有地点）'}</Text>
        <Text className="draft__summary-line">
          名额 {capacityWords(form)}；{audienceLabels[form.audience]}
        </Text>
        <Text className="draft__summary-line">
          报名到 {sayWhen(form.signUp.closesAt, Date.now())}，签到 {sayWhen(form.checkIn.opensAt, Date.now())} 开始
        </Text>
      </View>
    </Card>
  )
}
