import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `consultation`, one line per action; what an action means stands in its contract. */
export const bookConsultation = (input: InputFor<'consultation.book'>) => call('consultation.book', input)
export const rescheduleConsultation = (input: InputFor<'consultation.reschedule'>) =>
  call('consultation.reschedule', input)
export const cancelConsultation = (input: InputFor<'consultation.cancel'>) => call('consultation.cancel', input)
export const closeConsultation = (input: InputFor<'consultation.close'>) => call('consultation.close', input)
export const reopenConsultation = (input: InputFor<'consultation.reopen'>) => call('consultation.reopen', input)
export const closeUnanswered = (input: InputFor<'consultation.closeUnanswered'>) =>
  call('consultation.closeUnanswered', input)
export const rateConsultation = (input: InputFor<'consultation.rate'>) => call('consultation.rate', input)
export const earlierLines = (input: InputFor<'consultation.lines'>) => call('consultation.lines', input)
export const say = (input: InputFor<'consultation.say'>) => call('consultation.say', input)
export const askForMaterial = (input: InputFor<'consultation.ask'>) => call('consultation.ask', input)
export const markMeeting = (input: InputFor<'consultation.mark'>) => call('consultation.mark', input)
export const conclude = (input: InputFor<'consultation.conclude'>) => call('consultation.conclude', input)
export const planNextStep = (input: InputFor<'consultation.plan'>) => call('consultation.plan', input)
export const answerItem = (input: InputFor<'consultation.answer'>) => call('consultation.answer', input)
export const transferItem = (input: InputFor<'consultation.transfer'>) => call('consultation.transfer', input)
export const withdrawTransfer = (input: InputFor<'consultation.withdrawTransfer'>) =>
  call('consultation.withdrawTransfer', input)
export const answerTransfer = (input: InputFor<'consultation.answerTransfer'>) =>
  call('consultation.answerTransfer', input)
export const revealConsultation = (input: InputFor<'consultation.reveal'>) => call('consultation.reveal', input)
