import { Image, Text, View } from '@tarojs/components'
import { hallLabels } from '@/domain/exhibit/labels'
import { HALL_IDS, PLAN, type HallId } from '@/domain/exhibit/rules'
import { to } from '@/lib/routes'
import { spoken } from '@/ui/a11y'
import { Pressable } from '@/ui/pressable'
import { planPicture } from './plan-drawing'
import './floor-plan.scss'

/** Names that fit into the rooms of the plan; the whole name is said to a screen reader and stands in the list. */
const shortNames: Record<HallId, string> = {
  h1: '发展展示',
  h2: '科技成果',
  h3: '党建成果',
  h4: '服务室',
  h5: '多屏教室',
  h6: 'VR教室',
  h7: '智慧书吧',
  h8: '党史长廊',
}

/**
 * What is seen first, and the whole name where that says more: whoever speaks to the phone says what they see. Without a space after
 * the number, as the two stand beside each other in the page's text: `6VR教室` is one word there.
 */
const spokenName = (id: HallId, title: string): string => {
  const number = id.slice(1)
  const seen = shortNames[id]
  return title.startsWith(seen) ? `${number}${title}` : `${number}${seen}，${title}`
}

const picture = planPicture()

/** The browser's own picture inside Taro's element: the buttons over it say what it shows. */
const silent = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : {}

function HallSpot({ id, title }: { id: HallId; title: string }) {
  const { x, y, width, height } = PLAN[id]
  return (
    <Pressable
      className="floor-plan__hall"
      style={{ left: `${x}%`, top: `${y}%`, width: `${width}%`, height: `${height}%` }}
      label={spokenName(id, title)}
      onPress={() => void to.hall(id)}
    >
      <Text className="floor-plan__number">{id.slice(1)}</Text>
      <Text className="floor-plan__name">{shortNames[id]}</Text>
    </Pressable>
  )
}

/** The floor with its eight halls, in the order in which they are numbered; each opens its page. */
export function FloorPlan({ titles }: { titles: ReadonlyMap<string, string> }) {
  return (
    <View className="floor-plan" {...spoken({ role: 'group', label: '展馆平面示意图' })}>
      <Image className="floor-plan__picture" src={picture} mode="scaleToFill" {...silent} />
      {HALL_IDS.map((id) => (
        <HallSpot key={id} id={id} title={titles.get(id) ?? hallLabels[id]} />
      ))}
    </View>
  )
}
