/** Reads that a neighbour may use. */
import { consultations } from './store/consultations'
import type { ConsultationDoc } from './store/document'
import { countBookings, countedBookings } from './store/figures'
import { outlineOf } from './store/views'

export type { ConsultationDoc }
export type { ClockChange, Finish, Opening } from './store/one-to-one'
export { listOneToOne } from './store/one-to-one'
export { askedOf, consultationsById, lastMeetings, loadsOf } from './store/lists'
export { countLate, openOfEnterprises, openOfOwner } from './store/open-items'
/** What sheets are made of, one round trip each. Whoever asks answers for who may see it. */
export {
  bookedPart as bookedSlice,
  countBookedIn as countBooked,
  countOfDay as countDay,
  dayPart as daySlice,
} from './store/sheets'
export { outlineOf, standingsIn } from './store/views'

/** One consultation; who may see what of it is for the caller to decide by `standingsIn`. One round trip. */
export const consultationFor = (id: string): Promise<ConsultationDoc | null> => consultations.get(id)

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
