import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { exhibitStateLabels, hallLabels } from '@/domain/exhibit/labels'
import type { HallId } from '@/domain/exhibit/rules'
import { CallFailed, Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { to } from '@/lib/routes'
import { useCall, type Question } from '@/lib/use-call'
import { useList, type List } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { SortList } from '@/ui/sort-list'
import { StateTag } from '@/ui/state-tag'
import { orderExhibits } from '../../api'
import type { DeskExhibit } from '../desk/desk-card'
import './hall-order.scss'

interface Order {
  hall: Question<'exhibit.edit'>
  displays: List<'exhibit.managed'>
  /** As sorted on this page, or as the server has it. */
  items: (DeskExhibit & { name: string })[]
  sorted: boolean
  sort: (items: readonly DeskExhibit[]) => void
  save: () => Promise<void>
  refused: ReturnType<typeof useRefusable>[0]
}

/** The exhibits of a hall in the order that its editor gives them. */
export function useHallOrder(hallId: HallId): Order {
  const hall = useCall('exhibit.edit', { exhibitId: hallId })
  const displays = useList('exhibit.managed', { kind: 'display', hallId })
  const [ids, setIds] = useState<string[] | null>(null)
  const [refused, run] = useRefusable()
  const order = ids ?? hall.data?.order ?? []
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  const items = [...displays.items]
    .sort((a, b) => place(a.id) - place(b.id) || (a.number < b.number ? -1 : 1))
    .map((one) => ({ ...one, name: `${one.number} ${one.title}` }))
  const save = () =>
    run(async () => {
      if (!hall.data) return
      const exhibitIds = items.map(({ id }) => id)
      hall.put(await orderExhibits({ hallId, rev: hall.data.rev, exhibitIds }))
      setIds(null)
      void Taro.showToast({ title: '顺序已保存', icon: 'none' })
    })
  const refreshed = async () => {
    await save()
    // After a refusal the revision has moved on, or an exhibit has come or gone: what was sorted stays.
    await Promise.all([hall.refresh(), displays.refresh()])
  }
  return {
    hall,
    displays,
    items,
    sorted: ids !== null,
    sort: (next) => setIds(next.map(({ id }) => id)),
    save: refreshed,
    refused,
  }
}

/** All exhibits of a hall, to be put in order. */
export function HallOrder({ hallId, order }: { hallId: HallId; order: Order }) {
  const { hall, displays, items } = order
  if (!displays.first || !hall.data) {
    const failed = hall.data ? displays.error : hall.error
    if (!failed) return <Skeleton shape="rows" />
    return <CallFailed error={failed} onRetry={() => Promise.all([hall.refresh(), displays.refresh()])} />
  }
  if (items.length > 0) return <Rows hallId={hallId} order={order} />
  return (
    <EmptyState icon="hall" title="这个展厅还没有展项" why="先新建展项，再来排先后">
      <Button icon="plus" onPress={() => to.exhibitEdit({ kind: 'display', hallId })}>
        新建展项
      </Button>
    </EmptyState>
  )
}

const CHANGED = '有人刚改过这个展厅，已取到最新的内容，请再保存一次'

function Rows({ hallId, order }: { hallId: HallId; order: Order }) {
  const { displays, items, refused, sort } = order
  return (
    <View>
      <Text className="hall-order__hint">
        {`${hallLabels[hallId]}：按住左边的把手拖动，或用右边的箭头一步一步移。访客按这个先后走。`}
      </Text>
      {refused && (
        <View className="hall-order__refused">
          <Refused error={refused} words={refused.code === 'changedMeanwhile' ? CHANGED : undefined} />
        </View>
      )}
      {displays.more && (
        <Notice tone="wait" action={<Button onPress={displays.loadMore}>显示全部展项</Button>}>
          还有展项没有显示，全部显示后才能保存顺序
        </Notice>
      )}
      <SortList items={items} onChange={sort} disabled={displays.more}>
        {({ number, title, state }) => (
          <View className="hall-order__words">
            <Text className="hall-order__number">{number || '无编号'}</Text>
            <Text className="hall-order__title">{title}</Text>
            {state !== 'published' && <StateTag tone="quiet" words={exhibitStateLabels[state]} />}
          </View>
        )}
      </SortList>
    </View>
  )
}

/** Saves the order; it takes effect at once. */
export function OrderButton({ order }: { order: Order }) {
  const { sorted, items, displays } = order
  if (items.length === 0) return null
  return (
    <Button kind="main" disabled={!sorted || displays.more} onPress={order.save}>
      {sorted ? '保存顺序' : '顺序已保存'}
    </Button>
  )
}
