/** A line of the operation log that is written with the change itself: a fact, so that no crash leaves the change unlogged. */
import { newFact, type Fact } from './facts'
import { logChange, type Who } from './log'

/** Its key is the fact's id. */
export type LoggedFact = Fact<'logged', { by: Who; what: string; object: string; subjects: string[] }>

/** @param subjects member ids of whose data was read or changed */
export const logged = (by: Who, what: string, { _id }: { _id: string }, subjects: string[], at: Date): LoggedFact =>
  newFact('logged', { by: { memberId: by.memberId, name: by.name }, what, object: _id, subjects }, at)

/** Writes it, once however often it arrives. */
export const writeLogged = ({ id, at, data: { by, ...operation } }: LoggedFact): Promise<void> =>
  logChange(by, at, operation, id)
