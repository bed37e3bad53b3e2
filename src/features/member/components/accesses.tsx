import { sayWhen } from '@/domain/time'
import { Listed } from '@/features/listed'
import { now } from '@/lib/clock'
import { useList } from '@/lib/use-list'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'

/** Who looked at the person's data or changed it, newest first. */
export function Accesses() {
  const list = useList('member.accesses', {})
  return (
    <Listed
      of={list}
      skeleton={<Skeleton />}
      empty={<EmptyState icon="eye" title="还没有人看过" why="工作人员查看或修改您的数据，都会记在这里" />}
    >
      {(rows) => (
        <Card flush>
          {rows.map(({ id, at, by, what }) => (
            <ListRow key={id} icon="eye" title={what} note={`${by} · ${sayWhen(at, now())}`} />
          ))}
        </Card>
      )}
    </Listed>
  )
}
