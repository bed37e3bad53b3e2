/** What visitors left behind: how often things were opened, and what one member keeps. Counts are made up by a fixed rule. */
import { DAY, HOUR, monthKey } from '@/domain/time'
import type { ExhibitDoc } from '../../../cloudfunctions/exhibit/store/exhibits'
import type { MarkDoc } from '../../../cloudfunctions/exhibit/store/marks'
import type { OpeningsDoc } from '../../../cloudfunctions/exhibit/store/openings'

const MONTHS = 12
const MONTH = 30.4 * DAY

/** Of a whole month; halls are opened more often than exhibits, and a few exhibits much more than others. */
const monthly = (kind: ExhibitDoc['kind'], at: number, monthsAgo: number): number => {
  const base = kind === 'hall' ? 140 : kind === 'story' ? 60 : 34
  return base + ((at * 37) % 41) + ((at + monthsAgo) % 5) * 6 - monthsAgo * 2
}

const openingsOf = ({ _id, kind, shownAt }: ExhibitDoc, at: number, now: Date): OpeningsDoc => {
  const shown = Array.from({ length: MONTHS }, (_, monthsAgo) => monthsAgo).filter(
    (monthsAgo) => shownAt !== null && now.getTime() - monthsAgo * MONTH > shownAt.getTime(),
  )
  const months = Object.fromEntries(
    shown.map((monthsAgo) => [monthKey(new Date(now.getTime() - monthsAgo * MONTH)), monthly(kind, at, monthsAgo)]),
  )
  return { _id, months, total: Object.values(months).reduce((sum, count) => sum + count, 0) }
}

export const openings = (all: ExhibitDoc[], now: Date): OpeningsDoc[] =>
  all.filter(({ kind, listed }) => listed && kind !== 'milestone').map((exhibit, at) => openingsOf(exhibit, at, now))

const KEPT = ['exhibit-101', 'story-05', 'exhibit-303', 'exhibit-801']
const SEEN = ['h1', 'exhibit-101', 'exhibit-102', 'h3', 'exhibit-301', 'exhibit-303', 'h8', 'exhibit-801', 'story-05']

/** Favourites of a member and where they have been, over the last week. */
export const marksOf = (memberId: string, now: Date): MarkDoc[] =>
  SEEN.map((exhibitId, at) => {
    const seenAt = new Date(now.getTime() - 6 * DAY + at * 14 * HOUR)
    return {
      _id: `${memberId}:${exhibitId}`,
      memberId,
      exhibitId,
      favouriteAt: KEPT.includes(exhibitId) ? seenAt : null,
      seenAt,
    }
  })
