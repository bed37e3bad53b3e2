/** What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts. */
import { consultationStateLabels, lineKindLabels } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import { sayDay, sayTime } from '@/domain/time'
import { consultations } from './store/consultations'
import { linesBy } from './store/lines'

const MOST = 1000

export const collect = async (memberId: string, now: Date) => {
  const [asked, spoken] = await Promise.all([
    consultations.list({ where: { contactId: memberId }, order: [['bookedAt', 'desc']], limit: MOST }),
    linesBy(memberId),
  ])
  const when = (at: Date) => `${sayDay(at, now)} ${sayTime(at)}`
  return {
    title: '咨询与留言',
    rows: [
      ...asked.map((doc) => ({
        类别: '咨询',
        企业: doc.enterpriseName,
        主题: topicLabels[doc.topic],
        状态: consultationStateLabels[doc.state],
        时间: when(doc.bookedAt),
        内容: doc.question,
      })),
      ...spoken.map(({ kind, at, text }) => ({ 类别: lineKindLabels[kind], 时间: when(at), 内容: text })),
    ],
  }
}
