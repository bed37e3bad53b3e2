import { sayDay } from '@/domain/time'
import { Notice } from '@/ui/notice'
import type { ConsultationView } from '../../talk/talk-model'

const endWords = (lapsesAt: number | null, now: number): string => {
  if (lapsesAt === null) return ''
  return now < lapsesAt
    ? `${sayDay(lapsesAt, now)}起还可以按“未反馈”办结。`
    : '也可以按“未反馈”办结，办结后企业还可以重新打开。'
}

/** What can be done for an item that its enterprise does not answer, to whoever works on it. */
export function SilenceNotice({ view: { outline, side, now } }: { view: ConsultationView }) {
  const { waiting } = outline
  const works = side === 'owner' || side === 'leader'
  if (!works || (waiting?.level !== 'silent' && waiting?.level !== 'lapsed')) return null
  return (
    <Notice tone="wait" title="提醒两次，企业仍没有答复">
      {`请打电话问一问，把情况写进留言。${endWords(waiting.lapsesAt, now)}`}
    </Notice>
  )
}
