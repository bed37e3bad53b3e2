import { Text, View } from '@tarojs/components'
import type { HallId } from '@/domain/exhibit/rules'
import { useSmallPicture } from '@/lib/small-pictures'
import { TWO_PANES, useWindow } from '@/lib/use-window'
import { spoken } from '@/ui/a11y'
import { Picture } from '@/ui/picture'
import { hallNumber, type HallAnswer } from './hall-words'
import './hall-head.scss'

/** On a desk the words and the views shall stand in sight as well. */
const WIDE_RATIO = 3

/** The hall at first sight. Its picture stays on the phone; the panorama takes its place where one turns around in it. */
export function HallHead({ hallId, answer, cover }: { hallId: HallId; answer: HallAnswer; cover: boolean }) {
  const { hall, exhibits } = answer
  const [first] = hall.pictures
  const wide = useWindow().width >= TWO_PANES
  const source = useSmallPicture(first?.small.url ?? '')
  return (
    <View className="hall-head">
      {cover && (
        <Picture src={wide ? first?.file.url : source} alt={first?.alt ?? ''} ratio={wide ? WIDE_RATIO : undefined} />
      )}
      <Text className="hall-head__place">{`${hallNumber(hallId)}展厅 · ${exhibits.length} 件展项`}</Text>
      <Text className="hall-head__title" {...spoken({ role: 'heading', level: 2 })}>
        {hall.title}
      </Text>
      {hall.summary && <Text className="hall-head__summary">{hall.summary}</Text>}
    </View>
  )
}
