import { View } from '@tarojs/components'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import './list-row.scss'
import './switch-row.scss'

export interface SwitchRowProps {
  title: string
  note?: string
  icon?: IconName
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

/** A thing that is on or off; the whole row switches it. */
export function SwitchRow({ title, note, icon, checked, onChange, disabled }: SwitchRowProps) {
  return (
    <Pressable
      className="list-row"
      role="switch"
      label={note ? `${title}，${note}` : title}
      checked={checked}
      disabled={disabled}
      onPress={() => onChange(!checked)}
    >
      {icon && <Icon name={icon} className="list-row__icon" />}
      <View className="list-row__body">
        <View className="list-row__title">{title}</View>
        {note && <View className="list-row__note">{note}</View>}
      </View>
      <View className={classes('switch-row__track', checked && 'switch-row__track--on')}>
        <View className="switch-row__knob">{checked && <Icon name="check" />}</View>
      </View>
    </Pressable>
  )
}
