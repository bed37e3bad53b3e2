import type { OutputFor } from '@/domain/contracts'
import type { Topic } from '@/domain/service/rules'

export type DayAnswer = OutputFor<'service.day'>
export type Slot = DayAnswer['slots'][number]
export type Specialist = DayAnswer['specialists'][number]

/** A specialist with their slots of the day, soonest first. */
export interface Table {
  specialist: Specialist
  slots: readonly Slot[]
  free: number
}

export const slotWords: Record<Slot['is'], string> = { free: '可约', taken: '已约', mine: '我的', past: '已过' }

/** The tables of a day: whoever has something free first, then as they sit. With a topic only those who know it. */
export function tablesOf({ specialists, slots }: DayAnswer, topic: Topic | 'all'): Table[] {
  const bySpecialist = new Map<string, Slot[]>()
  for (const slot of slots) {
    const others = bySpecialist.get(slot.specialistId)
    if (others) others.push(slot)
    else bySpecialist.set(slot.specialistId, [slot])
  }
  const tables = specialists
    .filter(({ topics }) => topic === 'all' || topics.includes(topic))
    .map((specialist) => {
      const own = (bySpecialist.get(specialist.id) ?? []).sort((a, b) => a.startsAt - b.startsAt)
      return { specialist, slots: own, free: own.filter((slot) => slot.is === 'free').length }
    })
  return [...tables.filter(({ free }) => free > 0), ...tables.filter(({ free }) => free === 0)]
}

/** Two rows on a phone: what is shown of a table before all of it is asked for. */
const FIRST = 8

/** What a table shows at first: the enterprise's own slots and the next that can be booked. */
export function firstSlots(slots: readonly Slot[]): readonly Slot[] {
  const useful = slots.filter((slot) => slot.is === 'free' || slot.is === 'mine')
  return useful.slice(0, FIRST)
}

/** `余 6 个时段`, or why there is none. */
export function tableWords({ slots, free }: Table): string {
  if (slots.length === 0) return '这一天没有安排时段'
  if (free > 0) return `余 ${free} 个时段，共 ${slots.length} 个`
  return slots.every((slot) => slot.is === 'past') ? '时段都已过' : '已约满'
}
