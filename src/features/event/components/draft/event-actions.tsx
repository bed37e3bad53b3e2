import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { phaseOf } from '@/domain/event/rules'
import { DAY, sayWhen } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { newRequestId } from '@/lib/request-id'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { DateTimeField } from '@/ui/date-time-field'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { cancelEvent, copyEvent } from '../../api'
import { wallInstant, wallText } from '@/features/wall-clock'
import '@/features/draft.scss'

type Detail = OutputFor<'event.get'>
type Source = Pick<Detail, 'id' | 'title' | 'startsAt'>

/** The same day of the week, the next time it comes after now. */
const nextTime = (startsAt: number, now: number): number => {
  const weeks = Math.max(1, Math.ceil((now - startsAt) / (7 * DAY)))
  return startsAt + weeks * 7 * DAY
}

interface CopySheetProps {
  event: Source
  onClose: () => void
  onCopied: (event: Detail) => void
}

/** Copies an event to another day, as a draft. */
export function CopySheet({ event, onClose, onCopied }: CopySheetProps) {
  const [startsAt, setStartsAt] = useState(() => nextTime(event.startsAt, Date.now()))
  const [requestId] = useState(newRequestId)
  const [refused, run] = useRefusable()
  const copy = () => run(async () => onCopied(await copyEvent({ eventId: event.id, requestId, startsAt })))
  return (
    <Sheet
      title="复制活动"
      onClose={onClose}
      action={
        <Button kind="main" onPress={copy}>
          复制成草稿
        </Button>
      }
    >
      <Text className="draft__sheet-words">
        复制“{event.title}”的内容和名额设置，不带报名的人和文件。报名、签到时间会跟着新的开始时间移动。
      </Text>
      <DateTimeField
        label="新的开始时间"
        value={wallText(startsAt)}
        onChange={(text) => setStartsAt(wallInstant(text) ?? startsAt)}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

/** What is lost by cancelling, said before it is done. */
const lossWords = (event: Detail, now: number): string => {
  if (phaseOf(event, now) === 'draft') return '草稿还没有人看到，取消后不能恢复。'
  const waiting = event.waitlist ? '候补一并作废，' : ''
  const people = event.taken > 0 ? `已报名的 ${event.taken} 人会失去名额，${waiting}` : '还没有人报名。'
  return `${people}活动页会显示“已取消”和您写的原因。取消后不能恢复。`
}

interface CancelSheetProps {
  event: Detail
  onClose: () => void
  onCancelled: (event: Detail) => void
}

/** Cancels an event: says who loses what, and asks why. */
export function CancelSheet({ event, onClose, onCancelled }: CancelSheetProps) {
  const now = Date.now()
  const draft = phaseOf(event, now) === 'draft'
  const [reason, setReason] = useState(draft ? '不再举办' : '')
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const cancel = () => {
    setAsked(true)
    if (!reason.trim()) return undefined
    return run(async () => onCancelled(await cancelEvent({ eventId: event.id, reason })))
  }
  return (
    <Sheet
      title={draft ? '取消这个草稿' : '取消这场活动'}
      onClose={onClose}
      action={
        <ButtonRow>
          <Button onPress={onClose}>先不取消</Button>
          <Button kind="danger" onPress={cancel}>
            确定取消
          </Button>
        </ButtonRow>
      }
    >
      <View className="draft__sheet-words">
        <View className="draft__sheet-title">
          {event.title}，{sayWhen(event.startsAt, now)}
        </View>
        {lossWords(event, now)}
      </View>
      <TextField
        kind="lines"
        label="取消原因"
        placeholder="例如：会场临时检修，改期另行通知"
        maxLength={200}
        value={reason}
        error={asked && !reason.trim() ? '请写明原因，报名的人会看到' : undefined}
        onChange={setReason}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
