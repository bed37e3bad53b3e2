import type { OutputFor } from '@/domain/contracts'
import { reasonWords } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import type { Topic } from '@/domain/service/rules'
import { dayKey } from '@/domain/time'

export type Suggestion = OutputFor<'consultation.offer'>['items'][number]
export type OfferedSlot = Suggestion['slots'][number]

interface Reason {
  /** False for what has to be known before choosing them. */
  speaksFor: boolean
  words: string
}

/** Why somebody is suggested, a few words each; when they are free the slots themselves say. */
export const reasonsOf = ({ reasons }: Suggestion, topic: Topic, now: number): Reason[] =>
  reasons
    .filter(({ kind }) => kind !== 'soonest')
    .map((reason) => ({
      speaksFor: reason.kind !== 'onlyGeneral',
      words: reasonWords(reason, topicLabels[topic], now),
    }))

/** Those who know the topic, and the others, who receive and pass on. */
export function byKnowledge(items: readonly Suggestion[]): { experts: Suggestion[]; others: Suggestion[] } {
  const knows = ({ reasons }: Suggestion) => reasons.some(({ kind }) => kind === 'knowsTopic')
  return { experts: items.filter(knows), others: items.filter((item) => !knows(item)) }
}

/** The slots of one day at one place. */
export interface SlotDay {
  day: string
  startsAt: number
  placeName: string
  slots: readonly OfferedSlot[]
}

/** A person's slots by day, soonest first. */
export function slotDays(slots: readonly OfferedSlot[]): SlotDay[] {
  const days = new Map<string, OfferedSlot[]>()
  for (const slot of [...slots].sort((a, b) => a.startsAt - b.startsAt)) {
    const day = `${dayKey(slot.startsAt)} ${slot.placeName}`
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return [...days].map(([day, ofDay]) => ({
    day,
    startsAt: ofDay[0]?.startsAt ?? 0,
    placeName: ofDay[0]?.placeName ?? '',
    slots: ofDay,
  }))
}
