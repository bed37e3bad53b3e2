import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { ListRow } from '@/ui/list-row'
import { SearchField } from '@/ui/search-field'
import { Skeleton } from '@/ui/skeleton'
import { CallFailed } from './call-failed'
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

/** One branch of all: what is chosen, and a search to choose another. */
export function DeskBranchPicker({ label, value, error, onChange }: DeskBranchPickerProps) {
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const { data, error: failed, refresh } = useCall('member.branches', {}, { keep: true })
  const chosen = data?.items.find(({ id }) => id === value)
  const found = data?.items.filter(({ id, name }) => id !== value && name.includes(words.trim())) ?? []
  if (!data) return failed ? <CallFailed error={failed} onRetry={refresh} /> : <Skeleton shape="lines" />
  return (
    <Field label={label} error={error}>
      {!open && (
        <View className="member-desk__branch">
          <Text className="member-desk__branch-name">{chosen?.name ?? '还没有选择'}</Text>
          <Button compact label={`选择${label}`} onPress={() => setOpen(true)}>
            {chosen ? '更换' : '选择'}
          </Button>
        </View>
      )}
      {open && (
        <View>
          <SearchField label="搜支部名称" value={words} onChange={setWords} />
          {found.slice(0, MOST_SHOWN).map(({ id, name }) => (
            <ListRow
              key={id}
              title={name}
              onPress={() => {
                onChange(id)
                setOpen(false)
              }}
            />
          ))}
          {found.length === 0 && <Text className="member-desk__hint">没有找到，换一个词再试</Text>}
          {found.length > MOST_SHOWN && (
            <Text className="member-desk__hint">还有 {found.length - MOST_SHOWN} 个，输入名称缩小范围</Text>
          )}
        </View>
      )}
    </Field>
  )
}
