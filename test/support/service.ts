/** A service day, its people and enterprises, put into the running cloud; and what stands there afterwards. */
import type { ServiceDayDoc } from '../../cloudfunctions/service/store/days'
import type { DaySheetDoc } from '../../cloudfunctions/service/store/sheets'
import type { SlotDoc } from '../../cloudfunctions/service/store/slots'
import type { WaitDoc } from '../../cloudfunctions/service/store/waits'
import { buildContact, buildEnterprise } from '../../config/seed/enterprise-builders'
import { buildServiceDay, buildServiceSlots, buildSpecialist, sheetsFor } from '../../config/seed/service-builders'
import { cloud } from './cloud'
import { NOW, raise } from './park'
import { recordsOf } from './records'

/** The Saturday after NOW. */
export const SATURDAY = '2026-11-28'
export const DAY_ID = 'day-01'

export const teamOf = (role: 'specialist' | 'teamLeader', scopeId = 'team-01') => ({
  role,
  scope: 'team' as const,
  scopeId,
})
export const contactOf = (scopeId: string) => ({ role: 'contact' as const, scope: 'enterprise' as const, scopeId })

export const enterpriseId = (n: number): string => `enterprise-${String(n).padStart(2, '0')}`

/** Enterprises up to the `n`th, each with somebody who speaks for it: `contact-1` for `enterprise-01` and so on. */
export const raiseEnterprises = async (n: number, first = 1): Promise<void> => {
  for (let at = first; at <= n; at++) {
    await cloud.put('enterprises', buildEnterprise(at, { confirmed: 1 }))
    await raise(`contact-${at}`, [contactOf(enterpriseId(at))])
    await cloud.put('contacts', buildContact(enterpriseId(at), `m-contact-${at}`))
  }
}

/** A leader, and two specialists with a profile: `anna` for tax, `bert` for tax and policy. */
export const anna = buildSpecialist('m-anna', { name: '演示安娜', topics: ['tax'] })
export const bert = buildSpecialist('m-bert', { name: '演示伯特', topics: ['tax', 'policy'] })
export const raiseTeam = async (): Promise<void> => {
  await raise('leader', [teamOf('teamLeader')])
  await raise('anna', [teamOf('specialist')])
  await raise('bert', [teamOf('specialist')])
  await cloud.put('specialists', anna, bert)
}

/** A published day with its slots and the time of its people. */
export const putDay = async (day: ServiceDayDoc, change: (slot: SlotDoc, at: number) => SlotDoc = (slot) => slot) => {
  const slots = buildServiceSlots(day).map(change)
  await cloud.put('serviceDays', day)
  await cloud.put('serviceSlots', ...slots)
  const sheets = sheetsFor([day], slots)
  if (sheets.length > 0) await cloud.put('daySheets', ...sheets)
  return slots
}

/** NOW, the team, three enterprises and a day of anna's and bert's with six slots each. */
export const furnish = async (overrides: Partial<ServiceDayDoc> = {}): Promise<SlotDoc[]> => {
  cloud.setNow(NOW)
  await raiseTeam()
  await raiseEnterprises(3)
  return putDay(buildServiceDay(DAY_ID, SATURDAY, [anna, bert], overrides))
}

export const stored = {
  slot: (id: string) => recordsOf<SlotDoc>(cloud.local, 'serviceSlots', { _id: id })[0],
  slots: (query: object = {}) => recordsOf<SlotDoc>(cloud.local, 'serviceSlots', query),
  day: (id = DAY_ID) => recordsOf<ServiceDayDoc>(cloud.local, 'serviceDays', { _id: id })[0],
  sheets: (ownerId: string) => recordsOf<DaySheetDoc>(cloud.local, 'daySheets', { ownerId }),
  wait: (id: string) => recordsOf<WaitDoc>(cloud.local, 'waits', { _id: id })[0],
  waits: () => recordsOf<WaitDoc>(cloud.local, 'waits', {}),
}

/** What a person's or an enterprise's sheets hold: keys in order. */
export const intervalsOf = (ownerId: string): string[] =>
  stored
    .sheets(ownerId)
    .flatMap(({ intervals }) => intervals.map(({ key }) => key))
    .sort()

/** Runs the sweeper at a moment, in this process. */
export const sweepAt = async (now: Date): Promise<void> => {
  cloud.setNow(now)
  const { timers } = await import('../../cloudfunctions/service/timers')
  await timers['sweep']?.(now)
}
