/** What people were told: valid by default, overrides last. */
import { subjectOf, type Notice } from '@/domain/message/rules'
import { notAtNight } from '@/domain/working-time'
import type { CreditDoc } from '../../cloudfunctions/message/store/credits'
import type { MessageDoc } from '../../cloudfunctions/message/store/messages'

/** Something to tell: an answer to a consultation. */
export const buildNotice = (to: string, at: Date, overrides: Partial<Notice> = {}): Notice =>
  ({
    key: `fact-${at.getTime()}:${to}`,
    to,
    kind: 'answerWritten',
    params: { topic: '税务', person: '演示专员' },
    about: { page: 'consultation', id: 'consultation-01' },
    at,
    ...overrides,
  }) as Notice

/** As it stands in the inbox; no phone has rung. */
export const buildMessage = (notice: Notice, overrides: Partial<MessageDoc> = {}): MessageDoc => {
  const { key, to, kind, params, about, at } = notice
  return {
    ...{ _id: key, to, kind, params: { ...params }, about, at, subject: subjectOf(notice) },
    ...{ readAt: null, shown: true, ring: { state: 'waiting', due: notAtNight(at), sentAt: null } },
    ...overrides,
  }
}

/** A person who agreed to be sent messages by one template. */
export const buildCredit = (
  memberId: string,
  template: CreditDoc['template'],
  at: Date,
  overrides: Partial<CreditDoc> = {},
): CreditDoc => ({
  ...{ _id: `${memberId}:${template}`, memberId, template, credits: 1, accepted: 1, refused: 0, spent: 0 },
  ...{ lastAskedAt: at, refusedAt: null, requests: [], movedTo: null, mergedFrom: [] },
  ...overrides,
})
