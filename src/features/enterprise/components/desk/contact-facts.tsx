import { Text, View } from '@tarojs/components'
import type { ItemOf } from '@/lib/use-list'
import { contactStateLabels } from '@/domain/enterprise/labels'
import { sayWhen } from '@/domain/time'
import { StateTag } from '@/ui/state-tag'
import { contactTones } from '../own/own-card'
import '../enterprise.scss'

export type Contact = ItemOf<'enterprise.waiting'>

/** A person beside an enterprise: who, what they are there, and where it stands. */
export function ContactFacts({ contact, now }: { contact: Contact; now: number }) {
  const { name, position, enterpriseName, state, since, declineReason } = contact
  return (
    <View className="enterprise__words">
      <View className="enterprise__head">
        <Text className="enterprise__name">{name}</Text>
        <StateTag tone={contactTones[state]} words={contactStateLabels[state]} />
      </View>
      <View className="enterprise__line">
        {enterpriseName}，{position}
      </View>
      <View className="enterprise__line">
        {sayWhen(since, now)}
        {state === 'waiting' ? ' 申请' : ' 办理'}
      </View>
      {declineReason !== '' && <View className="enterprise__line">原因：{declineReason}</View>}
    </View>
  )
}
