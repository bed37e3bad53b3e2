import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { CallFailed, Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Skeleton } from '@/ui/skeleton'
import { confirmMember } from '../api'
import type { StepProps } from './member-panel'
import type { MemberRow } from './member-rows'
import './member-desk.scss'

/** A binding to decide on: records it may belong to, confirming it as a new member, or declining it. */
export function WaitingActions({ member, go, onDone }: StepProps) {
  const [refused, run] = useRefusable()
  const candidates = useCall('member.mergeCandidates', { memberId: member.id })
  const confirm = () =>
    run(async () => onDone(await confirmMember({ memberId: member.id, name: member.name }), `已确认${member.name}`))
  return (
    <View>
      <Candidates member={member} candidates={candidates} onPick={(into) => go({ is: 'merge', into })} />
      {refused && <Refused error={refused} />}
      <View className="member-desk__back">
        <Button kind="main" onPress={confirm}>
          {candidates.data?.items.length ? '不在名册里，确认为新成员' : '确认是本支部的人'}
        </Button>
      </View>
      {member.state === 'unconfirmed' && (
        <View className="member-desk__back">
          <Button kind="danger" onPress={() => go({ is: 'decline' })}>
            不是本支部的人
          </Button>
        </View>
      )}
    </View>
  )
}

interface CandidatesProps {
  member: MemberRow
  candidates: ReturnType<typeof useCall<'member.mergeCandidates'>>
  onPick: (into: MemberRow) => void
}

function Candidates({ member, candidates, onPick }: CandidatesProps) {
  const { data, error, refresh } = candidates
  const [all, setAll] = useState(false)
  if (!data) return error ? <CallFailed error={error} onRetry={refresh} /> : <Skeleton shape="lines" />
  if (data.items.length === 0) return <Text className="member-desk__hint">名册里没有可以合并的记录</Text>
  const alike = data.items.filter((into) => into.name === member.name)
  const shown = all ? data.items : alike
  return (
    <View>
      <Text className="member-desk__hint">
        {alike.length > 0 ? '名册里有同名的人，是同一个人就合并，原来的记录会跟过来' : '名册里没有同名的人'}
      </Text>
      <Card flush>
        {shown.map((into) => (
          <ListRow
            key={into.id}
            title={into.name}
            note={`${into.branch.name}${into.phoneMasked ? `，${into.phoneMasked}` : ''}`}
            value={into.name === member.name ? '同名' : undefined}
            onPress={() => onPick(into)}
          />
        ))}
        {shown.length < data.items.length && (
          <ListRow
            icon="search"
            title="看名册里的其他人"
            note="写法不同或改过名字时，从这里找"
            onPress={() => setAll(true)}
          />
        )}
      </Card>
    </View>
  )
}

/** Asked before two records become one. */
export function MergeQuestion({ member, into, onDone }: StepProps & { into: MemberRow }) {
  const [refused, run] = useRefusable()
  const merge = () =>
    run(async () =>
      onDone(await confirmMember({ memberId: member.id, mergeInto: into.id }), `已合并并确认${into.name}`),
    )
  return (
    <View>
      <Text className="member-desk__words">
        把“{member.name}”的绑定合并到名册记录“{into.name}”（{into.branch.name}
        ）。之后只保留名册里的姓名，两边的活动记录合在一起，不能再拆开。
      </Text>
      {refused && <Refused error={refused} />}
      <Button kind="main" onPress={merge}>
        是同一个人，合并并确认
      </Button>
    </View>
  )
}
