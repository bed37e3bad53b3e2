/** What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts. */
import { topicLabels } from '@/domain/service/labels'
import { dayKey, sayDay, sayTime } from '@/domain/time'
import { allOf } from './store/people'

export const collect = async (memberId: string, now: Date) => {
  const { profile, away, waiting } = await allOf(memberId)
  const when = (at: Date) => `${sayDay(at, now)} ${sayTime(at)}`
  return {
    title: '链上服务',
    rows: [
      ...(profile
        ? [
            {
              身份: profile.title,
              介绍: profile.intro,
              主题: profile.topics.map((topic) => topicLabels[topic]).join('、'),
            },
          ]
        : []),
      ...away.map(({ from, to, note }) => ({ 请假: `${when(from)}–${when(to)}`, 说明: note })),
      ...waiting.map(({ topic, at }) => ({ 候补主题: topicLabels[topic], 日期: dayKey(at) })),
    ],
  }
}
