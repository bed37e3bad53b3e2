import { useRouter } from '@tarojs/taro'
import type { HallId } from '@/domain/exhibit/rules'
import { hallIdOf } from '@/features/exhibit/components/hall/hall-words'
import { HallOrder, OrderButton, useHallOrder } from '@/features/exhibit/components/order/hall-order'
import { DeskGate } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'
import { EmptyState } from '@/ui/page-state'

const TITLE = '展项排序'

/** The order in which visitors walk through a hall. */
export default function DeskHallOrderPage() {
  const hallId = hallIdOf(useRouter<{ hallId?: string }>().params.hallId)
  return (
    <DeskGate title={TITLE} only="editors">
      {hallId ? (
        <Sorting hallId={hallId} />
      ) : (
        <PageFrame title={TITLE}>
          <EmptyState icon="hall" title="没有这个展厅" why="请从展馆内容里选一个展厅">
            <Button onPress={() => to.deskExhibits({ kind: 'hall' })}>看展厅</Button>
          </EmptyState>
        </PageFrame>
      )}
    </DeskGate>
  )
}

function Sorting({ hallId }: { hallId: HallId }) {
  const order = useHallOrder(hallId)
  return (
    <PageFrame title={TITLE} action={<OrderButton order={order} />}>
      <HallOrder hallId={hallId} order={order} />
    </PageFrame>
  )
}
