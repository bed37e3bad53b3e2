import { View } from '@tarojs/components'
import { useState } from 'react'
import type { InputFor } from '@/domain/contracts'
import { Listed } from '@/features/listed'
import { useListGestures } from '@/features/use-list-gestures'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { useList } from '@/lib/use-list'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/page-state'
import { Chips } from '@/ui/segmented'
import { Skeleton } from '@/ui/skeleton'
import { ItemRow } from '../item-row'

type Filter = NonNullable<InputFor<'consultation.board'>['filter']>

const views: { value: Filter; words: string }[] = [
  { value: 'late', words: '超期' },
  { value: 'open', words: '跟进中' },
  { value: 'meetings', words: '待会面' },
  { value: 'answered', words: '待企业确认' },
  { value: 'closed', words: '已办结' },
]

const empty: Record<Filter, { title: string; why: string }> = {
  late: { title: '没有超期的事项', why: '超过约定时间还没有办的，会出现在这里' },
  open: { title: '没有跟进中的事项', why: '会面以后需要接着办的，会出现在这里' },
  meetings: { title: '没有待进行的会面', why: '企业预约服务日以后，会出现在这里' },
  answered: { title: '没有待企业确认的事项', why: '队员答复以后，等企业确认的会出现在这里' },
  closed: { title: '还没有办结的事项', why: '企业确认解决以后，会出现在这里' },
}

/** Which of the board's lists an address means; what is open without one. */
export const boardFilter = (text: string | undefined): Filter =>
  views.find(({ value }) => value === text)?.value ?? 'open'

/** A team's items as its leader and staff see them: who, when, topic and state. */
export function Board({ first }: { first: Filter }) {
  const [view, setView] = useState<Filter>(first)
  const list = useList('consultation.board', { filter: view }, { keep: true })
  useListGestures(list)
  const now = useNow()
  return (
    <View>
      <Chips label="事项" options={views} value={view} onChange={setView} />
      <Listed
        of={list}
        skeleton={<Skeleton shape="rows" count={6} />}
        empty={<EmptyState icon="flag" title={empty[view].title} why={empty[view].why} />}
      >
        {(items) => (
          <Card flush>
            {items.map((item) => (
              <ItemRow key={item.id} item={item} now={now} withOwner onPress={() => void to.workItem(item.id)} />
            ))}
          </Card>
        )}
      </Listed>
    </View>
  )
}
