import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Chips } from '@/ui/segmented'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { recordAttendance } from '../../api'
import type { RosterRow } from './roster-list'
import './roster.scss'

const OTHER = '其他'
const reasons = ['手机没电或没带', '没有微信', '扫码失败', OTHER].map((value) => ({ value, words: value }))

interface RecordSheetProps {
  eventId: string
  row: RosterRow
  onClose: () => void
  onRecorded: (row: RosterRow) => void
}

/** Records by hand that somebody was there (补签), with a reason that stays beside it. */
export function RecordSheet({ eventId, row, onClose, onRecorded }: RecordSheetProps) {
  const [reason, setReason] = useState(reasons[0]?.value ?? OTHER)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const said = reason === OTHER ? words.trim() : reason
  const record = () => {
    setAsked(true)
    if (!said) return undefined
    return run(async () => onRecorded(await recordAttendance({ eventId, memberId: row.memberId, reason: said })))
  }
  return (
    <Sheet
      title={`为${row.name}补签`}
      onClose={onClose}
      action={
        <Button kind="main" onPress={record}>
          确认到场并补签
        </Button>
      }
    >
      <View className="roster__sheet-words">
        {row.branchName}。请确认本人到场，补签的原因和您的操作会留在记录里，本人也看得到。
      </View>
      <Chips label="原因" options={reasons} value={reason} onChange={setReason} />
      {reason === OTHER && (
        <TextField
          label="原因"
          maxLength={100}
          value={words}
          error={asked && !said ? '请写明原因' : undefined}
          onChange={setWords}
        />
      )}
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
