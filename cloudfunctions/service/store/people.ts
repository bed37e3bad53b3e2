/** Where a person stands in this context, and how they come to stand under another id, or under none. */
import { _ } from '../../kernel/db'
import { absences, allAbsencesOf } from './absences'
import { daysWith, seated, serviceDays, type ServiceDayDoc, type Table } from './days'
import { block, dayInterval, daySheets, moveSheets, unreserve } from './sheets'
import { serviceSlots } from './slots'
import { specialists } from './specialists'
import { waits } from './waits'

const MOST = 1000
const WAITS = 50

const changeTables = async (memberId: string, to: (table: Table) => Table): Promise<void> => {
  const days = await serviceDays.list({ where: { 'tables.specialistId': memberId }, limit: MOST, without: ['facts'] })
  for (const { _id, rev, tables } of days) {
    const changed = tables.map((table) => (table.specialistId === memberId ? to(table) : table))
    // Planned anew at this moment, it has to be read again: the fact comes a second time.
    await serviceDays.change({ _id, rev }, { tables: changed })
  }
}

/** Everything goes to another id; slots keep their keys. Safe to repeat. */
export const movePerson = async (from: string, to: string): Promise<void> => {
  const profile = await specialists.get(from)
  if (profile) {
    await specialists.add({ ...profile, _id: to })
    await specialists.remove({ _id: from })
  }
  await absences.change({ specialistId: from }, { specialistId: to })
  await serviceSlots.change({ specialistId: from }, { specialistId: to })
  await serviceSlots.change({ heldBy: from }, { heldBy: to })
  await waits.change({ memberId: from }, { memberId: to })
  await changeTables(from, (table) => ({ ...table, specialistId: to }))
  await moveSheets({ owner: 'specialist', ownerId: from }, { owner: 'specialist', ownerId: to })
}

/** The person's name and profile go; days and slots of the past stay as figures. Safe to repeat. */
export const forgetPerson = async (memberId: string): Promise<void> => {
  await specialists.remove({ _id: memberId })
  await absences.remove({ specialistId: memberId })
  await serviceSlots.change({ specialistId: memberId }, { 'specialist.name': '' })
  await serviceSlots.change({ heldBy: memberId }, { heldBy: '' })
  await waits.change({ memberId }, { memberId: '' })
  await changeTables(memberId, (table) => ({ ...table, specialistId: '', name: '' }))
  await daySheets.remove({ owner: 'specialist', ownerId: memberId })
}

/**
 * Their tables of days to come: at those of the team that they serve they sit, at others they sit no longer, and their time
 * is theirs again. Safe to repeat.
 */
export const settleTables = async (memberId: string, teamId: string | null, now: Date): Promise<void> => {
  for (const day of await daysWith(memberId, now)) await settleTable(day, memberId, day.teamId !== teamId)
}

const settleTable = async (day: ServiceDayDoc, memberId: string, gone: boolean): Promise<void> => {
  const sheet = { owner: 'specialist', ownerId: memberId } as const
  const interval = dayInterval(day._id, day.edition, day)
  const unreserved = async () => void (await unreserve(sheet, interval.key, interval.from))
  const sits = seated(day.tables).some(({ specialistId }) => specialistId === memberId)
  if (sits !== gone) return gone ? unreserved() : undefined
  if (!gone) await block(sheet, interval)
  const tables = day.tables.map((table) => (table.specialistId === memberId ? { ...table, gone } : table))
  // Planned anew at this moment, it has to be read again: the fact comes a second time.
  await serviceDays.change({ _id: day._id, rev: day.rev }, { tables })
  if (gone) await unreserved()
}

/** Their name as the member record says it now, where it will still be read. */
export const renamePerson = async (memberId: string, name: string, now: Date): Promise<void> => {
  await specialists.change({ _id: memberId, name: _.neq(name) }, { name })
  await serviceSlots.change({ specialistId: memberId, startsAt: _.gt(now) }, { 'specialist.name': name })
  await changeTables(memberId, (table) => ({ ...table, name }))
}

/** Everything that this context keeps of a person. */
export const allOf = async (memberId: string) => {
  const [profile, away, waiting] = await Promise.all([
    specialists.get(memberId),
    allAbsencesOf(memberId),
    waits.list({ where: { memberId }, limit: WAITS }),
  ])
  return { profile, away, waiting }
}
