import { View } from '@tarojs/components'
import { attendanceWayLabels, registrationStateLabels, rosterLabels } from '@/domain/event/labels'
import { sayWhen } from '@/domain/time'
import { CallFailed, ListFoot } from '@/features/desk-state'
import type { ItemOf, List } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { StateTag } from '@/ui/state-tag'
import './roster.scss'

export type RosterRow = ItemOf<'event.roster'>
export type RosterState = 'attended' | 'absent' | 'waitlisted' | 'cancelled'

export const rosterStates: readonly RosterState[] = ['attended', 'absent', 'waitlisted', 'cancelled']

const emptyWords: Record<RosterState, string> = {
  attended: '第一位签到后会出现在这里',
  absent: '报名的人都已签到，或还没有人报名',
  waitlisted: '名额报满后，候补的人会按顺序排在这里',
  cancelled: '取消报名的人会留在这里',
}

const noteOf = (row: RosterRow, now: number): string => {
  if (row.attendedAt !== null && row.attendedBy)
    return `${sayWhen(row.attendedAt, now)} ${attendanceWayLabels[row.attendedBy]}${row.reason ? `：${row.reason}` : ''}`
  const when = `${sayWhen(row.signedUpAt, now)} 报名`
  return row.state === 'registered' ? when : `${when}，${registrationStateLabels[row.state]}`
}

interface RosterListProps {
  state: RosterState
  list: List<'event.roster'>
  /** Records by hand that this person was there; absent while that is not possible. */
  onRecord?: (row: RosterRow) => void
}

/** Who is in one state, with what can be done about it. */
export function RosterList({ state, list, onRecord }: RosterListProps) {
  const now = Date.now()
  if (list.loading) return <Skeleton shape="rows" count={6} />
  if (list.items.length === 0 && list.error) return <CallFailed error={list.error} onRetry={list.refresh} />
  if (list.items.length === 0)
    return <EmptyState icon="people" title={`没有${rosterLabels[state]}的人`} why={emptyWords[state]} />
  return (
    <View>
      <Card flush>
        {list.items.map((row) => (
          <ListRow
            key={row.memberId}
            title={<Name row={row} />}
            note={
              <>
                <View>{row.branchName}</View>
                <View>{noteOf(row, now)}</View>
              </>
            }
            trailing={
              onRecord &&
              row.attendedAt === null && (
                <Button compact label={`补签：${row.name}`} onPress={() => onRecord(row)}>
                  补签
                </Button>
              )
            }
          />
        ))}
      </Card>
      <ListFoot list={list} />
    </View>
  )
}

function Name({ row }: { row: RosterRow }) {
  return (
    <View className="roster__name">
      <View className="roster__name-words">{row.name}</View>
      {!row.confirmed && <StateTag tone="wait" words="待确认" />}
    </View>
  )
}
