import { Text, View } from '@tarojs/components'
import { memberStateLabels, roleLabels } from '@/domain/member/labels'
import type { MemberState } from '@/domain/member/rules'
import { to } from '@/lib/routes'
import type { Session } from '@/lib/session'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Notice } from '@/ui/notice'
import { StateTag, type Tone } from '@/ui/state-tag'
import './self-card.scss'

const tones: Partial<Record<MemberState, Tone>> = { confirmed: 'good', unconfirmed: 'wait', declined: 'bad' }

function Visitor() {
  return (
    <Card>
      <View className="self-card__head">
        <View className="self-card__mark">
          <Icon name="person" size="large" />
        </View>
        <View className="self-card__body">
          <Text className="self-card__name">访客</Text>
          <Text className="self-card__branch">活动和展馆可以随便看；报名、签到时再绑定身份</Text>
        </View>
      </View>
      <Button id="bind" onPress={() => to.bind()}>
        绑定身份
      </Button>
    </Card>
  )
}

function Standing({ member }: { member: NonNullable<Session['member']> }) {
  if (member.state === 'declined') {
    return (
      <Notice
        tone="bad"
        title="支部没有确认您的身份"
        action={<Button onPress={() => to.bind()}>更正后重新提交</Button>}
      >
        {member.declineReason || '请核对姓名和支部'}
      </Notice>
    )
  }
  if (member.state !== 'unconfirmed') return null
  return (
    <Notice
      tone="wait"
      title="等待支部确认"
      action={
        <Button kind="link" compact onPress={() => to.bind()}>
          填错了，去更正
        </Button>
      }
    >
      这期间可以正常报名和签到，记录会保留
    </Notice>
  )
}

/** Who the person is to the app, and what to do where that is not settled. */
export function SelfCard({ session }: { session: Session }) {
  const { member, grants } = session
  if (!member) return <Visitor />
  const roles = [...new Set(grants.map(({ role }) => role))].flatMap((role) =>
    role === 'visitor' || role === 'bound' || role === 'member' ? [] : [roleLabels[role]],
  )
  return (
    <Card>
      <View className="self-card__head">
        <View className="self-card__mark">
          <Text className="self-card__letter">{member.name.slice(0, 1)}</Text>
        </View>
        <View className="self-card__body">
          <View className="self-card__line">
            <Text className="self-card__name">{member.name}</Text>
            <StateTag tone={tones[member.state] ?? 'quiet'} words={memberStateLabels[member.state]} />
          </View>
          <Text className="self-card__branch">{member.branch.name}</Text>
          {roles.length > 0 && <Text className="self-card__branch">{roles.join('、')}</Text>}
        </View>
      </View>
      <Standing member={member} />
    </Card>
  )
}
