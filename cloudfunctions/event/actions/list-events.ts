import { branchesReached, reaches } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { maySee } from '@/domain/event/rules'
import type { Call, Handler } from '../../kernel/serve'
import { event as contract } from '@/domain/event/contract'
import { eventWithMine, listEvents, listManaged, type EventDoc } from '../store/events'
import { registrationsOf, type RegistrationDoc } from '../store/registrations'
import { cardView, detailView, mineView } from '../store/views'

type C = Contracts['event']

/** Whether the caller runs this event's desk: one rule for every managing action. */
export const manages = (call: Pick<Call<C['get']>, 'actor'>, event: Pick<EventDoc, 'hostBranchIds'>): boolean =>
  reaches(contract.publish.allow, call.actor, { branchIds: event.hostBranchIds })

/** Whether an event exists for the caller: it is for them, or they are in it already, or they run it. */
export const existsFor = (
  call: Pick<Call<C['get']>, 'actor'>,
  event: EventDoc,
  mine: RegistrationDoc | null,
): boolean => manages(call, event) || (event.listed && (mine !== null || maySee(event, call.actor.grants)))

export const list: Handler<C['list']> = async ({ actor, now }, filter) => {
  const { rows, nextCursor } = await listEvents(filter, actor, now)
  return { items: rows.map(cardView), nextCursor }
}

export const get: Handler<C['get']> = async (call, { eventId }) => {
  const found = await eventWithMine(eventId, call.actor.memberId)
  if (!found || !existsFor(call, found.event, found.mine)) throw call.refusal('notFound')
  return detailView(found.event, found.mine, manages(call, found.event))
}

export const mine: Handler<C['mine']> = async ({ actor }, { cursor }) => {
  const { rows, nextCursor } = await registrationsOf(actor.memberId, cursor)
  return { items: rows.map((row) => ({ event: cardView(row.event), mine: mineView(row.mine) })), nextCursor }
}

export const managed: Handler<C['managed']> = async ({ actor, allow, now }, input) => {
  const { rows, nextCursor } = await listManaged({ ...input, branchIds: branchesReached(allow, actor) }, now)
  return { items: rows.map(cardView), nextCursor }
}
