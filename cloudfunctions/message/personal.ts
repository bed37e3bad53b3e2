/** What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts. */
import { templateLabels, wordsOf } from '@/domain/message/labels'
import { sayDay, sayTime } from '@/domain/time'
import { creditsOf } from './store/credits'
import { allMessagesOf } from './store/messages'

/** Two sections: what they were told, and what they agreed to be sent by WeChat. */
export const collect = async (memberId: string, now: Date) => {
  const when = (at: Date | null) => (at ? `${sayDay(at, now)} ${sayTime(at)}` : '')
  const [told, ledger] = await Promise.all([allMessagesOf(memberId), creditsOf([memberId])])
  return [
    {
      title: '消息',
      rows: told.map((message) => {
        const { title, text } = wordsOf(message, now)
        return { 消息: title, 内容: text, 时间: when(message.at), 读过: when(message.readAt) }
      }),
    },
    {
      title: '微信提醒',
      rows: ledger.map(({ template, accepted, refused, spent, lastAskedAt }) => ({
        提醒: templateLabels[template].title,
        同意: `${accepted} 次`,
        不同意: `${refused} 次`,
        已发送: `${spent} 条`,
        最近询问: when(lastAskedAt),
      })),
    },
  ]
}
