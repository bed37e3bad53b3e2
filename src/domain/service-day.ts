/** What of the service team, its days and slots travels to a phone: shared by the contexts that show them. */
import * as v from 'valibot'
import { instantOut } from './kit'
import { DAY_STATES, TOPICS } from './service/rules'

export const topic = v.picklist(TOPICS)

export const placeOut = v.object({
  name: v.string(),
  address: v.string(),
  latitude: v.nullable(v.number()),
  longitude: v.nullable(v.number()),
})
/** A specialist as everybody may see them. */
export const specialistCard = v.object({
  id: v.string(),
  name: v.string(),
  /** Such as `税务志愿者`. */
  title: v.string(),
  intro: v.string(),
  topics: v.array(topic),
})

/** A service day in a list. */
export const serviceDayCard = v.object({
  id: v.string(),
  title: v.string(),
  /** What the team is called; empty while it has no name. */
  teamName: v.string(),
  state: v.picklist(DAY_STATES),
  day: v.string(),
  startsAt: instantOut,
  endsAt: instantOut,
  place: placeOut,
  topics: v.array(topic),
  people: v.array(v.object({ id: v.string(), name: v.string(), title: v.string() })),
  /** Slots that can be booked at this moment, of all. */
  free: v.number(),
  slots: v.number(),
  cancelReason: v.string(),
  movedAt: v.nullable(instantOut),
})

/** A slot as everybody sees it: never whose it is. `mine`: of an enterprise that the caller speaks for. */
export const slotOut = v.object({
  id: v.string(),
  specialistId: v.string(),
  startsAt: instantOut,
  endsAt: instantOut,
  is: v.picklist(['free', 'taken', 'mine', 'past']),
})

/** A slot that is kept for the caller. */
export const heldSlot = v.object({
  id: v.string(),
  dayId: v.string(),
  startsAt: instantOut,
  endsAt: instantOut,
  placeName: v.string(),
  specialist: v.object({ id: v.string(), name: v.string(), title: v.string() }),
  until: instantOut,
  /** The server's clock, so that the count-down on a wrong phone is right. */
  now: instantOut,
})

/** An enterprise's place on a topic's waiting list. */
export const waitOut = v.object({
  enterpriseId: v.string(),
  topic,
  since: instantOut,
  /** A slot that is kept for the enterprise until then. */
  offer: v.nullable(v.object({ slotId: v.string(), startsAt: instantOut, until: instantOut })),
})
