/** Something to be put into the phone's own calendar; instants in milliseconds. */
export interface CalendarEntry {
  /** Names the entry, so that adding it twice leaves one where the calendar can tell. */
  id: string
  title: string
  startsAt: number
  endsAt: number
  place: string
  notes: string
}

/** How long before it begins the phone reminds. */
export const REMIND_BEFORE_S = 3600
