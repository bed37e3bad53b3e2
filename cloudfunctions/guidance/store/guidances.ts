/**
 * Collection `guidances`: one document per one-to-one consultation, under its id. Who is responsible, its clock and the
 * enterprise's word stand in the consultation; every change here is one conditional update on the revision that it was
 * decided on, and carries what follows from it elsewhere as facts.
 */
import {
  nextStepOf,
  remindItemAt,
  type GuidanceMeetingState,
  type ItemOwner,
  type MatchedBy,
  type NextStep,
  type Programme,
  type ResultState,
  type Stage,
} from '@/domain/guidance/rules'
import type { Match } from '@/domain/matching'
import { _, collection, type Terms } from '../../kernel/db'
import { newFact, type Fact, type WithFacts } from '../../kernel/facts'

export interface ItemDoc {
  id: string
  title: string
  owner: ItemOwner
  /** `2026-11-21`; null when no day was agreed on. */
  dueDay: string | null
  doneAt: Date | null
  doneBy: string
  doneByName: string
  /** Whoever is to do it was told that it comes due. */
  reminded: boolean
  rev: number
}
export interface VersionDoc {
  /** The ticket that it was uploaded with: adding it again adds nothing. */
  id: string
  fileId: string
  name: string
  size: number
  at: Date
  by: string
  byName: string
  side: 'enterprise' | 'team'
  note: string
}
export interface SlotDoc {
  id: string
  title: string
  /** The newest last. */
  versions: VersionDoc[]
}
export interface MeetingDoc {
  id: string
  /** Tells its time in the day sheets from the time that it had before it was moved. */
  nonce: string
  startsAt: Date
  endsAt: Date
  placeName: string
  specialistId: string
  specialistName: string
  state: GuidanceMeetingState
  note: string
  reason: string
}
export interface ResultDoc {
  state: ResultState
  /** In fen. */
  amount: number | null
  decidedOn: string
  words: string
  /** Of the request that wrote it: repeating it writes nothing. */
  key: string
}
export interface StageLine {
  at: Date
  by: string
  byName: string
  from: Stage
  to: Stage
  reason: string
}

/** Why somebody guides. */
export interface MatchDoc {
  personId: string
  by: MatchedBy
  reasons: Match['reasons']
  /** What the leader wrote who chose somebody against the matching. */
  words: string
}
export interface LookDoc {
  at: Date
  by: string
  byName: string
  reason: string
  /** Of the request that it was asked with: repeating it is no second look. */
  key: string
}

/** What is decided. */
export interface Core {
  stage: Stage
  stageHistory: StageLine[]
  items: ItemDoc[]
  files: SlotDoc[]
  meetings: MeetingDoc[]
  result: ResultDoc | null
  /** Of staff, with a reason. */
  looks: LookDoc[]
}
export interface GuidanceDoc extends WithFacts, Core {
  enterpriseId: string
  project: { name: string; programme: Programme }
  startedAt: Date
  match: MatchDoc | null
  /** The enterprise's request that it began with; empty where the team began it. */
  request: string
  /** As the consultation was told last. */
  step: NextStep
  /** When somebody is to be told that an item comes due. */
  remindAt: Date | null
  /** Member ids of all who changed it. */
  people: string[]
  rev: number
  history: { at: Date; by: string; what: string }[]
}

export const guidances = collection<GuidanceDoc>('guidances')

const HISTORY = 60

/** When the next reminder is due. */
export const remindAtOf = (items: readonly ItemDoc[]): Date | null => {
  const times = items.flatMap(({ dueDay, doneAt, reminded }) =>
    dueDay !== null && doneAt === null && !reminded ? [remindItemAt(dueDay).getTime()] : [],
  )
  return times.length === 0 ? null : new Date(Math.min(...times))
}

const sameStep = (a: NextStep, b: NextStep): boolean =>
  a.kind === b.kind && a.whose === b.whose && a.words === b.words && a.at?.getTime() === b.at?.getTime()

export interface Deed {
  at: Date
  /** Member id; empty for the clock. */
  by: string
  what: string
  facts?: readonly Fact[]
  /** Further people whom it names. */
  people?: readonly string[]
}

/**
 * The one write of every change, on the revision that was read: of two at once the second looks again and decides anew.
 *
 * @returns the facts to hand over with what stands now; null when it changed meanwhile
 */
export const change = async (read: GuidanceDoc, patch: Partial<Core>, deed: Deed) => {
  const { at, by, what, facts = [], people = [] } = deed
  const core = { ...read, ...patch }
  const step = nextStepOf(core, at)
  const isFinished = patch.result !== undefined
  const stepped =
    isFinished || sameStep(step, read.step) ? [] : [newFact('guidanceStepped', { consultationId: read._id, by }, at)]
  const all = [...facts, ...stepped]
  const data: Terms = {
    ...patch,
    ...(patch.result ? { result: _.set(patch.result) } : {}),
    step: _.set(step),
    remindAt: remindAtOf(core.items),
    rev: _.inc(1),
    history: _.push({ each: [{ at, by, what }], slice: -HISTORY }),
    people: _.addToSet({ $each: [by, ...people].filter((one) => one !== '') }),
    ...(all.length > 0 ? { facts: _.push(all) } : {}),
  }
  if ((await guidances.change({ _id: read._id, rev: read.rev }, data)) !== 1) return null
  return { guidance: { ...core, step, rev: read.rev + 1 }, facts: all }
}

/** What comes next in one that has just begun. */
export const FIRST_STEP: NextStep = { kind: 'stage', whose: 'specialist', words: 'diagnosis', at: null }

export const newGuidance = (
  fresh: Pick<GuidanceDoc, '_id' | 'enterpriseId' | 'project'> &
    Partial<Pick<GuidanceDoc, 'match' | 'request' | 'files'>>,
  by: string,
  facts: readonly Fact[],
  now: Date,
): GuidanceDoc => ({
  match: null,
  request: '',
  startedAt: now,
  stage: 'diagnosis',
  stageHistory: [],
  items: [],
  files: [],
  meetings: [],
  result: null,
  looks: [],
  step: FIRST_STEP,
  remindAt: null,
  people: by === '' ? [] : [by],
  rev: 1,
  facts: [...facts],
  history: [{ at: now, by, what: 'started' }],
  ...fresh,
})

export const findGuidances = async (ids: readonly string[]): Promise<Map<string, GuidanceDoc>> => {
  if (ids.length === 0) return new Map()
  const without = ['history', 'facts', 'files', 'items', 'stageHistory', 'people', 'looks'] as const
  const rows = await guidances.list({ where: { _id: _.in([...ids]) }, limit: ids.length, without })
  return new Map(rows.map((row) => [row._id, row]))
}

const SWEEP = 100
export const guidancesToRemind = (now: Date): Promise<GuidanceDoc[]> =>
  guidances.list({ where: { remindAt: _.lte(now) }, order: [['remindAt', 'asc']], limit: SWEEP })

const MOST_OF_A_PERSON = 200
/** Guidances in which somebody has a meeting, whatever became of it. */
export const guidancesMeeting = (specialistId: string): Promise<GuidanceDoc[]> =>
  guidances.list({
    where: { 'meetings.specialistId': specialistId },
    order: [['startedAt', 'desc']],
    limit: MOST_OF_A_PERSON,
  })

export const guidancesWith = (memberId: string): Promise<GuidanceDoc[]> =>
  guidances.list({ where: { people: memberId }, order: [['startedAt', 'desc']], limit: MOST_OF_A_PERSON })
