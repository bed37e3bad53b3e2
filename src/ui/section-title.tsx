import { Text, View } from '@tarojs/components'
import { spoken } from './a11y'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './section-title.scss'

export interface SectionTitleProps {
  children: string
  note?: string
  /** Where the rest of it is. */
  more?: { words: string; onPress: () => void }
}

export function SectionTitle({ children, note, more }: SectionTitleProps) {
  return (
    <View className="section-title">
      <View className="section-title__body">
        <Text className="section-title__words" {...spoken({ role: 'heading', level: 2 })}>
          {children}
        </Text>
        {note && <Text className="section-title__note">{note}</Text>}
      </View>
      {more && (
        <Pressable className="section-title__more" label={`${children}：${more.words}`} onPress={more.onPress}>
          <Text>{more.words}</Text>
          <Icon name="right" size="small" />
        </Pressable>
      )}
    </View>
  )
}
