import { ReasonSheet } from '@/features/reason-sheet'
import { cancelDay } from '../../../api'
import type { EditedDay } from './day-form'

const REASONS = ['场地临时不能使用', '队员临时有任务', '天气原因']

/** What is lost by cancelling, said before it is done. */
export const cancelledWords = (booked: number): string =>
  booked === 0
    ? '还没有企业预约。服务日会显示“已取消”和原因，取消后不能恢复。'
    : `已预约的 ${booked} 家企业会收到通知，并尽量改约到同一位队员的下一个服务日。取消后不能恢复。`

interface CancelDaySheetProps {
  day: EditedDay
  onClose: () => void
  onCancelled: (day: EditedDay) => void
}

/** Cancels a published day: says who loses what, and asks why. */
export function CancelDaySheet({ day, onClose, onCancelled }: CancelDaySheetProps) {
  return (
    <ReasonSheet
      title="取消这个服务日"
      about={cancelledWords(day.booked)}
      reasons={REASONS}
      maxLength={100}
      action="确定取消并通知"
      onClose={onClose}
      onConfirm={async (reason) => onCancelled(await cancelDay({ serviceDayId: day.id, rev: day.rev, reason }))}
    />
  )
}
