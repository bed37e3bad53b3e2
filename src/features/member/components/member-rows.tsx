import { View } from '@tarojs/components'
import type { MemberState } from '@/domain/member/rules'
import { sayWhen } from '@/domain/time'
import { CallFailed, ListFoot } from '@/features/desk-state'
import type { ItemOf, List } from '@/lib/use-list'
import { Card } from '@/ui/card'
import { classes } from '@/ui/classes'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import type { Tone } from '@/ui/state-tag'
import './member-desk.scss'

export type MemberRow = ItemOf<'member.list'>
export type ListedState = 'unconfirmed' | 'confirmed' | 'imported' | 'declined'

export const memberTones: Record<MemberState, Tone> = {
  unconfirmed: 'wait',
  confirmed: 'good',
  imported: 'info',
  declined: 'bad',
  merged: 'quiet',
  erased: 'quiet',
}

const emptyWords: Record<ListedState, { title: string; why: string }> = {
  unconfirmed: { title: '没有等待确认的人', why: '有人绑定到这个支部后，会出现在这里' },
  confirmed: { title: '还没有确认过的成员', why: '确认绑定后，成员会列在这里' },
  imported: { title: '没有待认领的名册记录', why: '从名册导入的人，本人绑定并合并前列在这里' },
  declined: { title: '没有未通过的绑定', why: '没有确认的绑定和原因会留在这里，本人可以更正后再提交' },
}

interface MemberRowsProps {
  list: List<'member.list'>
  state: ListedState
  searched: boolean
  chosen?: string
  onOpen: (member: MemberRow) => void
}

/** The people of a branch in one state. */
export function MemberRows({ list, state, searched, chosen, onOpen }: MemberRowsProps) {
  const now = Date.now()
  if (list.loading) return <Skeleton shape="rows" count={6} />
  if (list.items.length === 0 && list.error) return <CallFailed error={list.error} onRetry={list.refresh} />
  if (list.items.length === 0 && searched)
    return <EmptyState icon="search" title="没有找到" why="换一个名字，或看看其他状态" />
  if (list.items.length === 0)
    return <EmptyState icon="people" title={emptyWords[state].title} why={emptyWords[state].why} />
  return (
    <View>
      <Card flush>
        {list.items.map((member) => (
          <View
            key={member.id}
            className={classes('member-desk__row', member.id === chosen && 'member-desk__row--chosen')}
          >
            <ListRow
              icon="person"
              title={member.name}
              note={`${member.branch.name}，${sayWhen(member.since, now)} ${member.state === 'imported' ? '导入' : '绑定'}`}
              onPress={() => onOpen(member)}
            />
          </View>
        ))}
      </Card>
      <ListFoot list={list} />
    </View>
  )
}
