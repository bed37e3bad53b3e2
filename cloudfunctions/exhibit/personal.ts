/** What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts. */
import { sayDay } from '@/domain/time'
import { allMarks } from './store/marks'
import { onShow } from './store/on-show'

const AT_ONCE = 500

export const collect = async (memberId: string, now: Date) => {
  const marks = await allMarks(memberId)
  const titles = new Map<string, string>()
  for (let at = 0; at < marks.length; at += AT_ONCE) {
    const ids = marks.slice(at, at + AT_ONCE).map(({ exhibitId }) => exhibitId)
    for (const { _id, card } of await onShow(ids)) titles.set(_id, card?.title ?? '')
  }
  const when = (date: Date | null) => (date ? sayDay(date, now) : '')
  return {
    title: '展馆收藏与足迹',
    rows: marks.map(({ exhibitId, favouriteAt, seenAt }) => ({
      展项: titles.get(exhibitId) ?? '已撤下的展项',
      收藏: when(favouriteAt),
      看过: when(seenAt),
    })),
  }
}
