import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Sheet } from '@/ui/sheet'
import { leaveEnterprise } from '../../api'
import type { OwnEnterprise } from './own-card'
import '../enterprise.scss'

interface LeaveSheetProps {
  own: OwnEnterprise
  onClose: () => void
  onLeft: (name: string) => void
}

const lostWords = ({ state, others, enterprise }: OwnEnterprise): string => {
  if (state === 'waiting') return '撤回后，工作人员不再核实这次申请；以后可以重新申请。'
  if (others.length > 0) return '退出后，您马上看不到这家企业的咨询和预约。没办完的事交给接手的联络人。'
  return `退出后，您马上看不到这家企业的咨询和预约。${enterprise.name}就没有联络人了，工作人员会收到通知。`
}

/** Asked before somebody stops speaking for an enterprise: what is lost, and who takes over. */
export function LeaveSheet({ own, onClose, onLeft }: LeaveSheetProps) {
  const { enterprise, state } = own
  const heirs = state === 'confirmed' ? own.others : []
  const [successor, setSuccessor] = useState(heirs.length === 1 ? heirs[0]?.memberId : undefined)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const missing = heirs.length > 0 && successor === undefined
  const leave = () => {
    setAsked(true)
    if (missing) return undefined
    return run(async () => {
      await leaveEnterprise(enterprise.id, successor)
      onLeft(enterprise.name)
    })
  }
  const verb = state === 'confirmed' ? '退出联络人' : '撤回申请'
  return (
    <Sheet
      title={`${verb}：${enterprise.name}`}
      onClose={onClose}
      action={
        <Button kind="danger" onPress={leave}>
          {verb}
        </Button>
      }
    >
      <View className="enterprise__words">{lostWords(own)}</View>
      {heirs.length > 0 && (
        <Choice
          label="由谁接手"
          options={heirs.map(({ memberId, name, position }) => ({ value: memberId, words: name, note: position }))}
          value={successor}
          error={asked && missing ? '请选一位接手的联络人' : undefined}
          onChange={setSuccessor}
        />
      )}
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
