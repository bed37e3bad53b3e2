import type { Contracts } from '@/domain/contracts'
import { isDayAhead, MAX_ITEMS, mayTick } from '@/domain/guidance/rules'
import { textCheck } from '../../kernel/content'
import { derivedId } from '../../kernel/secrets'
import type { Handler } from '../../kernel/serve'
import { aboutOf, tellOwner } from '../store/facts'
import type { ItemDoc } from '../store/guidances'
import { sideOf, type Known } from '../store/views'
import { BOTH, mustBeOpen, perform, TEAM } from './perform-change'

type C = Contracts['guidance']

const ID_LENGTH = 16

const itemIn = (known: Known, id: string): ItemDoc | undefined => known.guidance.items.find((item) => item.id === id)
const withItem = ({ guidance }: Known, changed: ItemDoc): { items: ItemDoc[] } => ({
  items: guidance.items.map((item) => (item.id === changed.id ? changed : item)),
})

const mayAgreeOn = (day: string | null, now: Date): boolean => day === null || isDayAhead(day, now)

export const addItem: Handler<C['addItem']> = (call, { consultationId, requestId, title, owner, dueDay }) => {
  const id = derivedId(ID_LENGTH, consultationId, requestId)
  const check = textCheck(call, title)
  return perform(call, consultationId, TEAM, async (known) => {
    const { items } = known.guidance
    if (itemIn(known, id)) return null
    mustBeOpen(call, known)
    if (items.length >= MAX_ITEMS) throw call.refusal('tooManyItems')
    if (!mayAgreeOn(dueDay, call.now)) throw call.refusal('dayPassed')
    await check()
    const fresh = { id, title, owner, dueDay, doneAt: null, doneBy: '', doneByName: '', reminded: false, rev: 1 }
    return { patch: { items: [...items, fresh] }, what: 'itemAdded' }
  })
}

/** Whoever is to do it now, or by another day, is reminded anew. */
const edited = (item: ItemDoc, values: Pick<ItemDoc, 'title' | 'owner' | 'dueDay'>): ItemDoc => ({
  ...item,
  ...values,
  reminded: item.reminded && item.dueDay === values.dueDay && item.owner === values.owner,
  rev: item.rev + 1,
})

export const changeItem: Handler<C['changeItem']> = (call, { consultationId, itemId, rev, title, owner, dueDay }) => {
  const check = textCheck(call, title)
  return perform(call, consultationId, TEAM, async (known) => {
    mustBeOpen(call, known)
    const item = itemIn(known, itemId)
    if (!item) throw call.refusal('itemGone')
    if (item.title === title && item.owner === owner && item.dueDay === dueDay) return null
    // Of two who change one item the second is told; changes of different items both hold.
    if (item.rev !== rev) throw call.refusal('changedMeanwhile')
    if (item.dueDay !== dueDay && !mayAgreeOn(dueDay, call.now)) throw call.refusal('dayPassed')
    await check()
    return { patch: withItem(known, edited(item, { title, owner, dueDay })), what: 'itemChanged' }
  })
}

export const tickItem: Handler<C['tickItem']> = (call, { consultationId, itemId, done }) => {
  const { actor, now } = call
  return perform(call, consultationId, BOTH, (known) => {
    mustBeOpen(call, known)
    const item = itemIn(known, itemId)
    if (!item) throw call.refusal('itemGone')
    const side = sideOf(known.standings) === 'team' ? 'team' : 'enterprise'
    if (!mayTick(side, item.owner)) throw call.refusal('notYours')
    if ((item.doneAt !== null) === done) return null
    const by = done ? { doneBy: actor.memberId, doneByName: actor.name } : { doneBy: '', doneByName: '' }
    const { consultation } = known
    return {
      patch: withItem(known, { ...item, doneAt: done ? now : null, ...by, rev: item.rev + 1 }),
      what: done ? 'itemDone' : 'itemReopened',
      facts:
        side === 'enterprise' && done ? [tellOwner(consultation, 'enterpriseReplied', aboutOf(consultation), now)] : [],
    }
  })
}

export const removeItem: Handler<C['removeItem']> = (call, { consultationId, itemId }) =>
  perform(call, consultationId, TEAM, (known) => {
    if (!itemIn(known, itemId)) return null
    mustBeOpen(call, known)
    return { patch: { items: known.guidance.items.filter(({ id }) => id !== itemId) }, what: 'itemRemoved' }
  })
