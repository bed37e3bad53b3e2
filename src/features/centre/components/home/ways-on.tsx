import { View } from '@tarojs/components'
import { to } from '@/lib/routes'
import { TileGrid, type Tile } from '@/ui/tile-grid'
import './ways-on.scss'

const ways: readonly Tile[] = [
  { words: '找展项', note: '扫码或输编号', icon: 'scan', open: () => void to.findExhibit() },
  { words: '党史长廊', note: '按年份和主题', icon: 'timeline', open: () => void to.timeline() },
  { words: '党建故事', note: '听一听，看一看', icon: 'book', open: () => void to.stories() },
  { words: '收藏与足迹', note: '看过的都在这里', icon: 'heart', open: () => void to.kept() },
]

/** What else there is to see, hear and find. */
export function WaysOn() {
  return (
    <View className="ways-on">
      <TileGrid tiles={ways} />
    </View>
  )
}
