import { useState } from 'react'
import type { StoryLength, StoryTheme } from '@/domain/exhibit/rules'
import { useListGestures } from '@/features/use-list-gestures'
import { useSettled } from '@/features/use-settled'
import { useList } from '@/lib/use-list'

/** What is looked for: stories, exhibits of the halls, or both. */
export type Kind = 'story' | 'display' | 'all'

/** What a person narrows the library by, and what is found. Without words it is the stories alone. */
export function useStories(first: string | undefined) {
  const [words, setWords] = useState(first ?? '')
  const [kind, setKind] = useState<Kind>('story')
  const [theme, setTheme] = useState<StoryTheme | 'all'>('all')
  const [length, setLength] = useState<StoryLength | 'all'>('all')
  const settled = useSettled(words.trim())
  const searching = settled !== ''
  const shownKind = searching ? kind : 'story'
  const ofStories = shownKind === 'story'
  const list = useList(
    'exhibit.search',
    {
      words: settled,
      kind: shownKind === 'all' ? undefined : shownKind,
      // Exhibits of the halls have no theme and no length of their own to choose by.
      theme: ofStories && theme !== 'all' ? theme : undefined,
      length: ofStories && length !== 'all' ? length : undefined,
    },
    { keep: !searching },
  )
  useListGestures(list)
  const clear = () => {
    setTheme('all')
    setLength('all')
  }
  return {
    ...{ words, setWords, kind: shownKind, setKind, theme, setTheme, length, setLength, clear, list },
    searching,
    ofStories,
    narrowed: ofStories && (theme !== 'all' || length !== 'all'),
  }
}

export type Stories = ReturnType<typeof useStories>
