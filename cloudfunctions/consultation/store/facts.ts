/** What a change of a consultation leaves for others to follow, each kind under its own name. */
import type { LineKind, Side } from '@/domain/consultation/rules'
import { topicLabels } from '@/domain/service/labels'
import type { MessageKind, MessageParams } from '@/domain/message/rules'
import { newFact, type Fact } from '../../kernel/facts'
import { derivedId } from '../../kernel/secrets'
import type { ConsultationDoc, StoredFile } from './document'
import type { SaidFact } from './lines'

/**
 * Who is told: everyone who speaks for the enterprise, one of them, the team's leaders with one of the team or without,
 * all staff, or one of the team.
 */
export type Audience =
  | { contactsOf: string }
  | { contact: string }
  | { leadersOf: string; and?: string }
  | { staff: true }
  | { member: string }
/** What is told about a consultation; where it leads follows from who reads it. */
export type TellingOf<K extends MessageKind> = {
  to: Audience
  consultationId: string
  kind: K
  params: MessageParams[K]
}
type Telling = { [K in MessageKind]: TellingOf<K> }[MessageKind]
export type ToldFact = Fact<'told', Telling>
export type ReleasedFact = Fact<'slotReleased', { slotId: string; holdId: string | null; consultationId: string }>
export type MetFact = Fact<'met', { enterpriseId: string; at: Date; how: 'serviceDay' | 'guidance' }>

const KEY_LENGTH = 26

/** The key under which a request is known: a repeat of it finds its own trace. */
export const requestKey = (consultationId: string, requestId: string): string =>
  derivedId(KEY_LENGTH, consultationId, requestId)

export interface Saying {
  kind: LineKind
  side: Side
  by: string
  byName: string
  text: string
  files?: readonly StoredFile[]
}

/** @param key of the request, or new for what has a natural key */
export const said = (consultationId: string, { files = [], ...saying }: Saying, at: Date, key?: string): SaidFact => {
  const fact = newFact('said', { consultationId, ...saying, files: [...files] }, at)
  return key === undefined ? fact : { ...fact, id: key }
}

export const told = <K extends MessageKind>(
  { _id }: Pick<ConsultationDoc, '_id'>,
  to: Audience,
  kind: K,
  params: MessageParams[K],
  at: Date,
): ToldFact => newFact('told', { to, consultationId: _id, kind, params } as unknown as Telling, at)

/** Its slot goes back; none when it has none. */
export const released = ({ _id, slotId, holdId }: ConsultationDoc, at: Date): ReleasedFact[] =>
  slotId === null ? [] : [newFact('slotReleased', { slotId, holdId, consultationId: _id }, at)]

export const met = ({ enterpriseId, mode }: ConsultationDoc, at: Date): MetFact =>
  newFact('met', { enterpriseId, at, how: mode === 'slot' ? 'serviceDay' : 'guidance' }, at)

/** What nearly every message says of a consultation. */
export const topicOf = ({ topic }: Pick<ConsultationDoc, 'topic'>) => ({ topic: topicLabels[topic] })
export const aboutOf = (doc: Pick<ConsultationDoc, 'topic' | 'enterpriseName'>) => ({
  enterprise: doc.enterpriseName,
  ...topicOf(doc),
})
export const contactsIn = ({ enterpriseId }: Pick<ConsultationDoc, 'enterpriseId'>): Audience => ({
  contactsOf: enterpriseId,
})
export const leadersIn = ({ teamId }: Pick<ConsultationDoc, 'teamId'>): Audience => ({ leadersOf: teamId })
/** Who is responsible and the team's leaders, whoever is both told once. */
export const teamIn = ({ teamId, ownerId }: Pick<ConsultationDoc, 'teamId' | 'ownerId'>): Audience => ({
  leadersOf: teamId,
  and: ownerId,
})
export const ownerIn = ({ ownerId }: Pick<ConsultationDoc, 'ownerId'>): Audience => ({ member: ownerId })
