import { Text, View } from '@tarojs/components'
import { spoken } from '@/ui/a11y'
import { Button } from '@/ui/button'
import { STEP } from '@/ui/cube'
import { Icon, type IconName } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import type { Turner } from '@/ui/turner'
import { useFollow } from './use-follow'
import './turn-buttons.scss'

const arrows: { way: keyof typeof STEP; label: string; icon: IconName }[] = [
  { way: 'left', label: '向左转', icon: 'back' },
  { way: 'right', label: '向右转', icon: 'right' },
  { way: 'up', label: '向上看', icon: 'up' },
  { way: 'down', label: '向下看', icon: 'down' },
]

/** Turning the room without dragging it: by buttons, or by turning the phone. */
export function TurnButtons({ turner }: { turner: Turner }) {
  const { follows, toggle } = useFollow(turner)
  return (
    <>
      <View className="turn-buttons" {...spoken({ role: 'group', label: '转动全景' })}>
        <View className="turn-buttons__arrows">
          {arrows.map(({ way, label, icon }) => (
            <Pressable key={way} className="turn-buttons__arrow" label={label} onPress={() => turner.glide(STEP[way])}>
              <Icon name={icon} />
            </Pressable>
          ))}
        </View>
        <View className="turn-buttons__follow">
          <Button compact onPress={toggle}>
            {follows === 'on' ? '停止随手机转动' : '随手机转动'}
          </Button>
        </View>
      </View>
      {follows === 'impossible' && (
        <Text className="turn-buttons__note">这台设备不能感应转动，请用手指拖动或按上面的箭头</Text>
      )}
    </>
  )
}
