import type { OutputFor } from '@/domain/contracts'
import { homeTodoLabels } from '@/domain/home/labels'
import type { HomeTodo } from '@/domain/home/rules'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import type { IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'

type Todo = OutputFor<'home.today'>['todos'][number]

const rows: Record<HomeTodo, { icon: IconName; counted: boolean; open: () => Promise<void> }> = {
  bindingsToConfirm: { icon: 'people', counted: true, open: () => to.deskMembers() },
  confirmationPending: { icon: 'clock', counted: false, open: () => to.mine() },
  bindingDeclined: { icon: 'warning', counted: false, open: () => to.bind() },
}

/** What waits for this person (我的待办); nothing at all when nothing does. */
export function Todos({ todos }: { todos: readonly Todo[] }) {
  if (todos.length === 0) return null
  return (
    <>
      <SectionTitle>我的待办</SectionTitle>
      <Card flush>
        {todos.map(({ kind, count }) => {
          const { icon, counted, open } = rows[kind]
          const words = counted ? `${count} ${homeTodoLabels[kind]}` : homeTodoLabels[kind]
          return <ListRow key={kind} icon={icon} title={words} onPress={() => void open()} />
        })}
      </Card>
    </>
  )
}
