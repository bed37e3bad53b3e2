import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `guidance`, one line per action; what an action means stands in its contract. */
export const askGuidance = (input: InputFor<'guidance.ask'>) => call('guidance.ask', input)
export const startGuidance = (input: InputFor<'guidance.start'>) => call('guidance.start', input)
export const moveStage = (input: InputFor<'guidance.moveStage'>) => call('guidance.moveStage', input)
export const addItem = (input: InputFor<'guidance.addItem'>) => call('guidance.addItem', input)
export const changeItem = (input: InputFor<'guidance.changeItem'>) => call('guidance.changeItem', input)
export const tickItem = (consultationId: string, itemId: string, done: boolean) =>
  call('guidance.tickItem', { consultationId, itemId, done })
export const removeItem = (consultationId: string, itemId: string) =>
  call('guidance.removeItem', { consultationId, itemId })
export const addFile = (input: InputFor<'guidance.addFile'>) => call('guidance.addFile', input)
export const openFile = (consultationId: string, versionId: string) =>
  call('guidance.openFile', { consultationId, versionId })
export const planMeeting = (input: InputFor<'guidance.planMeeting'>) => call('guidance.planMeeting', input)
export const moveMeeting = (input: InputFor<'guidance.moveMeeting'>) => call('guidance.moveMeeting', input)
export const cancelMeeting = (input: InputFor<'guidance.cancelMeeting'>) => call('guidance.cancelMeeting', input)
export const noteMeeting = (input: InputFor<'guidance.noteMeeting'>) => call('guidance.noteMeeting', input)
export const finishGuidance = (input: InputFor<'guidance.finish'>) => call('guidance.finish', input)
export const revealGuidance = (input: InputFor<'guidance.reveal'>) => call('guidance.reveal', input)
