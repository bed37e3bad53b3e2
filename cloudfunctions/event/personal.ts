/** What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts. */
import { eventKindLabels, registrationStateLabels } from '@/domain/event/labels'
import { sayDay, sayTime } from '@/domain/time'
import { registrationsOf } from './store/registrations'

const PAGES = 50

export const collect = async (memberId: string, now: Date) => {
  const rows = []
  let cursor: string | null = null
  for (let page = 0; page < PAGES; page++) {
    const read = await registrationsOf(memberId, cursor)
    rows.push(...read.rows)
    cursor = read.nextCursor
    if (!cursor) break
  }
  const when = (at: Date | null) => (at ? `${sayDay(at, now)} ${sayTime(at)}` : '')
  return {
    title: '活动报名与签到',
    rows: rows.map(({ event, mine }) => ({
      活动: event.title,
      类别: eventKindLabels[event.kind],
      时间: when(event.startsAt),
      报名: registrationStateLabels[mine.state],
      报名时间: when(mine.signedUpAt),
      签到时间: when(mine.attendedAt),
    })),
  }
}
