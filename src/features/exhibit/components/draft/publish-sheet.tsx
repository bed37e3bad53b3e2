import { View } from '@tarojs/components'
import { useState } from 'react'
import { DAY, dayKey, MINUTE, sayWhen } from '@/domain/time'
import { wallInstant, wallText } from '@/features/wall-clock'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { DateTimeField } from '@/ui/date-time-field'
import { Sheet } from '@/ui/sheet'

type When = 'now' | 'later'

interface PublishSheetProps {
  title: string
  /** Whether people see an earlier version already. */
  published: boolean
  now: number
  onClose: () => void
  /** @param at null for at once */
  onPublish: (at: number | null) => Promise<void>
}

/** Tomorrow morning, when nobody has to wait up for it. */
const tomorrow = (now: number): string => `${dayKey(now + DAY)}T09:00`

/** Asks when, and says what happens then. */
export function PublishSheet({ title, published, now, onClose, onPublish }: PublishSheetProps) {
  const [when, setWhen] = useState<When>('now')
  const [wall, setWall] = useState(tomorrow(now))
  const at = when === 'now' ? null : wallInstant(wall)
  const wrong = when === 'later' && (at === null || at <= now + MINUTE) ? '请选择以后的时间' : undefined
  const shown = published ? '访客看到的内容会换成这一版' : '访客就能看到'
  const words =
    at === null
      ? `“${title}”马上发布，${shown}。以前的版本留在历史里，可以恢复。`
      : `“${title}”会在 ${sayWhen(at, now)} 自动发布，到时${shown}。在那之前可以取消；再修改草稿也会一起发布。`
  return (
    <Sheet
      title="发布"
      onClose={onClose}
      action={
        <Button kind="main" disabled={wrong !== undefined} onPress={() => onPublish(at)}>
          {when === 'now' ? '现在发布' : '定时发布'}
        </Button>
      }
    >
      <Choice
        label="什么时候发布"
        options={[
          { value: 'now', words: '现在' },
          { value: 'later', words: '以后的时间', note: '到点自动发布，不用守着' },
        ]}
        value={when}
        onChange={setWhen}
      />
      {when === 'later' && (
        <DateTimeField
          label="发布时间"
          value={wall}
          from={dayKey(now)}
          error={wrong}
          onChange={(text) => setWall(text === '' ? wallText(now) : text)}
        />
      )}
      {!wrong && <View className="draft__sheet-words">{words}</View>}
    </Sheet>
  )
}
