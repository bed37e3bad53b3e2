import { meetingWayLabels } from '@/domain/enterprise/labels'
import type { MeetingWay } from '@/domain/enterprise/rules'
import { sayDay } from '@/domain/time'

/** When an enterprise was met last, and how. */
export const metWords = (
  { lastMetAt, lastMetHow }: { lastMetAt: number | null; lastMetHow: MeetingWay | null },
  now: number,
): string => {
  if (lastMetAt === null) return '还没有见过面'
  return `上次见面：${sayDay(lastMetAt, now)}${lastMetHow ? `（${meetingWayLabels[lastMetHow]}）` : ''}`
}
