/** What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts. */
import { visitStateLabels } from '@/domain/centre/labels'
import { sayDay, sayTime } from '@/domain/time'
import { allVisitsOf } from './store/visits'

export const collect = async (memberId: string, now: Date) => {
  const when = (at: Date | null) => (at ? `${sayDay(at, now)} ${sayTime(at)}` : '')
  return {
    title: '参观预约与到访',
    rows: (await allVisitsOf(memberId)).map((visit) => ({
      时段: `${when(visit.startsAt)}–${sayTime(visit.endsAt)}`,
      人数: String(visit.size),
      讲解: visit.guide ? '需要' : '不需要',
      团体: visit.groupName,
      预约: visitStateLabels[visit.state],
      预约时间: when(visit.bookedAt),
      到访时间: when(visit.arrivedAt),
    })),
  }
}
