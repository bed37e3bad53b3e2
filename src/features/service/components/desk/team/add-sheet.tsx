import { View } from '@tarojs/components'
import { useState } from 'react'
import { Listed } from '@/features/listed'
import { useSettled } from '@/features/use-settled'
import { useList, type ItemOf } from '@/lib/use-list'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { SearchField } from '@/ui/search-field'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { freshPerson, type Person } from './person-form'

interface AddSheetProps {
  /** Those who are in the list already. */
  known: readonly string[]
  onPick: (person: Person) => void
  onClose: () => void
}

type Found = ItemOf<'member.list'>

/** The team that somebody's role is for; nothing while they have none. */
const teamOf = ({ grants }: Found): string | undefined =>
  grants.find(({ role, scope }) => (role === 'specialist' || role === 'teamLeader') && scope === 'team')?.scopeId

/** Finds somebody by name who holds the role and is not in the team's list yet. For staff, who hand out roles. */
export function AddSheet({ known, onPick, onClose }: AddSheetProps) {
  const [words, setWords] = useState('')
  const asked = useSettled(words.trim())
  const list = useList('member.list', { state: 'confirmed', words: asked }, { skip: asked === '' })
  return (
    <Sheet title="添加队员" onClose={onClose}>
      <SearchField label="搜姓名" value={words} onChange={setWords} />
      {asked === '' ? (
        <EmptyState icon="search" title="先搜姓名" why="只有在“党员管理”里授予了小分队队员角色的人才能添加" />
      ) : (
        <View>
          <Listed
            of={list}
            skeleton={<Skeleton shape="rows" count={4} />}
            empty={<EmptyState icon="people" title="没有找到这个人" why="请核对姓名，或先确认对方的身份" />}
          >
            {(items) => items.map((found) => <FoundRow key={found.id} found={found} known={known} onPick={onPick} />)}
          </Listed>
        </View>
      )}
    </Sheet>
  )
}

function FoundRow({ found, known, onPick }: { found: Found } & Pick<AddSheetProps, 'known' | 'onPick'>) {
  const { id, name, branch } = found
  const team = teamOf(found)
  if (known.includes(id)) return <ListRow title={name} note={`${branch.name}，已在队员名单里`} />
  if (!team) return <ListRow title={name} note={`${branch.name}，还没有小分队队员角色，请先在“党员管理”里授予`} />
  return <ListRow title={name} note={branch.name} onPress={() => onPick(freshPerson(id, name, team))} />
}
