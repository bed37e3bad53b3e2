import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { DigitsForm } from '@/features/digits-form'
import type { EventCard } from '@/features/event-state'
import { OpenEvents } from './open-events'
import './choose-way.scss'

interface ChooseWayProps {
  /** Null while it is not known which event the digits would be for. */
  event: Pick<EventCard, 'id' | 'title'> | null
  /** What happened to the last try. */
  error?: string
  onScan: () => void
  onDigits: (eventId: string, digits: string) => Promise<void>
}

/** Scan, or type what stands below the code. */
export function ChooseWay({ event, error, onScan, onDigits }: ChooseWayProps) {
  const [picked, setPicked] = useState<EventCard>()
  const target = event ?? picked
  return (
    <View className="choose-way">
      <Card>
        <View className="choose-way__title">{target?.title ?? '扫码签到'}</View>
        <View className="choose-way__words">签到码在现场屏幕上，每 20 秒换一次，请对准正在显示的码</View>
        <Button kind="main" icon="scan" onPress={onScan}>
          扫码签到
        </Button>
      </Card>
      {target ? (
        <Card>
          <DigitsForm action="用数字签到" error={error} onSubmit={(digits) => onDigits(target.id, digits)} />
        </Card>
      ) : (
        <OpenEvents onPick={setPicked} />
      )}
    </View>
  )
}
