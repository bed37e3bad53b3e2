/** What leaves the server of an event and a registration. The contract strips whatever it does not declare. */

import { temporaryUrls } from '../../file/public'
import type { EventDoc, ListedEvent } from './events'
import type { RegistrationDoc } from './registrations'

export const cardView = (event: ListedEvent) => ({ ...event, id: event._id, placeName: event.place.name })

export const mineView = (mine: RegistrationDoc) => ({
  eventId: mine.eventId,
  state: mine.state,
  signedUpAt: mine.signedUpAt,
  attendedAt: mine.attendedAt,
  attendedBy: mine.attendedBy,
})

/** An event's page: its files as short-lived addresses, which are only made for someone who may see the event. */
export const detailView = async (event: EventDoc, mine: RegistrationDoc | null, manages: boolean) => {
  const urls = await temporaryUrls([...event.pictures, ...event.materials].map(({ fileId }) => fileId))
  const file = ({ fileId, name, size }: EventDoc['pictures'][number]) => ({ name, size, url: urls.get(fileId) ?? '' })
  return {
    ...cardView(event),
    pictures: event.pictures.map(file),
    materials: event.materials.map(file),
    mine: mine && mineView(mine),
    manages,
  }
}
