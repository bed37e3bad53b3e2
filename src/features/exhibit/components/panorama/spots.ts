import { hallLabels } from '@/domain/exhibit/labels'
import { to } from '@/lib/routes'
import type { CubeSpot } from '@/ui/cube'
import type { Panorama } from '../hall/hall-words'

type Spot = Panorama['spots'][number]

const isHall = (target: Spot['to']): target is Extract<Spot['to'], { hallId: unknown }> => 'hallId' in target

/** What can be tapped in the room: exhibits by their number, doors by the hall behind them. */
export function spotOf({ yaw, pitch, to: target, title }: Spot): CubeSpot {
  if (isHall(target)) {
    const name = title || hallLabels[target.hallId]
    return {
      yaw,
      pitch,
      key: target.hallId,
      words: name,
      label: `去${name}`,
      icon: 'right',
      onPress: () => void to.hall(target.hallId, 'panorama'),
    }
  }
  const { number } = target
  return {
    yaw,
    pitch,
    key: number,
    words: number,
    label: `${number} 号展项 ${title}`,
    icon: 'eye',
    onPress: () => void to.display({ number }),
  }
}
