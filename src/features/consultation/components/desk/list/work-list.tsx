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
import { Segmented } from '@/ui/segmented'
import { Skeleton } from '@/ui/skeleton'
import { ItemRow } from '../item-row'

type Filter = NonNullable<InputFor<'consultation.work'>['filter']>

const views: { value: Filter; words: string }[] = [
  { value: 'open', words: '待办' },
  { value: 'waiting', words: '等企业' },
  { value: 'done', words: '已办' },
]

const empty: Record<Filter, { title: string; why: string }> = {
  open: { title: '没有待办事项', why: '会面以后需要跟进的、别人转给您的，都会出现在这里' },
  waiting: { title: '没有在等企业的事项', why: '请企业补充材料、或答复后等企业确认的事项会出现在这里' },
  done: { title: '还没有办结的事项', why: '企业确认以后，事项会留在这里' },
}

/** What a specialist is responsible for, most urgent first. */
export function WorkList() {
  const [view, setView] = useState<Filter>('open')
  const list = useList('consultation.work', { filter: view }, { keep: true })
  useListGestures(list)
  const now = useNow()
  return (
    <View>
      <Segmented label="事项" options={views} value={view} onChange={setView} />
      <Listed
        of={list}
        skeleton={<Skeleton shape="rows" count={5} />}
        empty={<EmptyState icon="check" title={empty[view].title} why={empty[view].why} />}
      >
        {(items) => (
          <Card flush>
            {items.map((item) => (
              <ItemRow
                key={item.id}
                item={item}
                now={now}
                nextStep={item.nextStep}
                onPress={() => void to.workItem(item.id)}
              />
            ))}
          </Card>
        )}
      </Listed>
    </View>
  )
}
