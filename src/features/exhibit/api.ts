import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `exhibit`, one line per action; what an action means stands in its contract. */
export const keepMarks = (marks: InputFor<'exhibit.keep'>['marks']) => call('exhibit.keep', { marks })
export const forgetSeen = () => call('exhibit.forgetSeen', {})
export const readExhibit = (exhibitId: string) => call('exhibit.edit', { exhibitId })
export const createExhibit = (input: InputFor<'exhibit.create'>) => call('exhibit.create', input)
export const saveExhibit = (input: InputFor<'exhibit.save'>) => call('exhibit.save', input)
export const publishExhibit = (input: InputFor<'exhibit.publish'>) => call('exhibit.publish', input)
export const unscheduleExhibit = (input: InputFor<'exhibit.unschedule'>) => call('exhibit.unschedule', input)
export const withdrawExhibit = (input: InputFor<'exhibit.withdraw'>) => call('exhibit.withdraw', input)
export const restoreExhibit = (input: InputFor<'exhibit.restore'>) => call('exhibit.restore', input)
export const discardExhibit = (input: InputFor<'exhibit.discard'>) => call('exhibit.discard', input)
export const orderExhibits = (input: InputFor<'exhibit.order'>) => call('exhibit.order', input)
export const makeWallCodes = (input: InputFor<'document.wallCodes'>) => call('document.wallCodes', input)
