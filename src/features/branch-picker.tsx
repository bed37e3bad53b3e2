import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { branchLevelLabels } from '@/domain/member/labels'
import { useCall } from '@/lib/use-call'
import { EmptyState } from '@/ui/page-state'
import { ListRow } from '@/ui/list-row'
import { SearchField } from '@/ui/search-field'
import { Sheet } from '@/ui/sheet'
import { Asked } from './call-state'
import './branch-picker.scss'

export type Branch = OutputFor<'member.branches'>['items'][number]

interface BranchPickerProps {
  title: string
  /** A first row that stands for no branch at all, such as 全部支部. */
  none?: string
  onPick: (branch: Branch | undefined) => void
  onClose: () => void
}

const found = (branches: readonly Branch[], words: string) => {
  const parts = words.trim().toLowerCase().split(/\s+/)
  return branches.filter(({ name }) => parts.every((part) => name.toLowerCase().includes(part)))
}

/** All primary organisations in a sheet, to be found by a part of their name. */
export function BranchPicker({ title, none, onPick, onClose }: BranchPickerProps) {
  const branches = useCall('member.branches', {}, { keep: true })
  const [words, setWords] = useState('')
  return (
    <Sheet title={title} onClose={onClose}>
      <SearchField label="搜支部名称" value={words} onChange={setWords} />
      <View className="branch-picker">
        <Asked of={branches}>
          {({ items }) => {
            const shown = found(items, words)
            return (
              <>
                {none && words === '' && <ListRow title={none} onPress={() => onPick(undefined)} />}
                {shown.map((branch) => (
                  <ListRow
                    key={branch.id}
                    title={branch.name}
                    value={branchLevelLabels[branch.level]}
                    onPress={() => onPick(branch)}
                  />
                ))}
                {shown.length === 0 && (
                  <EmptyState icon="search" title="没有找到这个支部" why="换一个更短的词试试，例如企业简称" />
                )}
                {shown.length > 0 && <Text className="branch-picker__count">{`共 ${shown.length} 个`}</Text>}
              </>
            )
          }}
        </Asked>
      </View>
    </Sheet>
  )
}
