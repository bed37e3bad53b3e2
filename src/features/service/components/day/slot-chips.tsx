import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { sayTime } from '@/domain/time'
import { spoken } from '@/ui/a11y'
import { classes } from '@/ui/classes'
import { Pressable } from '@/ui/pressable'
import { slotWords, type Slot } from './slots-of'
import './slot-chips.scss'

interface SlotChipsProps {
  /** Whose they are, for a screen reader. */
  name: string
  slots: readonly Slot[]
  onSlot: (slot: Slot) => void
}

const Face = ({ slot }: { slot: Slot }) => (
  <>
    <Text className="slot-chips__time">{sayTime(slot.startsAt)}</Text>
    <Text className="slot-chips__words">{slotWords[slot.is]}</Text>
  </>
)

/** A person's times; what cannot be booked is no button. */
export const SlotChips = memo(function SlotChips({ name, slots, onSlot }: SlotChipsProps) {
  return (
    <View className="slot-chips" {...spoken({ role: 'group', label: `${name}的时段` })}>
      {slots.map((slot) =>
        slot.is === 'free' || slot.is === 'mine' ? (
          <Pressable
            key={slot.id}
            className={classes('slot-chips__slot', `slot-chips__slot--${slot.is}`)}
            label={`${sayTime(slot.startsAt)} ${slotWords[slot.is]}，${name}`}
            onPress={() => onSlot(slot)}
          >
            <Face slot={slot} />
          </Pressable>
        ) : (
          <View key={slot.id} className="slot-chips__slot slot-chips__slot--gone">
            <Face slot={slot} />
          </View>
        ),
      )}
    </View>
  )
})
