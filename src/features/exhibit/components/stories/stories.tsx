import { View } from '@tarojs/components'
import { lengthLabels, themeLabels } from '@/domain/exhibit/labels'
import { STORY_LENGTHS, STORY_THEMES } from '@/domain/exhibit/rules'
import { Listed } from '@/features/listed'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { SearchField } from '@/ui/search-field'
import { Chips, Segmented } from '@/ui/segmented'
import { ExhibitCard, ExhibitCards } from '../exhibit-card'
import type { Stories } from './use-stories'
import './stories.scss'

const KINDS = [
  { value: 'story', words: '故事' },
  { value: 'display', words: '展项' },
  { value: 'all', words: '全部' },
] as const
const THEMES = [
  { value: 'all', words: '全部' },
  ...STORY_THEMES.map((theme) => ({ value: theme, words: themeLabels[theme] })),
] as const
const LENGTHS = [
  { value: 'all', words: '不限' },
  ...STORY_LENGTHS.map((length) => ({ value: length, words: lengthLabels[length] })),
] as const

/** By words, by theme, by length. */
function Filters({ stories }: { stories: Stories }) {
  return (
    <View className="stories__filters">
      <SearchField label="搜故事、展项或拼音" value={stories.words} onChange={stories.setWords} />
      {stories.searching && (
        <Segmented label="找什么" options={KINDS} value={stories.kind} onChange={stories.setKind} />
      )}
      {stories.ofStories && (
        <>
          <Chips label="主题" options={THEMES} value={stories.theme} onChange={stories.setTheme} />
          <Chips label="时长" options={LENGTHS} value={stories.length} onChange={stories.setLength} />
        </>
      )}
    </View>
  )
}

function Nothing({ stories }: { stories: Stories }) {
  if (stories.narrowed)
    return (
      <EmptyState icon="search" title="没有符合条件的故事" why="放宽主题或时长再看看">
        <Button onPress={stories.clear}>不限主题和时长</Button>
      </EmptyState>
    )
  if (stories.searching && stories.kind !== 'all')
    return (
      <EmptyState
        icon="search"
        title={stories.kind === 'story' ? '没有找到这样的故事' : '没有找到这样的展项'}
        why="也许在展馆的其他内容里"
      >
        <Button onPress={() => stories.setKind('all')}>在故事和展项里一起找</Button>
      </EmptyState>
    )
  if (stories.searching)
    return (
      <EmptyState icon="search" title="没有找到" why="换个词，或只用其中两三个字">
        <Button onPress={() => stories.setWords('')}>看全部故事</Button>
      </EmptyState>
    )
  return (
    <EmptyState icon="book" title="故事正在准备" why="发布后会出现在这里">
      <Button onPress={() => to.halls()}>先看看展馆</Button>
    </EmptyState>
  )
}

/** Stories on demand (党建故事): the media library, and the halls' exhibits where words are looked for. */
export function StoriesView({ stories }: { stories: Stories }) {
  return (
    <>
      <Filters stories={stories} />
      <Listed of={stories.list} empty={<Nothing stories={stories} />}>
        {(items) => (
          <ExhibitCards>
            {items.map((exhibit) => (
              <ExhibitCard key={exhibit.id} exhibit={exhibit} />
            ))}
          </ExhibitCards>
        )}
      </Listed>
    </>
  )
}
