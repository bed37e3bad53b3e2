import { Text, View } from '@tarojs/components'
import { meetingWords } from '@/features/meeting-words'
import type { Held } from '@/features/use-slot-hold'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { StateTag } from '@/ui/state-tag'
import './held-card.scss'

interface HeldCardProps {
  held: Held
  lapsed: boolean
  now: number
  /** Why this person, where it is known. */
  reasons: readonly string[]
  onChange: () => Promise<void>
}

/** The slot that is kept while the form is filled in. */
export function HeldCard({ held, lapsed, now, reasons, onChange }: HeldCardProps) {
  const { specialist } = held
  return (
    <Card>
      <View className="held-card__head">
        <Text className="held-card__when">{meetingWords(held, now)}</Text>
        {lapsed ? <StateTag tone="wait" words="保留已到期" /> : <StateTag tone="good" words="已为您保留" />}
      </View>
      <View className="held-card__line">
        <Icon name="person" size="small" />
        <Text className="held-card__words">{`${specialist.name}（${specialist.title}）`}</Text>
      </View>
      {reasons.length > 0 && <Text className="held-card__reasons">{reasons.join(' · ')}</Text>}
      <View className="held-card__line">
        <Icon name="place" size="small" />
        <Text className="held-card__words">{held.placeName}</Text>
      </View>
      <View className="held-card__foot">
        <Button compact kind="link" onPress={onChange}>
          换一个时段
        </Button>
      </View>
    </Card>
  )
}
