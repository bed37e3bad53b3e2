import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import './tile-grid.scss'

export interface Tile {
  words: string
  note?: string
  icon: IconName
  /** What a screen reader says instead of the words. */
  label?: string
  open: () => void
}

/** Ways that stand beside each other as equals, two in a row. Large type needs the room of the pictures for its words. */
export function TileGrid({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <View className="tile-grid">
      {tiles.map(({ words, note, icon, label, open }) => (
        <Pressable key={words} className="tile-grid__tile" label={label} onPress={open}>
          <View className="tile-grid__mark">
            <Icon name={icon} />
          </View>
          <View className="tile-grid__body">
            <Text className="tile-grid__words">{words}</Text>
            {note && <Text className="tile-grid__note">{note}</Text>}
          </View>
        </Pressable>
      ))}
    </View>
  )
}
