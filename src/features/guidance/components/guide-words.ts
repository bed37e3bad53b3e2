import type { OutputFor } from '@/domain/contracts'
import { reasonWords } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import type { Topic } from '@/domain/service/rules'

export type Guide = OutputFor<'guidance.guides'>['items'][number]

/** Why somebody fits, in one line. @param ours it is the enterprise that reads it */
export const whyOf = (
  { reasons }: Pick<Guide, 'reasons'>,
  { topic, now, ours }: { topic: Topic; now: number; ours: boolean },
): string =>
  reasons.map((reason) => reasonWords(reason, topicLabels[topic], now, ours ? undefined : '这家企业')).join(' · ')

export const nameOf = ({ name, title }: { name: string; title: string }): string =>
  title === '' ? name : `${name}（${title}）`

export const knowsTopic = ({ reasons }: Pick<Guide, 'reasons'>): boolean =>
  reasons.some(({ kind }) => kind === 'knowsTopic')
