import { isDeepStrictEqual } from 'node:util'
import type { Contracts } from '@/domain/contracts'
import { scopesReached } from '@/domain/access'
import type { ParsedOf } from '@/domain/kit'
import { service as contract } from '@/domain/service/contract'
import { atWallClock } from '@/domain/time'
import { isTextSafe } from '../../kernel/content'
import { handOver, newFact } from '../../kernel/facts'
import { logChange } from '../../kernel/log'
import { derivedId } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import { reactionsTo } from '../timers'
import { changeDay, managedDays, serviceDays, type ServiceDayDoc, type Table } from '../store/days'
import { countBooked, countFree } from '../store/slot-lists'
import { findSpecialists } from '../store/specialists'
import { dayCard, editedView } from '../store/views'
import { teamNameOf } from '../store/teams'

type C = Contracts['service']
type Draft = ParsedOf<C['save']>['draft']
/** What finding a day needs of a call. */
type DayCall = BoundCall<C['edit']> | BoundCall<C['save']> | BoundCall<C['publish']> | BoundCall<C['move']>

const DAY_ID_LENGTH = 10

export const managed: Handler<C['managed']> = async ({ actor, now }, { when, cursor }) => {
  const teamIds = scopesReached(contract.managed.allow, actor, 'team')
  const { rows, nextCursor } = await managedDays({ when, cursor, teamIds }, now)
  const ids = rows.map(({ _id }) => _id)
  const [free, booked] = await Promise.all([countFree(ids, now), countBooked(ids)])
  return {
    items: rows.map((day) => ({ ...dayCard(day, free.get(day._id) ?? 0), booked: booked.get(day._id) ?? 0 })),
    nextCursor,
  }
}

export const mustFindDay = async (call: DayCall, id: string): Promise<ServiceDayDoc> => {
  const day = await serviceDays.get(id)
  if (!day) throw call.refusal('notFound')
  call.mustReach({ teamId: day.teamId })
  return day
}

/** The day as it stands after a change, for the answer. */
export const answerDay = async (call: DayCall, id: string) => {
  const [day, booked] = await Promise.all([serviceDays.get(id), countBooked([id])])
  if (!day) throw call.refusal('notFound')
  return editedView(day, booked.get(id) ?? 0)
}

export const logDay = (call: DayCall, what: string, id: string, key: string) =>
  logChange(call.actor, call.now, { what: `service.${what}`, object: id, subjects: [] }, key)

export const edit: Handler<C['edit']> = async (call, { serviceDayId }) => {
  const day = await mustFindDay(call, serviceDayId)
  const booked = await countBooked([day._id])
  return editedView(day, booked.get(day._id) ?? 0)
}

/** The people of a draft's tables as they are now; all of this team. */
export const seatsOf = async (
  call: BoundCall<C['save']> | BoundCall<C['publish']>,
  teamId: string,
  tables: readonly { specialistId: string }[],
): Promise<Table[]> => {
  const ids = tables.map(({ specialistId }) => specialistId)
  const people = new Map((await findSpecialists(ids)).map((one) => [one._id, one]))
  return ids.map((id) => {
    const person = people.get(id)
    if (person?.teamId !== teamId || !person.active) throw call.refusal('notInTeam')
    return { specialistId: id, seat: id, name: person.name, title: person.title, topics: person.topics, gone: false }
  })
}

/** What a draft says, as it is written down. */
const described = (draft: Draft, tables: Table[]) => ({
  ...draft,
  startsAt: atWallClock(draft.day, draft.from),
  endsAt: atWallClock(draft.day, draft.to),
  tables,
  topics: [...new Set(tables.flatMap(({ topics }) => topics))],
})

export const newDay = (
  id: string,
  team: { teamId: string; teamName: string },
  fields: ReturnType<typeof described>,
  by: { memberId: string; at: Date },
): ServiceDayDoc => ({
  ...fields,
  ...team,
  _id: id,
  state: 'draft',
  slots: 0,
  edition: 0,
  rev: 1,
  cancelReason: '',
  movedAt: null,
  createdBy: by.memberId,
  facts: [],
  history: [{ at: by.at, by: by.memberId, what: 'created' }],
})

const mustBeSafe = async (call: BoundCall<C['save']>, { title, notes, place }: Draft): Promise<void> => {
  if (!(await isTextSafe(call.actor.openid, title, notes, place.name, place.address))) throw call.refusal('textRisky')
}

