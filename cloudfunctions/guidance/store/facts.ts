/** What a change of a guidance leaves for others to follow, each kind under its own name. */
import type { MessageKind, MessageParams } from '@/domain/message/rules'
import { topicLabels } from '@/domain/service/labels'
import type { ConsultationDoc } from '../../consultation/public'
import { newFact, type Fact } from '../../kernel/facts'
import type { MeetingDoc } from './guidances'

/** Who is told: everyone who speaks for the enterprise, whoever guides it, or who looks after the team. */
export type Audience = { contactsOf: string } | { member: string } | { keepersOf: string }
type TellingOf<K extends MessageKind> = { to: Audience; consultationId: string; kind: K; params: MessageParams[K] }
type Telling = { [K in MessageKind]: TellingOf<K> }[MessageKind]
export type ToldFact = Fact<'told', Telling>
export interface ReleasedMeeting {
  key: string
  specialistId: string
  enterpriseId: string
  from: Date
}
export type ReleasedFact = Fact<'meetingReleased', ReleasedMeeting>

type Of = Pick<ConsultationDoc, '_id' | 'enterpriseId' | 'enterpriseName' | 'ownerId' | 'topic'>

const told = <K extends MessageKind>(of: Of, to: Audience, kind: K, params: MessageParams[K], at: Date): ToldFact =>
  newFact('told', { to, consultationId: of._id, kind, params } as unknown as Telling, at)

export const tellContacts = <K extends MessageKind>(of: Of, kind: K, params: MessageParams[K], at: Date): ToldFact =>
  told(of, { contactsOf: of.enterpriseId }, kind, params, at)
export const tellOwner = <K extends MessageKind>(of: Of, kind: K, params: MessageParams[K], at: Date): ToldFact =>
  told(of, { member: of.ownerId }, kind, params, at)

export const tellKeepers = <K extends MessageKind>(
  of: Of & Pick<ConsultationDoc, 'teamId'>,
  kind: K,
  params: MessageParams[K],
  at: Date,
): ToldFact => told(of, { keepersOf: of.teamId }, kind, params, at)

export const topicOf = ({ topic }: Pick<Of, 'topic'>) => ({ topic: topicLabels[topic] })
export const aboutOf = (of: Pick<Of, 'topic' | 'enterpriseName'>) => ({
  enterprise: of.enterpriseName,
  ...topicOf(of),
})

/** Under which a meeting's time stands in the day sheets: see `reserveMeeting`. */
export const meetingKey = (consultationId: string, { id, nonce }: Pick<MeetingDoc, 'id' | 'nonce'>): string =>
  `${consultationId}.${id}~${nonce}`
/** The guidance and the meeting that a key is of; null for a key of somebody else's. */
export const partsOfKey = (key: string): { consultationId: string; meetingId: string; nonce: string } | null => {
  const match = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)~([A-Za-z0-9_-]+)$/.exec(key)
  return match ? { consultationId: match[1] ?? '', meetingId: match[2] ?? '', nonce: match[3] ?? '' } : null
}

/** Its time goes back. */
export const released = (of: Pick<Of, '_id' | 'enterpriseId'>, meeting: MeetingDoc, at: Date): ReleasedFact =>
  newFact(
    'meetingReleased',
    {
      key: meetingKey(of._id, meeting),
      specialistId: meeting.specialistId,
      enterpriseId: of.enterpriseId,
      from: meeting.startsAt,
    },
    at,
  )
