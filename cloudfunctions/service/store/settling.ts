/** What is left of calls that died between taking somebody's time and writing what it was taken for. */
import { _ } from '../../kernel/db'
import { findDays } from './days'
import { dropInterval, settleInterval, sheetsToSettle, type DaySheetDoc } from './sheets'
import { serviceSlots, type SlotDoc } from './slots'

interface Noted {
  sheet: DaySheetDoc
  key: string
  /** The slot or the day that the time was taken for. */
  id: string
  /** The hold, or the day's edition. */
  under: string
}

const notesOf = async (kind: 'slot' | 'day', cutoff: Date): Promise<Noted[]> =>
  (await sheetsToSettle('pending', cutoff)).flatMap((sheet) =>
    sheet.pending
      .filter(({ key, at }) => at < cutoff && key.startsWith(`${kind}~`))
      .map(({ key }) => {
        const [, id = '', under = ''] = key.split('~')
        return { sheet, key, id, under }
      }),
  )

const settle = async (notes: readonly Noted[], stands: (note: Noted) => boolean): Promise<void> => {
  for (const note of notes) {
    if (stands(note)) await settleInterval(note.sheet._id, note.key)
    else await dropInterval(note.sheet._id, note.key)
  }
}

/** Time that an enterprise took for a slot: it stands while the slot is theirs under that very hold. */
export const settleHolds = async (cutoff: Date): Promise<void> => {
  const notes = await notesOf('slot', cutoff)
  if (notes.length === 0) return
  const ids = [...new Set(notes.map(({ id }) => id))]
  const slots: SlotDoc[] = await serviceSlots.list({ where: { _id: _.in(ids) }, limit: ids.length })
  const holds = new Set(slots.map(({ _id, holdId, enterpriseId }) => `${_id}~${holdId}~${enterpriseId}`))
  await settle(notes, ({ sheet, id, under }) => holds.has(`${id}~${under}~${sheet.ownerId}`))
}

/** Time that a specialist's was taken for a day: it stands while the day is published as of that very edition. */
export const settleSeats = async (cutoff: Date): Promise<void> => {
  const notes = await notesOf('day', cutoff)
  if (notes.length === 0) return
  const days = await findDays(notes.map(({ id }) => id))
  const editions = new Set(
    days.filter(({ state }) => state === 'published').map(({ _id, edition }) => `${_id}~${edition}`),
  )
  await settle(notes, ({ id, under }) => editions.has(`${id}~${under}`))
}
