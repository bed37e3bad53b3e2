import { errorWords } from '@/features/call-state'
import type { CallError } from '@/lib/call-error'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import type { TodoRow } from './todo-rows'

interface TodosProps {
  rows: readonly TodoRow[]
  /** Why what the chain service asks of the person is not known, and how to ask again. */
  missing?: { error: CallError; onRetry: () => Promise<void> }
}

/** What waits for this person (我的待办); nothing at all when nothing does. */
export function Todos({ rows, missing }: TodosProps) {
  if (rows.length === 0 && !missing) return null
  return (
    <>
      <SectionTitle>我的待办</SectionTitle>
      <Card flush>
        {rows.map(({ key, icon, words, note, open }) => (
          <ListRow key={key} icon={icon} title={words} note={note} onPress={() => void open()} />
        ))}
        {missing && (
          <ListRow
            icon="warning"
            title="咨询安排没有取到"
            note={errorWords(missing.error)}
            trailing={
              <Button compact kind="link" label="重新取咨询安排" onPress={missing.onRetry}>
                重试
              </Button>
            }
          />
        )}
      </Card>
    </>
  )
}
