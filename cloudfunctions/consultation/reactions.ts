/** What `consultation` does when a fact arrives, its own or a neighbour's. Each may arrive twice. */
import type { Notice } from '@/domain/message/rules'
import { contactsOf } from '../enterprise/public'
import { followMeeting } from '../enterprise/reactions'
import { holdersOf } from '../kernel/actor'
import { handOver, type Fact, type Reaction } from '../kernel/facts'
import { logChange } from '../kernel/log'
import { tell } from '../message/reactions'
import { releaseSlot } from '../service/public'
import type { Audience, LoggedFact, ReleasedFact, ToldFact } from './store/facts'
import { addLine, type SaidFact } from './store/lines'

const writeLine = async (fact: SaidFact): Promise<void> => {
  await addLine(fact)
}

const membersOf = async (to: Audience): Promise<string[]> => {
  if ('member' in to) return to.member === '' ? [] : [to.member]
  if ('contactsOf' in to)
    return ((await contactsOf([to.contactsOf])).get(to.contactsOf) ?? []).map(({ memberId }) => memberId)
  const holders = await ('leadersOf' in to
    ? holdersOf('teamLeader', { scope: 'team', scopeId: to.leadersOf })
    : holdersOf('staff'))
  return holders.map(({ memberId }) => memberId)
}

/** Tells whoever is concerned at this moment; each of them once. */
const tellThem = async ({ id, at, data }: ToldFact): Promise<void> => {
  const { to, consultationId, kind, params } = data
  const about = { page: 'contactsOf' in to ? 'consultation' : 'workItem', id: consultationId } as const
  const members = [...new Set(await membersOf(to))]
  await tell(members.map((member) => ({ key: `${id}:${member}`, to: member, kind, params, about, at }) as Notice))
}

/** A slot goes back; the time at which it does decides whether anybody can still be offered it. */
const giveBack = ({ data }: ReleasedFact): Promise<void> =>
  releaseSlot(data.slotId, data.consultationId, new Date(), data.holdId)

const writeLog = ({ id, at, data: { by, ...operation } }: LoggedFact): Promise<void> => logChange(by, at, operation, id)

const reactions: Record<string, readonly unknown[]> = {
  said: [writeLine],
  told: [tellThem],
  slotReleased: [giveBack],
  met: [followMeeting],
  logged: [writeLog],
}
export const reactionsTo = (kind: string) => (reactions[kind] ?? []) as readonly Reaction<Fact>[]

/** First hand-over of all that a change left behind, at once. */
export const handOverAll = async (facts: readonly Fact[]): Promise<void> => {
  await Promise.all(facts.map((fact) => handOver(fact, reactionsTo(fact.kind))))
}
