import type { OutputFor } from '@/domain/contracts'
import { reasonWords } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import type { Topic } from '@/domain/service/rules'
import { dayKey } from '@/domain/time'

export type Suggestion = OutputFor<'consultation.offer'>['items'][number]
export type OfferedSlot = Suggestion['slots'][number]

/** Why somebody is suggested, a few words each; when they are free the slots themselves say. */
export const reasonsOf = ({ reasons }: Suggestion, topic: Topic, now: number): string[] =>
  reasons.filter(({ kind }) => kind !== 'soonest').map((reason) => reasonWords(reason, topicLabels[topic], now))

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
