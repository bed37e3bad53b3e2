import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `centre`, one line per action; what an action means stands in its contract. */
export const bookVisit = (input: InputFor<'centre.book'>) => call('centre.book', input)
export const cancelVisit = (visitId: string) => call('centre.cancelVisit', { visitId })
export const arrive = (input: InputFor<'centre.arrive'>) => call('centre.arrive', input)
export const readDoor = () => call('centre.door', {})
export const recordArrival = (visitId: string, reason: string) => call('centre.recordArrival', { visitId, reason })
export const closeSlot = (slotId: string, reason: string) => call('centre.closeSlot', { slotId, reason })
export const readToEdit = () => call('centre.edit', {})
export const changeCentre = (input: InputFor<'centre.change'>) => call('centre.change', input)
