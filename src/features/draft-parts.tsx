import { Text } from '@tarojs/components'
import { spoken } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import './draft.scss'

/** A small button that takes one row away. */
export function Remove({ label, icon = 'trash', onPress }: { label: string; icon?: IconName; onPress: () => void }) {
  return (
    <Pressable className="draft__remove" label={label} onPress={onPress}>
      <Icon name={icon} />
    </Pressable>
  )
}

/** Words about a whole list that needs another look. */
export function Wrong({ words }: { words: string }) {
  return (
    <Text className="draft__wrong" {...spoken({ role: 'alert' })}>
      {words}
    </Text>
  )
}
