import type { OutputFor } from '@/domain/contracts'
import { reasonWords } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import type { Topic } from '@/domain/service/rules'

export type Guide = OutputFor<'guidance.guides'>['items'][number]

/** Why somebody fits, in one line. */
export const whyOf = ({ reasons }: Pick<Guide, 'reasons'>, topic: Topic, now: number): string =>
  reasons.map((reason) => reasonWords(reason, topicLabels[topic], now)).join(' · ')

export const nameOf = ({ name, title }: { name: string; title: string }): string =>
  title === '' ? name : `${name}（${title}）`

export const knowsTopic = ({ reasons }: Pick<Guide, 'reasons'>): boolean =>
  reasons.some(({ kind }) => kind === 'knowsTopic')
