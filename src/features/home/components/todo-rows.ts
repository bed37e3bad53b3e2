import type { OutputFor } from '@/domain/contracts'
import { homeTodoLabels, serviceTodoLabels } from '@/domain/home/labels'
import type { HomeTodo, ServiceTodo } from '@/domain/home/rules'
import { topicLabels } from '@/domain/service/labels'
import { to } from '@/lib/routes'
import type { IconName } from '@/ui/icon'
import type { ServiceAnswer } from './use-service'

/** One line of 我的待办, whoever told it. */
export interface TodoRow {
  key: string
  icon: IconName
  words: string
  note?: string
  open: () => Promise<void>
}

const homeRows: Record<HomeTodo, { icon: IconName; counted: boolean; open: () => Promise<void> }> = {
  bindingsToConfirm: { icon: 'people', counted: true, open: () => to.deskMembers() },
  confirmationPending: { icon: 'clock', counted: false, open: () => to.mine() },
  bindingDeclined: { icon: 'warning', counted: false, open: () => to.bind() },
}

export const rowsOfHome = (todos: OutputFor<'home.today'>['todos']): TodoRow[] =>
  todos.map(({ kind, count }) => {
    const { icon, counted, open } = homeRows[kind]
    const words = counted ? `${count} ${homeTodoLabels[kind]}` : homeTodoLabels[kind]
    return { key: kind, icon, words, open }
  })

type Todo = ServiceAnswer['todos'][number]
type Only = NonNullable<Todo['only']>

const serviceRows: Record<
  ServiceTodo,
  { icon: IconName; one: (only: Only) => Promise<void>; all: (todo: Todo) => Promise<void> }
> = {
  materialAsked: {
    icon: 'document',
    one: ({ id, mode }) => (mode === 'oneToOne' ? to.guidance(id) : to.consultation(id)),
    all: ({ enterprise }) => to.myConsultations({ enterpriseId: enterprise?.id }),
  },
  answerToConfirm: {
    icon: 'chat',
    one: ({ id }) => to.consultation(id),
    all: ({ enterprise }) => to.myConsultations({ enterpriseId: enterprise?.id }),
  },
  slotLost: {
    icon: 'calendar',
    one: ({ id }) => to.bookService({ consultationId: id }),
    all: ({ enterprise }) => to.myConsultations({ enterpriseId: enterprise?.id }),
  },
  toTakeOver: { icon: 'people', one: ({ id }) => to.workItem(id), all: () => to.today() },
  itemsLate: { icon: 'warning', one: ({ id }) => to.workItem(id), all: () => to.work() },
  teamLate: { icon: 'flag', one: () => to.board('late'), all: () => to.board('late') },
}

const OF_ENTERPRISE: readonly ServiceTodo[] = ['materialAsked', 'answerToConfirm', 'slotLost']

/** Whose it is goes without saying for who speaks for one enterprise only. */
export const rowsOfService = (todos: readonly Todo[]): TodoRow[] => {
  const spokenFor = new Set(
    todos.flatMap(({ kind, enterprise }) => (OF_ENTERPRISE.includes(kind) ? enterprise?.id : [])),
  )
  return todos.map((todo) => {
    const { kind, count, only, enterprise } = todo
    const { icon, one, all } = serviceRows[kind]
    const labels = serviceTodoLabels[kind]
    const named = enterprise !== null && (!OF_ENTERPRISE.includes(kind) || spokenFor.size > 1)
    return {
      key: `${kind} ${enterprise?.id ?? ''}`,
      icon,
      words: only ? `${topicLabels[only.topic]}：${labels.one}` : `${count} ${labels.several}`,
      ...(named && { note: enterprise.name }),
      open: () => (only ? one(only) : all(todo)),
    }
  })
}

export const rowOfUnread = (unread: number): TodoRow[] =>
  unread === 0 ? [] : [{ key: 'unread', icon: 'bell', words: `${unread} 条未读消息`, open: () => to.inbox() }]
