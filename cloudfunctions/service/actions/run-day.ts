import { isDeepStrictEqual } from 'node:util'
import type { Contracts } from '@/domain/contracts'
import { dayProblems, slotTimes, type DayProblem } from '@/domain/service/rules'
import { atWallClock } from '@/domain/time'
import type { ParsedOf } from '@/domain/kit'
import { isTextSafe } from '../../kernel/content'
import { handOver, newFact } from '../../kernel/facts'
import type { BoundCall, Handler } from '../../kernel/serve'
import { reactionsTo } from '../timers'
import { changeDay, seated, serviceDays, type ServiceDayDoc } from '../store/days'
import { leaveSeats, takeSeats } from '../store/layout'
import { answerDay, logDay, mustFindDay, plain, seatsOf } from './plan-day'

type C = Contracts['service']
type SeatCall = BoundCall<C['publish']> | BoundCall<C['move']>

/** Refuses when somebody who is to sit there is elsewhere then; what was taken of the others is given back. */
const mustSeat = async (
  call: SeatCall,
  day: Pick<ServiceDayDoc, '_id' | 'startsAt' | 'endsAt'>,
  edition: number,
  people: readonly { specialistId: string; name: string }[],
): Promise<void> => {
  const busy = await takeSeats(day, edition, people, call.now)
  if (busy) throw call.refusal('personBusy', { name: busy.name, at: busy.at.getTime(), now: call.now.getTime() })
}

/**
 * Of the one write that decides: the day as this call, or its own earlier try, left it. When somebody else was first, the
 * seats are given back.
 */
const mustHaveWon = async (
  call: SeatCall,
  won: boolean,
  day: Pick<ServiceDayDoc, '_id' | 'startsAt' | 'endsAt'>,
  edition: number,
  people: readonly { specialistId: string; name: string }[],
): Promise<void> => {
  if (won) return
  const standing = await serviceDays.get(day._id)
  if (standing?.state === 'published' && standing.edition === edition) return
  await leaveSeats(day, edition, people)
  throw call.refusal('changedMeanwhile')
}

/**
 * The people's time first, then the day by one write on what was read, then its slots. A day shows as published from that
 * write on; its slots follow within the call, or a minute later when the call died.
 */
export const publish: Handler<C['publish']> = async (call, { serviceDayId, rev }) => {
  const day = await mustFindDay(call, serviceDayId)
  if (day.state === 'cancelled') throw call.refusal('cancelled')
  if (day.state === 'published') return finishPublished(call, day)
  if (day.rev !== rev) throw call.refusal('changedMeanwhile')
  const [problem] = dayProblems(day, call.now)
  if (problem) throw call.refusal(problem)
  const tables = await seatsOf(call, day.teamId, day.tables)
  await mustSeat(call, day, rev, tables)
  const fact = newFact('dayPublished', { dayId: day._id }, call.now)
  const won = await changeDay(
    day,
    {
      state: 'published',
      edition: rev,
      tables,
      topics: [...new Set(tables.flatMap(({ topics }) => topics))],
      slots: slotTimes(day).length * tables.length,
    },
    { what: 'published', by: call.actor.memberId, at: call.now, fact },
    { state: 'draft' },
  )
  await mustHaveWon(call, won, day, rev, tables)
  await handOver(fact, reactionsTo(fact.kind))
  await logDay(call, 'publish', day._id, 'published')
  return answerDay(call, day._id)
}

/** Repeating a publication whose answer was lost finishes what may be left of it. */
const finishPublished = async (call: BoundCall<C['publish']>, day: ServiceDayDoc) => {
  const open = day.facts.find(({ kind }) => kind === 'dayPublished')
  if (open) await handOver(open, reactionsTo(open.kind))
  await logDay(call, 'publish', day._id, 'published')
  return answerDay(call, day._id)
}

type Moving = Pick<ParsedOf<C['move']>, 'day' | 'from' | 'to' | 'breaks' | 'place'>

