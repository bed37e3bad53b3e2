import { View } from '@tarojs/components'
import { replaceWith, to } from '@/lib/routes'
import { Button } from '@/ui/button'
import type { ExhibitAnswer } from '../exhibit-words'
import { useFavourite } from '../kept/use-favourite'
import './display-bar.scss'

type Onward = { words: string; go: () => Promise<void> }

/** Where to go from here: the next exhibit, and at the end back to the whole. */
function onwardFrom({ exhibit, next, hallTitle }: ExhibitAnswer): Onward {
  // In this one's place: the way back leads to the hall, not through everything that was seen.
  if (next) return { words: `下一展项：${next.title}`, go: () => replaceWith('display', { exhibitId: next.id }) }
  const { hallId, kind } = exhibit
  if (hallId) return { words: `已是最后一项，回${hallTitle || '展厅'}`, go: () => to.hall(hallId) }
  return kind === 'milestone'
    ? { words: '去党史长廊', go: () => to.timeline() }
    : { words: '看更多党建故事', go: () => to.stories() }
}

interface DisplayBarProps {
  answer: ExhibitAnswer
  /** Takes in what has changed of it; missing where the answer was put together on the phone. */
  put?: (answer: ExhibitAnswer) => void
}

/** What to do with an exhibit: keep it, and go on to the next one. */
export function DisplayBar({ answer, put }: DisplayBarProps) {
  const favourite = useFavourite(answer, put)
  const { words, go } = onwardFrom(answer)
  return (
    <View className="display-bar">
      <View className="display-bar__second">
        <Button
          icon={favourite.on ? 'check' : 'heart'}
          label={favourite.on ? '已收藏，点击取消收藏' : '收藏'}
          onPress={favourite.toggle}
        >
          {favourite.on ? '已收藏' : '收藏'}
        </Button>
      </View>
      <View className="display-bar__main">
        <Button id="main-action" kind="main" onPress={go}>
          {words}
        </Button>
      </View>
    </View>
  )
}
