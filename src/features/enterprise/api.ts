import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `enterprise`, one line per action; what an action means stands in its contract. */
export const joinEnterprise = (enterpriseId: string, position: string) =>
  call('enterprise.join', { enterpriseId, position })
export const leaveEnterprise = (enterpriseId: string, successor?: string) =>
  call('enterprise.leave', { enterpriseId, ...(successor !== undefined && { successor }) })
export const confirmContact = (enterpriseId: string, memberId: string) =>
  call('enterprise.confirmContact', { enterpriseId, memberId })
export const declineContact = (input: InputFor<'enterprise.declineContact'>) => call('enterprise.declineContact', input)
export const removeContact = (input: InputFor<'enterprise.removeContact'>) => call('enterprise.removeContact', input)
export const addEnterprise = (input: InputFor<'enterprise.add'>) => call('enterprise.add', input)
export const changeEnterprise = (input: InputFor<'enterprise.change'>) => call('enterprise.change', input)
export const planVisit = (input: InputFor<'enterprise.planVisit'>) => call('enterprise.planVisit', input)
export const writeUp = (input: InputFor<'enterprise.writeUp'>) => call('enterprise.writeUp', input)
export const correctVisit = (input: InputFor<'enterprise.correctVisit'>) => call('enterprise.correctVisit', input)
export const cancelVisit = (outreachId: string) => call('enterprise.cancelVisit', { outreachId })