/** The day as it is to be; refuses as far as can be read. */
const moved = (call: BoundCall<C['move']>, day: ServiceDayDoc, input: Moving) => {
  if (day.state === 'cancelled') throw call.refusal('cancelled')
  if (day.state !== 'published') throw call.refusal('notPublished')
  if (day.startsAt <= call.now) throw call.refusal('dayBegun')
  const { day: date, from, to, breaks, place } = input
  const fields = { day: date, from, to, breaks, place }
  const [problem] = dayProblems({ ...day, ...fields }, call.now)
  if (problem) throw call.refusal(problem as Exclude<DayProblem, 'titleMissing' | 'nobodySits' | 'personTwice'>)
  const tables = seated(day.tables)
  return {
    ...fields,
    startsAt: atWallClock(date, from),
    endsAt: atWallClock(date, to),
    slots: slotTimes({ ...day, ...fields }).length * tables.length,
  }
}

/** Whether this very move stands there already, because the answer to it was lost. */
const isMovedAlready = (day: ServiceDayDoc, rev: number, by: string, to: Moving): boolean => {
  const last = day.history.at(-1)
  if (day.edition !== rev || last?.what !== 'moved' || last.by !== by) return false
  return isDeepStrictEqual(
    plain([day.day, day.from, day.to, day.breaks, day.place]),
    plain([to.day, to.from, to.to, to.breaks, to.place]),
  )
}

export const move: Handler<C['move']> = async (call, { serviceDayId, rev, reason, ...input }) => {
  const day = await mustFindDay(call, serviceDayId)
  if (isMovedAlready(day, rev, call.actor.memberId, input)) return answerDay(call, day._id)
  const fields = moved(call, day, input)
  if (day.rev !== rev) throw call.refusal('changedMeanwhile')
  if (!(await isTextSafe(call.actor.openid, reason, input.place.name, input.place.address)))
    throw call.refusal('textRisky')
  const people = seated(day.tables)
  const there = { _id: day._id, ...fields }
  await mustSeat(call, there, rev, people)
  const left = { edition: day.edition, startsAt: day.startsAt, endsAt: day.endsAt }
  const data = { dayId: day._id, from: day.startsAt, to: fields.startsAt, reason, left }
  const fact = newFact('dayMoved', data, call.now)
  const won = await changeDay(
    day,
    { ...fields, edition: rev, movedAt: call.now },
    { what: 'moved', by: call.actor.memberId, at: call.now, fact },
    { state: 'published' },
  )
  await mustHaveWon(call, won, there, rev, people)
  if (won) await handOver(fact, reactionsTo(fact.kind))
  await logDay(call, 'move', day._id, String(rev))
  return answerDay(call, day._id)
}

export const cancelDay: Handler<C['cancelDay']> = async (call, { serviceDayId, rev, reason }) => {
  const day = await mustFindDay(call as unknown as BoundCall<C['edit']>, serviceDayId)
  const asked = call as unknown as BoundCall<C['edit']>
  // Repeating a cancellation whose answer was lost.
  if (day.state === 'cancelled') return answerDay(asked, day._id)
  if (day.state !== 'published') throw call.refusal('notPublished')
  if (day.endsAt <= call.now) throw call.refusal('dayOver')
  if (!(await isTextSafe(call.actor.openid, reason))) throw call.refusal('textRisky')
  const fact = newFact('dayCancelled', { dayId: day._id, reason }, call.now)
  const change = { what: 'cancelled', by: call.actor.memberId, at: call.now, fact } as const
  const won = await changeDay({ _id: day._id, rev }, { state: 'cancelled', cancelReason: reason }, change, {
    state: 'published',
  })
  if (!won) throw call.refusal('changedMeanwhile')
  await handOver(fact, reactionsTo(fact.kind))
  await logDay(asked, 'cancelDay', day._id, 'cancelled')
  return answerDay(asked, day._id)
}
