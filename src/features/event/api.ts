import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `event`, one line per action; what an action means stands in its contract. */
export const createEvent = (input: InputFor<'event.create'>) => call('event.create', input)
export const changeEvent = (input: InputFor<'event.change'>) => call('event.change', input)
export const publishEvent = (input: InputFor<'event.publish'>) => call('event.publish', input)
export const cancelEvent = (input: InputFor<'event.cancel'>) => call('event.cancel', input)
export const copyEvent = (input: InputFor<'event.copy'>) => call('event.copy', input)
export const getEvent = (eventId: string) => call('event.get', { eventId })
export const readDesk = (eventId: string) => call('event.desk', { eventId })
export const readRoster = (input: InputFor<'event.roster'>) => call('event.roster', input)
export const recordAttendance = (input: InputFor<'event.recordAttendance'>) => call('event.recordAttendance', input)
export const signUp = (eventId: string) => call('event.signUp', { eventId })
export const cancelSignUp = (eventId: string) => call('event.cancelSignUp', { eventId })
export const checkIn = (input: InputFor<'event.checkIn'>) => call('event.checkIn', input)
