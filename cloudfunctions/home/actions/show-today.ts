import { branchesReached } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { member } from '@/domain/member/contract'
import type { HomeTodo } from '@/domain/home/rules'
import { comingEvents, nextEventOf } from '../../event/public'
import type { Actor } from '../../kernel/actor'
import type { Handler } from '../../kernel/serve'
import { countUnconfirmed } from '../../member/public'

const UPCOMING = 5

/** What waits for the person: for those who confirm bindings how many do, for the others their own. */
const todosOf = async (actor: Actor): Promise<{ kind: HomeTodo; count: number }[]> => {
  const own: { kind: HomeTodo; count: number }[] = []
  if (actor.state === 'unconfirmed') own.push({ kind: 'confirmationPending', count: 1 })
  if (actor.state === 'declined') own.push({ kind: 'bindingDeclined', count: 1 })
  const reached = branchesReached(member.confirm.allow, actor)
  const waiting = reached === 'all' || reached.length > 0 ? await countUnconfirmed(reached) : 0
  return waiting > 0 ? [{ kind: 'bindingsToConfirm', count: waiting }, ...own] : own
}

export const today: Handler<Contracts['home']['today']> = async ({ actor, now }) => {
  const [next, todos, upcoming] = await Promise.all([
    actor.memberId ? nextEventOf(actor.memberId, now) : null,
    todosOf(actor),
    comingEvents(actor, now, UPCOMING),
  ])
  return { now, name: actor.memberId ? actor.name : null, next, todos, upcoming }
}
