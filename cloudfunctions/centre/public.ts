/** Reads that a neighbour may use. */
import { atWallClock } from '@/domain/time'
import { membersById, nameIn } from '../member/public'
import { countVisitsOnDay, visitsOnDayPage } from './store/visits'

const noonOf = (day: string): Date => atWallClock(day, '12:00')

/** How many visits there are on a day, cancelled ones too. `day` is `2026-11-21`. */
export const countVisits = (day: string): Promise<number> => countVisitsOnDay(noonOf(day))

/** A part of a day's visits in order of their slots, everybody in it: whoever asks answers for who may see it. */
export const visitsSlice = async (day: string, after: string | null, size: number) => {
  const { rows, nextCursor } = await visitsOnDayPage(noonOf(day), after, size)
  const members = await membersById([...new Set(rows.map(({ memberId }) => memberId))])
  return {
    rows: rows.map((visit) => ({
      ...visit,
      ...nameIn(members, visit.memberId),
      branchId: members.get(visit.memberId)?.branch.id ?? '',
    })),
    nextCursor,
  }
}
