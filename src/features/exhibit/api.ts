import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `exhibit`, one line per action; what an action means stands in its contract. */
export const keepMarks = (marks: InputFor<'exhibit.keep'>['marks']) => call('exhibit.keep', { marks })
export const forgetSeen = () => call('exhibit.forgetSeen', {})
