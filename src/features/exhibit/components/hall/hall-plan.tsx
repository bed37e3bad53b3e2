import { Image, Text, View } from '@tarojs/components'
import { useMemo, type CSSProperties } from 'react'
import type { HallId } from '@/domain/exhibit/rules'
import { to } from '@/lib/routes'
import { spoken } from '@/ui/a11y'
import { isLarge, useDisplay } from '@/ui/display'
import { EmptyState } from '@/ui/page-state'
import { Pressable } from '@/ui/pressable'
import type { Display, HallAnswer } from './hall-words'
import { routePicture, routeThrough, type Place } from './route-drawing'
import './hall-plan.scss'

/** The browser's own picture inside Taro's element: the buttons over it say what it shows. */
const silent = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : {}

/** Height of a row by the width of the plan: a number, and two or three lines of a title below it. */
const ROW = { usual: 0.34, large: 0.56 }

function Stand({ exhibit, place, style }: { exhibit: Display; place: Place; style: CSSProperties }) {
  return (
    <Pressable
      className="hall-plan__stand"
      style={{ ...style, left: `${place.x}%`, top: `${place.y}%` }}
      label={`展项 ${exhibit.number} ${exhibit.title}`}
      onPress={() => void to.display({ exhibitId: exhibit.id })}
    >
      <View className="hall-plan__number">{exhibit.number}</View>
      <Text className="hall-plan__title">{exhibit.title}</Text>
    </Pressable>
  )
}

interface HallPlanProps {
  hallId: HallId
  exhibits: readonly Display[]
  neighbours: HallAnswer['neighbours']
}

/** A hall from above, its exhibits in the order in which one passes them: a schematic, not a survey. */
export function HallPlan({ hallId, exhibits, neighbours }: HallPlanProps) {
  const large = isLarge(useDisplay().scale)
  const columns = large ? 2 : 3
  const { places, rows } = useMemo(() => routeThrough(exhibits.length, columns), [exhibits.length, columns])
  const ratio = rows * (large ? ROW.large : ROW.usual)
  const ids = neighbours.map(({ id }) => id).join(' ')
  const picture = useMemo(
    () => routePicture(hallId, ids.split(' ').filter(Boolean) as HallId[], places, ratio),
    [hallId, ids, places, ratio],
  )
  if (exhibits.length === 0) {
    return <EmptyState icon="hall" title="这个展厅的展项正在整理" why="整理好之后会出现在这里" />
  }
  const size = { width: `${100 / columns}%`, height: `${100 / rows}%` }
  return (
    <View className="hall-plan" {...spoken({ role: 'group', label: '展厅平面示意图' })}>
      <View style={{ paddingTop: `${(ratio * 100).toFixed(2)}%` }} />
      <Image className="hall-plan__picture" src={picture} mode="scaleToFill" {...silent} />
      {exhibits.map((exhibit, index) => {
        const place = places[index]
        return place && <Stand key={exhibit.id} exhibit={exhibit} place={place} style={size} />
      })}
    </View>
  )
}
