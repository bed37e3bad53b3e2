import { CallFailed } from '@/features/call-state'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import type { List } from '@/lib/use-list'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { ItemRow } from '../item-row'

const SHOWN = 5

/** What is late in the team, on the home page of the desk. */
export function LateBrief({ list }: { list: List<'consultation.board'> }) {
  const now = useNow()
  const { items, error } = list
  return (
    <>
      <SectionTitle more={{ words: '全部', onPress: () => void to.board('late') }}>超期事项</SectionTitle>
      {list.loading && <Skeleton shape="rows" count={2} />}
      {items.length === 0 && error && <CallFailed error={error} onRetry={list.refresh} />}
      {list.first && items.length === 0 && (
        <Card>
          <EmptyState icon="check" title="没有超期的事项" why="超过约定时间还没有办的，会出现在这里" />
        </Card>
      )}
      {items.length > 0 && (
        <Card flush>
          {items.slice(0, SHOWN).map((item) => (
            <ItemRow key={item.id} item={item} now={now} withOwner onPress={() => void to.workItem(item.id)} />
          ))}
        </Card>
      )}
    </>
  )
}
