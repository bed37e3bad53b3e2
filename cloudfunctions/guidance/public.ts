/** Reads that a neighbour may use. */
import { findGuidances } from './store/guidances'
import { nextMeeting } from './store/views'

/** When and where each of these consultations, as far as it is a guidance, meets next. One round trip; none for none. */
export const nextMeetingsOf = async (consultationIds: readonly string[], now: Date) => {
  const guidances = await findGuidances(consultationIds)
  return new Map(
    [...guidances].flatMap(([id, guidance]) => {
      const next = nextMeeting(guidance, now)
      return next ? [[id, next] as const] : []
    }),
  )
}
