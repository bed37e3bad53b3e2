import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { CallFailed } from '@/features/desk-state'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { ListRow } from '@/ui/list-row'
import { SearchField } from '@/ui/search-field'
import { Skeleton } from '@/ui/skeleton'
import './member-desk.scss'

/** How many fit without scrolling the sheet away; a longer word narrows them down. */
const MOST_SHOWN = 6

interface DeskBranchPickerProps {
  label: string
  /** The id of the chosen branch; '' while none is. */
  value: string
  error?: string
  onChange: (branchId: string) => void
}

type Branch = OutputFor<'member.branches'>['items'][number]

/** One branch of all: what is chosen, and a search to choose another. */
export function DeskBranchPicker({ label, value, error, onChange }: DeskBranchPickerProps) {
  const [open, setOpen] = useState(false)
  const { data, error: failed, refresh } = useCall('member.branches', {}, { keep: true })
  if (!data) return failed ? <CallFailed error={failed} onRetry={refresh} /> : <Skeleton shape="lines" />
  const chosen = data.items.find(({ id }) => id === value)
  const pick = (id: string) => {
    onChange(id)
    setOpen(false)
  }
  return (
    <Field label={label} error={error}>
      {open ? (
        <BranchSearch branches={data.items.filter(({ id }) => id !== value)} onPick={pick} />
      ) : (
        <View className="member-desk__branch">
          <Text className="member-desk__branch-name">{chosen?.name ?? '还没有选择'}</Text>
          <Button compact label={`选择${label}`} onPress={() => setOpen(true)}>
            {chosen ? '更换' : '选择'}
          </Button>
        </View>
      )}
    </Field>
  )
}

function BranchSearch({ branches, onPick }: { branches: Branch[]; onPick: (id: string) => void }) {
  const [words, setWords] = useState('')
  const found = branches.filter(({ name }) => name.includes(words.trim()))
  const rest = found.length - MOST_SHOWN
  return (
    <View>
      <SearchField label="搜支部名称" value={words} onChange={setWords} />
      {found.slice(0, MOST_SHOWN).map(({ id, name }) => (
        <ListRow key={id} title={name} onPress={() => onPick(id)} />
      ))}
      {found.length === 0 && <Text className="member-desk__hint">没有找到，换一个词再试</Text>}
      {rest > 0 && <Text className="member-desk__hint">还有 {rest} 个，输入名称缩小范围</Text>}
    </View>
  )
}
