/**
 * What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts.
 * What was asked and said in confidence is open to whoever still stands to it; who left reads that it was, not what it says.
 */
import { consultationStateLabels, lineKindLabels, NOT_YOURS_ANY_MORE } from '@/domain/consultation/labels'
import { seesAll, standingsOf } from '@/domain/consultation/rules'
import { topicLabels } from '@/domain/service/labels'
import { sayDay, sayTime } from '@/domain/time'
import { findActor } from '../kernel/actor'
import { consultations } from './store/consultations'
import type { ConsultationDoc } from './store/document'
import { linesBy } from './store/lines'
import { consultationsById } from './store/lists'
import { confidential } from './store/views'

const MOST = 1000

export const collect = async (memberId: string, now: Date) => {
  const [actor, asked, spoken] = await Promise.all([
    findActor(memberId),
    consultations.list({ where: { contactId: memberId }, order: [['bookedAt', 'desc']], limit: MOST }),
    linesBy(memberId),
  ])
  const about = await consultationsById(spoken.map(({ consultationId }) => consultationId))
  const open = (doc: ConsultationDoc | undefined): doc is ConsultationDoc =>
    actor !== null && doc !== undefined && seesAll(standingsOf(actor, confidential(doc)))
  const when = (at: Date) => `${sayDay(at, now)} ${sayTime(at)}`
  return {
    title: '咨询与留言',
    rows: [
      ...asked.map((doc) => ({
        类别: '咨询',
        企业: doc.enterpriseName,
        主题: topicLabels[doc.topic],
        ...(open(doc) ? { 状态: consultationStateLabels[doc.state] } : {}),
        时间: when(doc.bookedAt),
        内容: open(doc) ? doc.question : NOT_YOURS_ANY_MORE,
      })),
      ...spoken.map(({ kind, at, text, consultationId }) => {
        const doc = about.get(consultationId)
        return {
          类别: lineKindLabels[kind],
          ...(doc ? { 企业: doc.enterpriseName, 主题: topicLabels[doc.topic] } : {}),
          时间: when(at),
          内容: open(doc) || kind === 'look' ? text : NOT_YOURS_ANY_MORE,
        }
      }),
    ],
  }
}
