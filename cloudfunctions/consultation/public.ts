/** Reads that a neighbour may use. */
import { countBookings, countedBookings } from './store/figures'
import { outlineOf } from './store/views'

/** Bookings added up for figures: see `FigureRow`. One round trip. */
export const figureRows = countBookings

/** The outlines of what a figure counts, and whom they are about. One round trip. */
export const figureRecords = async (
  counted: Parameters<typeof countedBookings>[0],
  cursor: string | null,
  now: Date,
) => {
  const { rows, nextCursor } = await countedBookings(counted, cursor)
  const subjects = [...new Set(rows.flatMap(({ ownerId, contactId }) => [ownerId, contactId]))].filter(Boolean)
  return { items: rows.map((row) => outlineOf(row, now)), nextCursor, subjects }
}
