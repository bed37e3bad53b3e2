import { Text, View } from '@tarojs/components'
import type { HallId } from '@/domain/exhibit/rules'
import { doorBetween, type Wall } from '@/features/plan-doors'
import { to } from '@/lib/routes'
import { Icon, type IconName } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { SectionTitle } from '@/ui/section-title'
import type { HallAnswer } from './hall-words'
import './neighbours.scss'

const icons: Record<Wall, IconName> = { left: 'back', right: 'right', up: 'up', down: 'down' }

interface NeighboursProps {
  hallId: HallId
  neighbours: HallAnswer['neighbours']
}

/** The halls behind this one's doors, each with the side of the plan on which it lies. */
export function Neighbours({ hallId, neighbours }: NeighboursProps) {
  if (neighbours.length === 0) return null
  return (
    <>
      <SectionTitle>隔壁展厅</SectionTitle>
      <View className="neighbours">
        {neighbours.map(({ id, title }) => (
          <Pressable key={id} className="neighbours__hall" label={`去${title}`} onPress={() => void to.hall(id)}>
            <View className="neighbours__words">
              <Icon name={icons[doorBetween(hallId, id).wall]} size="small" />
              <Text className="neighbours__title">{title}</Text>
            </View>
          </Pressable>
        ))}
      </View>
    </>
  )
}
