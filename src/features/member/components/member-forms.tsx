import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import { amendMember, declineMember } from '../api'
import { DeskBranchPicker } from './desk-branch-picker'
import type { StepProps } from './member-panel'
import './member-desk.scss'

const REASON_LENGTH = 100

/** Declines a binding with a reason, which the person reads. */
export function DeclineForm({ member, onDone }: StepProps) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const decline = () => {
    setAsked(true)
    if (!reason.trim()) return undefined
    return run(async () => onDone(await declineMember({ memberId: member.id, reason }), `已退回${member.name}的绑定`))
  }
  return (
    <View>
      <Text className="member-desk__words">
        {member.name}会看到您写的原因，可以更正后再提交。已经报名和签到的记录还在。
      </Text>
      <TextField
        kind="lines"
        label="原因"
        placeholder="例如：支部名册里没有您，请核对所在支部"
        maxLength={REASON_LENGTH}
        value={reason}
        error={asked && !reason.trim() ? '请写明原因，本人会看到' : undefined}
        onChange={setReason}
      />
      {refused && <Refused error={refused} />}
      <Button kind="danger" onPress={decline}>
        退回绑定
      </Button>
    </View>
  )
}

/** Corrects a name or a branch on the person's word, with a reason. */
export function AmendForm({ member, onDone }: StepProps) {
  const [name, setName] = useState(member.name)
  const [branchId, setBranchId] = useState(member.branch.id)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const same = name.trim() === member.name && branchId === member.branch.id
  const amend = () => {
    setAsked(true)
    if (!name.trim() || !reason.trim() || same) return undefined
    return run(async () =>
      onDone(await amendMember({ memberId: member.id, name, branchId, reason }), `已更正${name.trim()}的资料`),
    )
  }
  return (
    <View>
      <TextField
        label="姓名"
        maxLength={20}
        value={name}
        error={asked && !name.trim() ? '请填写姓名' : undefined}
        onChange={setName}
      />
      <DeskBranchPicker label="支部" value={branchId} onChange={setBranchId} />
      <TextField
        label="更正的原因"
        placeholder="例如：本人说明名字写错"
        maxLength={REASON_LENGTH}
        value={reason}
        error={asked && !reason.trim() ? '请写明原因，会留在记录里' : undefined}
        onChange={setReason}
      />
      {refused && <Refused error={refused} />}
      <Button kind="main" disabled={same} onPress={amend}>
        {same ? '还没有改动' : '保存更正'}
      </Button>
    </View>
  )
}
