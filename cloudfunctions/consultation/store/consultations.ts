/**
 * Collection `consultations`: one document per question of an enterprise, from the booking to the enterprise's word on
 * it. Every change of state is one conditional update on the state and the revision that it was decided on; it carries
 * what was said and whom to tell as facts, so that a crash loses nothing and says nothing twice.
 */
import { NO_SILENCE, toldAfterMove } from '@/domain/consultation-clock'
import { _, collection, type Terms } from '../../kernel/db'
import { newFact, type Fact } from '../../kernel/facts'
import { isWorkingDay } from '../../kernel/working-days'
import { derivedOf, wakeAtOf, type ConsultationDoc, type Core, type Stroke, type Told } from './document'

export const consultations = collection<ConsultationDoc>('consultations')

export type { ConsultationDoc, Core } from './document'

const HISTORY = 30
const REQUESTS = 40
export interface Deed {
  at: Date
  /** Member id of who did it; empty for the clock. */
  by: string
  what: string
  facts?: readonly Fact[]
  /** The client's request, where the deed has no natural key. */
  request?: string
  /** How many lines its facts add. */
  said?: number
}

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** `_.set` keeps the database from merging nested objects field by field. */
const whole = (data: object): Terms =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, isPlainObject(value) ? _.set(value as object) : value]),
  )

const sameInstant = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime()

/** What was told of where the clocks stood counts as long as they stand there. */
const toldOf = (core: Core, read: ConsultationDoc, now: Date): Told => ({
  reminded: sameInstant(core.dueAt, read.dueAt) ? read.reminded : toldAfterMove(read.reminded, core, now, isWorkingDay),
  silence:
    sameInstant(core.waitingSince, read.waitingSince) && sameInstant(core.dueAt, read.dueAt)
      ? read.silence
      : NO_SILENCE,
})

/** Whoever leads a one-to-one consultation leads its meetings: `guidance` follows every change of hands. */
const guideChanged = ({ _id, mode, ownerId }: ConsultationDoc, core: Core, at: Date): Fact[] =>
  mode === 'oneToOne' && core.ownerId !== ownerId ? [newFact('guideChanged', { consultationId: _id }, at)] : []

/**
 * The one write of every change. It holds only on what it was decided on: of two deeds at once the second finds another
 * revision, looks again and decides anew.
 *
 * @returns the document as it is now with the facts to hand over; null when it changed meanwhile
 */
export const change = async (
  read: ConsultationDoc,
  patch: Partial<Core>,
  deed: Deed,
): Promise<ConsultationDoc | null> => {
  const { at, by, what, request, said = 0 } = deed
  const core = { ...read, ...patch }
  const facts = [...(deed.facts ?? []), ...guideChanged(read, core, at)]
  const data = { ...patch, ...derivedOf(core, toldOf(core, read, at), at) }
  const condition = { _id: read._id, rev: read.rev, state: read.state }
  const won = await consultations.change(request ? { ...condition, requests: _.neq(request) } : condition, {
    ...whole(data),
    rev: _.inc(1),
    said: _.inc(said),
    history: _.push({ each: [{ at, by, what }], slice: -HISTORY }),
    ...(facts.length > 0 ? { facts: _.push(facts) } : {}),
    ...(request ? { requests: _.push({ each: [request], slice: -REQUESTS }) } : {}),
  })
  if (won !== 1) return null
  return { ...core, ...data, rev: read.rev + 1, said: read.said + said, facts: [...read.facts, ...facts] }
}

/**
 * Writes down what clocks have come to and whom it is told to, once: of two timers at one moment the second finds another
 * revision, and a deed that was decided before the clock struck is decided anew.
 *
 * @returns the facts to hand over; none when it changed meanwhile
 */
export const strike = async (read: ConsultationDoc, strokes: readonly Stroke[]): Promise<readonly Fact[]> => {
  const clocks = Object.assign({}, ...strokes.map((stroke) => stroke.clocks)) as Stroke['clocks']
  const facts = strokes.flatMap((stroke) => stroke.facts)
  const won = await consultations.change(
    { _id: read._id, rev: read.rev },
    {
      ...whole({ ...clocks, wakeAt: wakeAtOf({ ...read, ...clocks }) }),
      rev: _.inc(1),
      ...(facts.length > 0 ? { facts: _.push(facts) } : {}),
    },
  )
  return won === 1 ? facts : []
}
