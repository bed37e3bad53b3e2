import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { SearchField } from '@/ui/search-field'
import { NumberField } from './number-field'
import { OtherWays } from './other-ways'
import './find-exhibit.scss'

interface FindExhibitProps {
  onNumber: (number: string) => void
  /** What became of the last scan, or why the number led nowhere. */
  words?: string
  /** Stands above everything else. */
  children?: ReactNode
}

/** Every way to an exhibit: its number, words, and the lists. */
export function FindExhibit({ onNumber, words, children }: FindExhibitProps) {
  const [search, setSearch] = useState('')
  const find = () => {
    if (search.trim() !== '') void to.stories({ words: search.trim() })
  }
  return (
    <View className="find-exhibit">
      {children}
      {words && <Notice tone="wait">{words}</Notice>}
      <Card>
        <NumberField onNumber={onNumber} />
      </Card>
      <View className="find-exhibit__search">
        <SearchField label="搜展项和故事，可用拼音" value={search} onChange={setSearch} onSearch={find} />
      </View>
      <OtherWays />
    </View>
  )
}
