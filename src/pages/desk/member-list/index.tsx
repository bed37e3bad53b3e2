import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { DeskGate, isStaff } from '@/features/member/components/desk-gate'
import { MemberPanel } from '@/features/member/components/member-panel'
import { MemberRows, type ListedState, type MemberRow } from '@/features/member/components/member-rows'
import { useList } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { useSession } from '@/lib/session'
import { TWO_PANES, useWindow } from '@/lib/use-window'
import { Card } from '@/ui/card'
import { PageFrame } from '@/ui/page-frame'
import { EmptyState } from '@/ui/page-state'
import { SearchField } from '@/ui/search-field'
import { Segmented } from '@/ui/segmented'
import { Sheet } from '@/ui/sheet'
import './index.scss'

const TITLE = '党员管理'
const views: { value: ListedState; words: string }[] = [
  { value: 'unconfirmed', words: '待确认' },
  { value: 'confirmed', words: '已确认' },
  { value: 'imported', words: '名册' },
  { value: 'declined', words: '未通过' },
]

/** Bindings to confirm and merge. */
export default function MemberListPage() {
  return (
    <DeskGate title={TITLE}>
      <Members />
    </DeskGate>
  )
}

function Members() {
  const staff = isStaff(useSession().grants)
  const panes = useWindow().width >= TWO_PANES
  const [state, setState] = useState<ListedState>('unconfirmed')
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<MemberRow | null>(null)
  const list = useList('member.list', { state, words })
  usePullRefresh(list.refresh)
  useReachBottom(() => void list.loadMore())

  const done = (member: MemberRow, said: string) => {
    void Taro.showToast({ title: said, icon: 'none' })
    // Whoever left this list is closed; whoever is still in it is shown as they are now.
    setOpen(member.state === state ? member : null)
    void list.refresh()
  }
  const panel = open && <MemberPanel key={open.id} member={open} staff={staff} onDone={done} />
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="hidden"
      side={
        panes ? (
          <Card>{panel ?? <EmptyState icon="person" title="选一个人查看" why="左边的名单按状态分开" />}</Card>
        ) : undefined
      }
    >
      <Segmented
        label="成员状态"
        options={views}
        value={state}
        onChange={(next) => {
          setState(next)
          setOpen(null)
        }}
      />
      <SearchField label="搜姓名" value={words} onChange={setWords} />
      <MemberRows
        list={list}
        state={state}
        searched={words !== ''}
        chosen={panes ? open?.id : undefined}
        onOpen={setOpen}
      />
      {!panes && open && (
        <Sheet title={state === 'unconfirmed' ? '确认绑定' : '成员'} onClose={() => setOpen(null)}>
          {panel}
        </Sheet>
      )}
    </PageFrame>
  )
}
