import { Text, View } from '@tarojs/components'
import { memo, type CSSProperties } from 'react'
import { themeLabels } from '@/domain/exhibit/labels'
import { to } from '@/lib/routes'
import { spoken } from '@/ui/a11y'
import { Picture } from '@/ui/picture'
import { Pressable } from '@/ui/pressable'
import { dateWords, type Block, type Entry, type Stretch } from './timeline-model'
import { LIST_ID } from './use-stretch'
import './timeline-list.scss'

interface EntryRowProps {
  entry: Entry
  height: number
}

/** One date of the timeline; the whole of it opens its page. */
function EntryRow({ entry, height }: EntryRowProps) {
  const { picture, theme } = entry
  return (
    <Pressable
      className={`timeline-entry timeline-entry--${theme ?? 'none'}`}
      style={{ minHeight: `${height}px` }}
      onPress={() => void to.display({ exhibitId: entry.id })}
    >
      <View className="timeline-entry__words">
        <View className="timeline-entry__head">
          <Text className="timeline-entry__date">{dateWords(entry.date)}</Text>
          {theme && <Text className="timeline-entry__theme">{themeLabels[theme]}</Text>}
        </View>
        <Text className="timeline-entry__title">{entry.title}</Text>
        {entry.summary && <Text className="timeline-entry__summary">{entry.summary}</Text>}
      </View>
      {picture && (
        <View className="timeline-entry__picture">
          <Picture src={picture.url} alt={picture.alt} ratio={4 / 3} icon="picture" />
        </View>
      )}
    </Pressable>
  )
}

interface BlockViewProps {
  block: Block
  drawn: boolean
}

/** A few entries, or the room that they take. */
const BlockView = memo(function BlockView({ block, drawn }: BlockViewProps) {
  return (
    <View id={block.id} className="timeline-block" style={{ minHeight: `${block.height}px` }}>
      {drawn && block.year && (
        <View className="timeline-block__year">
          <Text className="timeline-block__year-words" {...spoken({ role: 'heading', level: 2 })}>
            {block.year}
          </Text>
        </View>
      )}
      {drawn &&
        block.entries.map((entry, place) => (
          <EntryRow key={entry.id} entry={entry} height={block.heights[place] ?? 0} />
        ))}
    </View>
  )
})

interface TimelineListProps {
  blocks: readonly Block[]
  stretch: Stretch
  /** px of a line by the size of its text, whole on every platform. */
  lines: Record<14 | 16, number>
  yearHeight: number
}

/** The timeline from its beginning to today: drawn near the screen, kept free elsewhere. */
export function TimelineList({ blocks, stretch, lines, yearHeight }: TimelineListProps) {
  const style = { '--line-14': `${lines[14]}px`, '--line-16': `${lines[16]}px`, '--year': `${yearHeight}px` }
  return (
    <View id={LIST_ID} className="timeline-list" style={style as CSSProperties}>
      {blocks.map((block, place) => (
        <BlockView key={block.id} block={block} drawn={stretch.from <= place && place < stretch.to} />
      ))}
    </View>
  )
}