export const save: Handler<C['save']> = async (call, { requestId, serviceDayId, rev, teamId, draft }) => {
  call.mustReach({ teamId })
  if (serviceDayId) {
    const day = await mustFindDay(call, serviceDayId)
    return day.state === 'draft' ? saveDraft(call, day, rev, draft) : savePublished(call, day, rev, draft)
  }
  const [tables, teamName] = await Promise.all([seatsOf(call, teamId, draft.tables), teamNameOf(teamId)])
  await mustBeSafe(call, draft)
  const id = derivedId(DAY_ID_LENGTH, call.actor.memberId, requestId)
  const by = { memberId: call.actor.memberId, at: call.now }
  await serviceDays.add(newDay(id, { teamId, teamName }, described(draft, tables), by))
  await logDay(call, 'save', id, 'created')
  return answerDay(call, id)
}

/** What the database and a draft have in common, whatever each made of dates and key order. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Whether this very change stands there already, because the answer to it was lost. */
const standsAlready = (standing: ServiceDayDoc | null, rev: number, by: string, data: object): boolean => {
  const last = standing?.history.at(-1)
  if (standing?.rev !== rev + 1 || last?.what !== 'changed' || last.by !== by) return false
  return Object.entries(data).every(([field, value]) =>
    isDeepStrictEqual(plain(standing[field as keyof ServiceDayDoc]), plain(value)),
  )
}

const saveDraft = async (call: BoundCall<C['save']>, day: ServiceDayDoc, rev: number, draft: Draft) => {
  const fields = described(draft, await seatsOf(call, day.teamId, draft.tables))
  await mustBeSafe(call, draft)
  const by = call.actor.memberId
  const changed = await changeDay(
    { _id: day._id, rev },
    fields,
    { what: 'changed', by, at: call.now },
    { state: 'draft' },
  )
  if (!changed && !standsAlready(await serviceDays.get(day._id), rev, by, fields))
    throw call.refusal('changedMeanwhile')
  await logDay(call, 'save', day._id, String(rev))
  return answerDay(call, day._id)
}

/** Whether a draft has the times and the people of a published day. */
const sameTimes = (day: ServiceDayDoc, draft: Draft): boolean =>
  isDeepStrictEqual(
    plain([draft.day, draft.from, draft.to, draft.breaks, draft.slotMinutes, draft.tables]),
    plain([
      ...[day.day, day.from, day.to, day.breaks, day.slotMinutes],
      day.tables.map(({ specialistId }) => ({ specialistId })),
    ]),
  )

const refusePublished = (call: BoundCall<C['save']>, day: ServiceDayDoc, draft: Draft): void => {
  if (day.state === 'cancelled') throw call.refusal('cancelled')
  if (!sameTimes(day, draft)) throw call.refusal('published')
  if (draft.title === '') throw call.refusal('titleMissing')
  if (draft.place.name === '') throw call.refusal('placeMissing')
}

/** Title, notes and place of a published day; who is booked is told of another place, as when it is moved. */
const savePublished = async (call: BoundCall<C['save']>, day: ServiceDayDoc, rev: number, draft: Draft) => {
  refusePublished(call, day, draft)
  await mustBeSafe(call, draft)
  const by = call.actor.memberId
  const fields = { title: draft.title, notes: draft.notes, place: draft.place }
  const elsewhere = day.place.name !== draft.place.name
  const data = { dayId: day._id, from: day.startsAt, to: day.startsAt, reason: '', left: null }
  const fact = elsewhere ? newFact('dayMoved', data, call.now) : null
  const change = { what: 'changed', by, at: call.now, ...(fact && { fact }) } as const
  const changed = await changeDay({ _id: day._id, rev }, fields, change, { state: 'published' })
  if (!changed && !standsAlready(await serviceDays.get(day._id), rev, by, fields))
    throw call.refusal('changedMeanwhile')
  if (fact && changed) await handOver(fact, reactionsTo(fact.kind))
  await logDay(call, 'save', day._id, String(rev))
  return answerDay(call, day._id)
}

export const discard: Handler<C['discard']> = async (call, { serviceDayId, rev }) => {
  const day = await serviceDays.get(serviceDayId)
  // Repeating it finds nothing more to throw away; of another team's there is nothing to find either.
  if (!day) throw call.refusal('notFound')
  call.mustReach({ teamId: day.teamId })
  if (day.state !== 'draft') throw call.refusal('published')
  // Closes the race with a publication: of the two, the second finds another day than it read.
  if ((await serviceDays.remove({ _id: day._id, rev, state: 'draft' })) === 0) throw call.refusal('changedMeanwhile')
  await logChange(call.actor, call.now, { what: 'service.discard', object: day._id, subjects: [] }, String(rev))
  return { discarded: true as const }
}
