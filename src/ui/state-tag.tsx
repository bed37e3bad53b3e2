import { Text, View } from '@tarojs/components'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import './state-tag.scss'

export type Tone = 'live' | 'good' | 'wait' | 'info' | 'quiet' | 'bad'

export interface StateTagProps {
  tone: Tone
  /** The state in words; the colour alone says nothing. */
  words: string
  icon?: IconName
}

const icons: Partial<Record<Tone, IconName>> = { good: 'check', wait: 'clock', bad: 'warning' }

/** A state as a word with a colour, and an icon where the tone has one. */
export function StateTag({ tone, words, icon = icons[tone] }: StateTagProps) {
  return (
    <View className={classes('state-tag', `state-tag--${tone}`)}>
      {icon && <Icon name={icon} className="state-tag__icon" />}
      {tone === 'live' && <View className="state-tag__dot" />}
      <Text>{words}</Text>
    </View>
  )
}
