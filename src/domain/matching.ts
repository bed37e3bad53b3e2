/** Who of the service team fits a question of an enterprise, and why. Pure; time is an argument. */
import { DAY } from './time'

type Instant = Date | number

export interface Candidate {
  id: string
  topics: readonly string[]
  conflicts: readonly string[]
  /** Items that they are responsible for and that are not closed. */
  load: number
  /** When they last met this enterprise. */
  lastMetAt: Instant | null
  /** When they could meet: the start of their next free slot. */
  nextFreeAt: Instant | null
}
export const REASON_KINDS = ['knowsTopic', 'metBefore', 'lightLoad', 'soonest', 'onlyGeneral'] as const
export type ReasonKind = (typeof REASON_KINDS)[number]
export interface Match {
  id: string
  score: number
  reasons: { kind: ReasonKind; at: number | null; count: number | null }[]
}

const KNOWS = 100
const MET = 30
const LOAD = 6
const WAIT_A_DAY = 2
const MET_WITHIN = 180 * DAY
const LIGHT = 3

const inOrder = (
  candidates: readonly Candidate[],
  of: { topic: string; enterpriseId: string },
  now: Instant,
): Match[] =>
  candidates
    .filter((one) => !one.conflicts.includes(of.enterpriseId))
    .map((one) => matchOf(one, of.topic, Number(now)))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))

/**
 * Who fits a question, best first: whoever knows the topic, then who has met the enterprise, then who has less to do and
 * is free sooner. Each says why. Who must not advise the enterprise, or has no free slot, is not among them.
 */
export const matches = (...[candidates, of, now]: Parameters<typeof inOrder>): Match[] =>
  inOrder(
    candidates.filter((one) => one.nextFreeAt !== null),
    of,
    now,
  )

/** As `matches`, of who could stay with an enterprise over several meetings: they agree on the times, so nobody needs a slot. */
export const guideMatches = (
  candidates: readonly Omit<Candidate, 'nextFreeAt'>[],
  of: { topic: string; enterpriseId: string },
  now: Instant,
): Match[] =>
  inOrder(
    candidates.map((one) => ({ ...one, nextFreeAt: null })),
    of,
    now,
  )

const matchOf = (one: Candidate, topic: string, now: number): Match => {
  const knows = one.topics.includes(topic)
  const met = one.lastMetAt !== null && now - Number(one.lastMetAt) <= MET_WITHIN
  const days = one.nextFreeAt === null ? 0 : Math.max(0, (Number(one.nextFreeAt) - now) / DAY)
  const score = (knows ? KNOWS : 0) + (met ? MET : 0) - LOAD * one.load - WAIT_A_DAY * days
  const reasons: Match['reasons'] = [
    { kind: knows ? 'knowsTopic' : 'onlyGeneral', at: null, count: null },
    ...(met ? [{ kind: 'metBefore' as const, at: Number(one.lastMetAt), count: null }] : []),
    ...(one.load < LIGHT ? [{ kind: 'lightLoad' as const, at: null, count: one.load }] : []),
    ...(one.nextFreeAt === null ? [] : [{ kind: 'soonest' as const, at: Number(one.nextFreeAt), count: null }]),
  ]
  return { id: one.id, score: Math.round(score * 100) / 100, reasons }
}
