import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import type { EventDetail } from '@/features/event-state'

/** The order of the day, down a line. */
export function Agenda({ agenda }: { agenda: EventDetail['agenda'] }) {
  if (agenda.length === 0) return null
  return (
    <>
      <SectionTitle>议程</SectionTitle>
      <Card>
        {agenda.map(({ at, title }) => (
          <View key={`${at} ${title}`} className="event-agenda">
            <Text className="event-agenda__time">{at}</Text>
            <Text className="event-agenda__title">{title}</Text>
          </View>
        ))}
      </Card>
    </>
  )
}
