import { Text, View } from '@tarojs/components'
import type { Party } from '@/domain/centre/rules'
import { spoken } from '@/ui/a11y'
import { classes } from '@/ui/classes'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { slotState, timesWords, type Slot, type SlotsAnswer } from './booking'
import './slot-list.scss'

interface SlotListProps {
  slots: readonly Slot[]
  answer: SlotsAnswer
  party: Party
  now: number
  chosen: string | undefined
  onChoose: (slotId: string) => void
}

/** A day's slots: what is left in each, or why it cannot be booked. */
export function SlotList({ slots, answer, party, now, chosen, onChoose }: SlotListProps) {
  return (
    <View className="slot-list" {...spoken({ role: 'radiogroup', label: '时段' })}>
      {slots.map((slot) => {
        const { refusal, words } = slotState(slot, party, answer, now)
        const picked = slot.id === chosen
        return (
          <Pressable
            key={slot.id}
            className={classes('slot-list__slot', picked && 'slot-list__slot--chosen')}
            role="radio"
            label={`${timesWords(slot)}，${words}`}
            checked={picked}
            disabled={refusal !== null && !picked}
            onPress={() => onChoose(slot.id)}
          >
            <View className="slot-list__body">
              <Text className="slot-list__time">{timesWords(slot)}</Text>
              <Text className={classes('slot-list__words', picked && refusal !== null && 'slot-list__words--bad')}>
                {words}
              </Text>
            </View>
            {picked && <Icon name="check" className="slot-list__check" />}
          </Pressable>
        )
      })}
    </View>
  )
}
