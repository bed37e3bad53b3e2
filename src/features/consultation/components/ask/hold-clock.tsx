import { Text } from '@tarojs/components'
import { sayTime } from '@/domain/time'
import type { Held } from '@/features/use-slot-hold'
import { useServerNow } from '@/features/use-screen'
import { spoken } from '@/ui/a11y'

const twoDigits = (count: number): string => String(count).padStart(2, '0')

/** How long the slot is still kept, by the server's clock; read aloud as a time, not every second. */
export function HoldClock({ held, ahead }: { held: Held; ahead: number }) {
  const left = Math.max(0, Math.ceil((held.until - useServerNow(ahead)) / 1000))
  return (
    <Text {...spoken({ role: 'timer', label: `时段保留到 ${sayTime(held.until)}` })}>
      {`保留 ${Math.floor(left / 60)}:${twoDigits(left % 60)}`}
    </Text>
  )
}
