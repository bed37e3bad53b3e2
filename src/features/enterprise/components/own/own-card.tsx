import { Text, View } from '@tarojs/components'
import type { OutputFor } from '@/domain/contracts'
import { contactStateLabels, industryLabels } from '@/domain/enterprise/labels'
import type { ContactState } from '@/domain/enterprise/rules'
import { sayDay } from '@/domain/time'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { StateTag, type Tone } from '@/ui/state-tag'
import '../enterprise.scss'

export type OwnEnterprise = OutputFor<'enterprise.mine'>['items'][number]

export const contactTones: Record<ContactState, Tone> = {
  waiting: 'wait',
  confirmed: 'good',
  declined: 'bad',
  left: 'quiet',
}

const sinceWords: Record<ContactState, string> = {
  waiting: '申请',
  confirmed: '起担任联络人',
  declined: '未获确认',
  left: '退出',
}

interface OwnCardProps {
  own: OwnEnterprise
  now: number
  onLeave: () => void
  onAskAgain: () => void
}

/** One enterprise of one's own: where it stands, who else speaks for it, and what can be done. */
export function OwnCard({ own, now, onLeave, onAskAgain }: OwnCardProps) {
  const { enterprise, state, position, since, declineReason, others } = own
  const { name } = enterprise
  return (
    <Card>
      <View className="enterprise__head">
        <Text className="enterprise__name">{name}</Text>
        <StateTag tone={contactTones[state]} words={contactStateLabels[state]} />
      </View>
      <View className="enterprise__line">
        {industryLabels[enterprise.industry]}，{position}，{sayDay(since, now)}
        {sinceWords[state]}
      </View>
      {state === 'confirmed' && (
        <View className="enterprise__line">
          {others.length > 0
            ? `同企业联络人：${others.map((other) => `${other.name}（${other.position}）`).join('、')}`
            : '目前只有您一位联络人'}
        </View>
      )}
      {state === 'waiting' && <View className="enterprise__line">工作人员核实后确认，结果会发到消息里</View>}
      {state === 'declined' && (
        <View className="enterprise__note">
          <Notice tone="bad" title="没有通过">
            {declineReason}
          </Notice>
        </View>
      )}
      <View className="enterprise__actions">
        {state === 'declined' ? (
          <Button label={`重新申请：${name}`} onPress={onAskAgain}>
            重新申请
          </Button>
        ) : (
          <Button label={`${state === 'waiting' ? '撤回申请' : '退出联络人'}：${name}`} onPress={onLeave}>
            {state === 'waiting' ? '撤回申请' : '退出联络人'}
          </Button>
        )}
      </View>
    </Card>
  )
}
