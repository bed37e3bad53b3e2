import { Text, View } from '@tarojs/components'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import type { EventDetail } from '@/features/event-state'
import { offerOf, type Offer } from './main-action'
import './action-bar.scss'

interface ActionBarProps {
  event: EventDetail
  now: number
  onSignUp: () => Promise<void>
  onCancel: () => Promise<void>
}

function Main({ main, event, onSignUp }: Pick<ActionBarProps, 'event' | 'onSignUp'> & Pick<Offer, 'main'>) {
  const press = {
    signUp: onSignUp,
    checkIn: () => to.checkIn({ eventId: event.id }),
    seeOthers: () => to.events(),
    nothing: undefined,
  }[main.do]
  return (
    <Button id="main-action" kind="main" disabled={!press} onPress={press}>
      {main.words}
    </Button>
  )
}

/** What the person can do now, within reach of the thumb, and why. */
export function ActionBar({ event, now, onSignUp, onCancel }: ActionBarProps) {
  const { main, second, note } = offerOf(event, now)
  return (
    <View className="action-bar">
      {note && <Text className="action-bar__note">{note}</Text>}
      <View className="action-bar__buttons">
        {second && (
          <View className="action-bar__second">
            <Button onPress={second.do === 'cancel' ? onCancel : onSignUp}>{second.words}</Button>
          </View>
        )}
        <View className="action-bar__main">
          <Main main={main} event={event} onSignUp={onSignUp} />
        </View>
      </View>
    </View>
  )
}
