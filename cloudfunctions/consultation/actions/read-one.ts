import type { Contracts } from '@/domain/contracts'
import { STANDINGS } from '@/domain/consultation/rules'
import { MINUTE } from '@/domain/time'
import { textCheck } from '../../kernel/content'
import { logRead } from '../../kernel/log'
import { logged } from '../../kernel/logged'
import type { BoundCall, Handler } from '../../kernel/serve'
import { handOverAll } from '../reactions'
import { change } from '../store/consultations'
import { LOOKS, type ConsultationDoc } from '../store/document'
import { contactsIn, requestKey, said, told, topicOf } from '../store/facts'
import { viewOf } from '../store/views'
import { admit } from './perform-change'

type C = Contracts['consultation']

export const get: Handler<C['get']> = async (call, { consultationId }) => {
  const { doc, standings } = await admit(call, consultationId, STANDINGS)
  // What the owner and the enterprise read is their own; a leader looks at what others said.
  if (standings[0] === 'leader') {
    const operation = { what: 'consultation.get', object: doc._id, subjects: [doc.contactId] }
    await logRead(call.actor, call.now, operation)
  }
  return viewOf(doc, call.actor, call.now)
}

/** How long a repeat of a look whose answer was lost still answers all. */
const REPEAT_MS = 10 * MINUTE
const TURNS = 3

export const reveal: Handler<C['reveal']> = async (call, input) => {
  const key = requestKey(input.consultationId, input.requestId)
  const check = textCheck(call, input.reason)
  for (let turn = 0; turn < TURNS; turn++) {
    const { doc } = await admit(call, input.consultationId, ['staff'])
    const earlier = doc.looks.find((look) => look.key === key && look.by === call.actor.memberId)
    if (earlier || doc.requests.includes(key)) {
      const fresh = earlier !== undefined && call.now.getTime() - earlier.at.getTime() <= REPEAT_MS
      return viewOf(doc, call.actor, call.now, fresh)
    }
    await check()
    const looked = await look(call, doc, { reason: input.reason, key })
    if (!looked) continue
    // The enterprise knows of it before the words are seen.
    await handOverAll(looked.facts.slice(doc.facts.length))
    return viewOf(looked, call.actor, call.now, true)
  }
  throw call.refusal('busy')
}

const look = (call: BoundCall<C['reveal']>, doc: ConsultationDoc, { reason, key }: { reason: string; key: string }) => {
  const { now, actor } = call
  const by = { by: actor.memberId, byName: actor.name }
  const facts = [
    said(doc._id, { kind: 'look', side: 'staff', ...by, text: reason }, now, key),
    told(doc, contactsIn(doc), 'staffLooked', { ...topicOf(doc), person: actor.name }, now),
    logged(actor, 'consultation.reveal', doc, [doc.contactId], now),
  ]
  const looks = [...doc.looks, { at: now, ...by, reason, key }].slice(-LOOKS)
  return change(doc, { looks }, { at: now, by: actor.memberId, what: 'looked', request: key, said: 1, facts })
}
