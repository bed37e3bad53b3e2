import { View } from '@tarojs/components'
import { useState } from 'react'
import { useList, type ItemOf } from '@/lib/use-list'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { SearchField } from '@/ui/search-field'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { Listed } from './listed'
import { useSettled } from './use-settled'

export type PickedEnterprise = ItemOf<'enterprise.find'>

interface EnterprisePickerProps {
  title: string
  /** Those that are chosen already stand not among what is found. */
  chosen: readonly string[]
  onPick: (enterprise: PickedEnterprise) => void
  onClose: () => void
}

/** The zone's enterprises in a sheet, to be found by words or pinyin. */
export function EnterprisePicker({ title, chosen, onPick, onClose }: EnterprisePickerProps) {
  const [words, setWords] = useState('')
  const asked = useSettled(words.trim())
  const list = useList('enterprise.find', { words: asked })
  return (
    <Sheet title={title} onClose={onClose}>
      <SearchField label="搜企业名称或拼音" value={words} onChange={setWords} />
      <View>
        <Listed
          of={list}
          skeleton={<Skeleton shape="rows" count={5} />}
          empty={<EmptyState icon="search" title="没有找到这家企业" why="换一个更短的词试试，例如企业简称" />}
        >
          {(items) =>
            items
              .filter(({ id }) => !chosen.includes(id))
              .map((enterprise) => (
                <ListRow
                  key={enterprise.id}
                  title={enterprise.name}
                  note={enterprise.address}
                  onPress={() => onPick(enterprise)}
                />
              ))
          }
        </Listed>
      </View>
    </Sheet>
  )
}
