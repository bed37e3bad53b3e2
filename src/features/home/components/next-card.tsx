import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { StateTag, type Tone } from '@/ui/state-tag'
import './next-card.scss'

interface NextCardProps {
  id: string
  /** What kind of thing it is. */
  kind: string
  tag: { tone: Tone; words: string }
  title: string
  facts: readonly { icon: IconName; words: string }[]
  /** It is about right now. */
  live: boolean
  onPress: () => void
  /** What can be done now. */
  children: ReactNode
}

/** The person's next thing: what, when and where, with what can be done about it now. */
export function NextCard({ id, kind, tag, title, facts, live, onPress, children }: NextCardProps) {
  return (
    <Card tone={live ? 'live' : 'plain'} id={id}>
      <Pressable className="next-card" onPress={onPress}>
        <View className="next-card__head">
          <Text className="next-card__kind">{kind}</Text>
          <StateTag tone={tag.tone} words={tag.words} />
        </View>
        <Text className="next-card__title">{title}</Text>
        {facts.map(({ icon, words }) => (
          <View key={icon} className="next-card__fact">
            <Icon name={icon} size="small" />
            <Text className="next-card__words">{words}</Text>
          </View>
        ))}
      </Pressable>
      <View className="next-card__foot">{children}</View>
    </Card>
  )
}

/** Words in place of a button, where nothing can be done yet. */
export const NextHint = ({ children }: { children: string }) => <Text className="next-card__hint">{children}</Text>
