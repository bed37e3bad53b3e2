import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `service`, one line per action; what an action means stands in its contract. */
export const joinWait = (input: InputFor<'service.wait'>) => call('service.wait', input)
export const leaveWait = (input: InputFor<'service.unwait'>) => call('service.unwait', input)

// ── the team's desk ─────────────────────────────────────────────────────────────────────────────
export const readDayToEdit = (serviceDayId: string) => call('service.edit', { serviceDayId })
export const saveDay = (input: InputFor<'service.save'>) => call('service.save', input)
export const publishDay = (input: InputFor<'service.publish'>) => call('service.publish', input)
export const moveDay = (input: InputFor<'service.move'>) => call('service.move', input)
export const cancelDay = (input: InputFor<'service.cancelDay'>) => call('service.cancelDay', input)
export const discardDay = (input: InputFor<'service.discard'>) => call('service.discard', input)
export const saveSpecialist = (input: InputFor<'service.saveSpecialist'>) => call('service.saveSpecialist', input)
export const nameTeam = (input: InputFor<'service.nameTeam'>) => call('service.nameTeam', input)
export const addAbsence = (input: InputFor<'service.addAbsence'>) => call('service.addAbsence', input)
export const removeAbsence = (absenceId: string) => call('service.removeAbsence', { absenceId })
