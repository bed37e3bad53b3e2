import { Text, View } from '@tarojs/components'
import { spoken } from './a11y'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './offline-band.scss'

export interface OfflineBandProps {
  /** How many things wait to be sent. */
  queued?: number
  /** Opens the list of what waits. */
  onOpen?: () => void
}

/** A quiet band that stays while there is no network: what is on the page can still be read. */
export function OfflineBand({ queued = 0, onOpen }: OfflineBandProps) {
  return (
    <View className="offline-band" {...spoken({ role: 'status', live: 'polite' })}>
      <Icon name="offline" size="small" />
      <Text className="offline-band__words">网络不通，已打开的内容仍可查看</Text>
      {queued > 0 && (
        <Pressable className="offline-band__queue" onPress={onOpen}>
          {queued} 项待发送
        </Pressable>
      )}
    </View>
  )
}
