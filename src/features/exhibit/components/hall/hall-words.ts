import type { OutputFor } from '@/domain/contracts'
import { hallLabels } from '@/domain/exhibit/labels'
import { HALL_IDS, type HallId } from '@/domain/exhibit/rules'

export type HallAnswer = OutputFor<'exhibit.hall'>
export type Panorama = NonNullable<HallAnswer['panorama']>
export type Display = HallAnswer['exhibits'][number]

/** One of the eight, out of an address that anybody may have typed. */
export const hallIdOf = (given: string | undefined): HallId | undefined => HALL_IDS.find((id) => id === given)

export const hallNumber = (id: HallId): string => `${id.slice(1)} 号`

/** The hall after this one in the order of their numbers, and from the last the first again; its title as far as the answer knows it. */
export function nextHall(id: HallId, neighbours: HallAnswer['neighbours']): { id: HallId; title: string } {
  const next = HALL_IDS[(HALL_IDS.indexOf(id) + 1) % HALL_IDS.length] ?? id
  return { id: next, title: neighbours.find((one) => one.id === next)?.title ?? hallLabels[next] }
}
