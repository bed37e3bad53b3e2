import { Text, View } from '@tarojs/components'
import { to } from '@/lib/routes'
import { Icon, type IconName } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import './ways-on.scss'

const ways: { words: string; note: string; icon: IconName; open: () => Promise<void> }[] = [
  { words: '找展项', note: '扫码或输编号', icon: 'scan', open: to.findExhibit },
  { words: '党史长廊', note: '按年份和主题', icon: 'timeline', open: () => to.timeline() },
  { words: '党建故事', note: '听一听，看一看', icon: 'book', open: () => to.stories() },
  { words: '收藏与足迹', note: '看过的都在这里', icon: 'heart', open: to.kept },
]

/** What else there is to see, hear and find. */
export function WaysOn() {
  return (
    <View className="ways-on">
      {ways.map(({ words, note, icon, open }) => (
        <Pressable key={words} className="ways-on__way" onPress={() => void open()}>
          <View className="ways-on__mark">
            <Icon name={icon} />
          </View>
          <View className="ways-on__body">
            <Text className="ways-on__words">{words}</Text>
            <Text className="ways-on__note">{note}</Text>
          </View>
        </Pressable>
      ))}
    </View>
  )
}
