import { replaceWith, to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import type { EditedDay } from './day-form'

/** In the place of the form, once a day has been cancelled. */
export function DayClosed({ day }: { day: EditedDay }) {
  return (
    <EmptyState icon="calendar" title="这个服务日已经取消" why={`取消原因：${day.cancelReason}`}>
      <Button icon="copy" onPress={() => replaceWith('serviceEdit', { copyOf: day.id })}>
        复制成新的服务日
      </Button>
    </EmptyState>
  )
}

/** Nobody serves yet: a day needs people first. */
export function NoTeam() {
  return (
    <EmptyState icon="people" title="小分队还没有队员" why="先添加队员，再安排服务日">
      <Button onPress={to.team}>去添加队员</Button>
    </EmptyState>
  )
}
