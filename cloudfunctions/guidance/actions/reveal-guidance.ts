import type { Contracts } from '@/domain/contracts'
import { MINUTE } from '@/domain/time'
import { temporaryUrls } from '../../file/public'
import { textCheck } from '../../kernel/content'
import { logged } from '../../kernel/logged'
import { derivedId } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import { handOverAll } from '../reactions'
import { tellContacts, topicOf } from '../store/facts'
import { change, type GuidanceDoc } from '../store/guidances'
import { viewOf, type Known } from '../store/views'
import { admit, BOTH } from './perform-change'

type C = Contracts['guidance']

const KEY_LENGTH = 26
const LOOKS = 50
const TURNS = 4
/** How long a look lasts: a repeat whose answer was lost answers all, and the files can be opened. */
const LOOK_MS = 10 * MINUTE

const isFresh = ({ at }: GuidanceDoc['looks'][number], now: Date): boolean => now.getTime() - at.getTime() <= LOOK_MS

export const reveal: Handler<C['reveal']> = async (call, { consultationId, requestId, reason }) => {
  const { actor, now } = call
  const key = derivedId(KEY_LENGTH, consultationId, actor.memberId, requestId)
  const check = textCheck(call, reason)
  for (let turn = 0; turn < TURNS; turn++) {
    const known = await admit(call, consultationId, ['staff'])
    const earlier = known.guidance.looks.find((look) => look.key === key)
    if (earlier) return viewOf(known, now, isFresh(earlier, now))
    await check()
    const looked = await look(call, known, { reason, key })
    if (!looked) continue
    // The enterprise knows of it before the words are seen.
    await handOverAll(looked.facts)
    return viewOf({ ...known, guidance: looked.guidance }, now, true)
  }
  throw call.refusal('busy')
}

const look = (
  { actor, now }: BoundCall<C['reveal']>,
  { guidance, consultation }: Known,
  { reason, key }: { reason: string; key: string },
) => {
  const facts = [
    tellContacts(consultation, 'staffLooked', { ...topicOf(consultation), person: actor.name }, now),
    logged(actor, 'guidance.reveal', consultation, [consultation.contactId].filter(Boolean), now),
  ]
  const fresh = { at: now, by: actor.memberId, byName: actor.name, reason, key }
  const looks = [...guidance.looks, fresh].slice(-LOOKS)
  return change(guidance, { looks }, { at: now, by: actor.memberId, what: 'looked', facts })
}

export const openFile: Handler<C['openFile']> = async (call, { consultationId, versionId }) => {
  const { guidance, standings } = await admit(call, consultationId, [...BOTH, 'staff'])
  const looks = guidance.looks.filter(({ by }) => by === call.actor.memberId)
  const close = standings.some((one) => BOTH.includes(one))
  if (!close && !looks.some((one) => isFresh(one, call.now))) throw call.refusal('revealFirst')
  const version = guidance.files.flatMap(({ versions }) => versions).find(({ id }) => id === versionId)
  if (!version) throw call.refusal('notFound')
  const url = (await temporaryUrls([version.fileId])).get(version.fileId)
  if (!url) throw call.refusal('notFound')
  return { name: version.name, url }
}
