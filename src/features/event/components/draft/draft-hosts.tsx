import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { branchLevelLabels } from '@/domain/member/labels'
import { CallFailed } from '@/features/desk-state'
import { Remove, Wrong } from '@/features/draft-parts'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/page-state'
import { ListRow } from '@/ui/list-row'
import { SearchField } from '@/ui/search-field'
import { SectionTitle } from '@/ui/section-title'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { MAX_HOSTS } from './draft-check'
import type { SectionProps } from './section'
import '@/features/draft.scss'

type Branch = OutputFor<'member.branches'>['items'][number]

/** The hosting branches: one, or several for a joint (共建) event. */
export function DraftHosts({ form, problems, set }: SectionProps) {
  const [choosing, setChoosing] = useState(false)
  const branches = useCall('member.branches', {}, { keep: true })
  const nameOf = (id: string) => branches.data?.items.find((branch) => branch.id === id)?.name ?? '正在读取支部名称'
  const without = (id: string) => form.hostBranchIds.filter((other) => other !== id)
  return (
    <View>
      <SectionTitle note="和其他支部共建时，把对方也加进来">主办支部</SectionTitle>
      <Card flush>
        {form.hostBranchIds.map((id) => (
          <ListRow
            key={id}
            title={nameOf(id)}
            trailing={<Remove label={`移除${nameOf(id)}`} onPress={() => set({ hostBranchIds: without(id) })} />}
          />
        ))}
        {problems.hostBranchIds && <Wrong words={problems.hostBranchIds} />}
        <View className="draft__inset">
          <Button icon="plus" disabled={form.hostBranchIds.length >= MAX_HOSTS} onPress={() => setChoosing(true)}>
            添加支部
          </Button>
        </View>
      </Card>
      {choosing && (
        <BranchSheet
          branches={branches}
          chosen={form.hostBranchIds}
          onPick={(branch) => {
            set({ hostBranchIds: [...form.hostBranchIds, branch.id] })
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </View>
  )
}

interface BranchSheetProps {
  branches: ReturnType<typeof useCall<'member.branches'>>
  chosen: readonly string[]
  onPick: (branch: Branch) => void
  onClose: () => void
}

function BranchSheet({ branches, chosen, onPick, onClose }: BranchSheetProps) {
  const [words, setWords] = useState('')
  const found = branches.data?.items.filter(({ id, name }) => !chosen.includes(id) && name.includes(words.trim()))
  return (
    <Sheet title="添加主办支部" onClose={onClose}>
      <SearchField label="搜支部名称" value={words} onChange={setWords} />
      {!found && branches.error && <CallFailed error={branches.error} onRetry={branches.refresh} />}
      {!found && !branches.error && <Skeleton />}
      {found?.length === 0 && <EmptyState icon="search" title="没有找到这个支部" why="换一个词再试" />}
      {found?.map((branch) => (
        <ListRow
          key={branch.id}
          title={branch.name}
          note={branchLevelLabels[branch.level]}
          onPress={() => onPick(branch)}
        />
      ))}
    </Sheet>
  )
}
