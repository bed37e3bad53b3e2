import { ReasonSheet } from '@/features/reason-sheet'
import { recordAttendance } from '../../api'
import type { RosterRow } from './roster-list'

const REASONS = ['手机没电或没带', '没有微信', '扫码失败']

interface RecordSheetProps {
  eventId: string
  row: RosterRow
  onClose: () => void
  onRecorded: (row: RosterRow) => void
}

/** Records by hand that somebody was there (补签), with a reason that stays beside it. */
export function RecordSheet({ eventId, row, onClose, onRecorded }: RecordSheetProps) {
  return (
    <ReasonSheet
      title={`为${row.name}补签`}
      about={`${row.branchName}。请确认本人到场，补签的原因和您的操作会留在记录里，本人也看得到。`}
      reasons={REASONS}
      maxLength={100}
      action="确认到场并补签"
      onClose={onClose}
      onConfirm={async (reason) => onRecorded(await recordAttendance({ eventId, memberId: row.memberId, reason }))}
    />
  )
}
