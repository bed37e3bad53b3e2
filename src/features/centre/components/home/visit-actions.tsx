import { View } from '@tarojs/components'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import './visit-actions.scss'

/** Booking a visit, and the visits booked. */
export function VisitActions() {
  return (
    <View className="visit-actions">
      <View className="visit-actions__mine">
        <Button onPress={() => to.myVisits()}>我的参观</Button>
      </View>
      <View className="visit-actions__book">
        <Button kind="main" onPress={() => to.book()}>
          预约参观
        </Button>
      </View>
    </View>
  )
}
