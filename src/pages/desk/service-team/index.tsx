import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Asked } from '@/features/call-state'
import { DeskGate, isStaff } from '@/features/member/components/desk-gate'
import { AddSheet } from '@/features/service/components/desk/team/add-sheet'
import { personOf, type Person } from '@/features/service/components/desk/team/person-form'
import { PersonSheet } from '@/features/service/components/desk/team/person-sheet'
import { TeamList } from '@/features/service/components/desk/team/team-list'
import { TeamNames } from '@/features/service/components/desk/team/team-name'
import { TopicCover } from '@/features/service/components/desk/team/topic-cover'
import { useNow } from '@/lib/clock'
import { useSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '小分队队员'

/** The people of the service team: what they know, and when they are away. */
export default function ServiceTeamPage() {
  return (
    <DeskGate title={TITLE} only="leaders">
      <Team />
    </DeskGate>
  )
}

function Team() {
  const team = useCall('service.team', {})
  usePullRefresh(team.refresh)
  const [open, setOpen] = useState<Person | 'add'>()
  const now = useNow()
  const staff = isStaff(useSession().grants)
  const saved = (name: string) => {
    setOpen(undefined)
    void Taro.showToast({ title: `已保存${name}`, icon: 'none' })
    void team.refresh()
  }
  return (
    <PageFrame
      title={TITLE}
      side={team.data && <TopicCover people={team.data.items} />}
      action={
        staff && (
          <Button kind="main" icon="plus" onPress={() => setOpen('add')}>
            添加队员
          </Button>
        )
      }
    >
      <Asked of={team} skeleton={<Skeleton shape="rows" count={6} />}>
        {({ items, teams }) => (
          <>
            <TeamNames teams={teams} onNamed={saved} />
            <TeamList people={items} now={now} onOpen={(person) => setOpen(personOf(person))} />
          </>
        )}
      </Asked>
      {open === 'add' && (
        <AddSheet
          known={team.data?.items.map(({ id }) => id) ?? []}
          onPick={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open && open !== 'add' && <PersonSheet person={open} onClose={() => setOpen(undefined)} onSaved={saved} />}
    </PageFrame>
  )
}
