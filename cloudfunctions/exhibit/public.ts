/** Reads that a neighbour may use. */
import { isNumber, type HallId } from '@/domain/exhibit/rules'
import { displaysForDesk } from './store/desk-lists'
import { hallsOnShow } from './store/on-show'
import { shownCard, urlsOf } from './store/views'

/** The cards of the halls on show, by number: one round trip. */
export const hallCards = async () => {
  const rows = await hallsOnShow()
  const urls = await urlsOf(rows.map(({ card }) => card))
  return rows.map((row) => shownCard(row, urls))
}

/** What stands on the wall codes of a hall's exhibits, or of all: numbers and titles, drafts included, by number. */
export const wallCodeLines = async (hallId?: HallId | null) => {
  const [halls, displays] = await Promise.all([hallsOnShow(), displaysForDesk()])
  const titles = new Map(halls.map(({ _id, card }) => [_id, card?.title ?? '']))
  return displays
    .map(({ deskCard }) => deskCard)
    .filter((card) => isNumber(card.number) && (!hallId || card.hallId === hallId))
    .map(({ number, title, hallId: own }) => ({ number, title, hallTitle: titles.get(own ?? '') ?? '' }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
}
