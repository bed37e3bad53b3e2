/**
 * One-to-one guidance (一对一) of an enterprise through a science-and-technology project application: its stages, what has
 * to be brought along, its meetings and what came of it. Pure; time is an argument.
 */
import type { Topic } from '../service/rules'
import { atWallClock, dayKey, DAY, HOUR, MINUTE } from '../time'
import { END_OF_WORK } from '../working-time'

type Instant = Date | number

/** 诊断 → 材料清单 → 初稿审阅 → 提交 → 结果 */
export const STAGES = ['diagnosis', 'materials', 'draft', 'submission', 'result'] as const
export type Stage = (typeof STAGES)[number]

export const ITEM_OWNERS = ['enterprise', 'specialist'] as const
export type ItemOwner = (typeof ITEM_OWNERS)[number]

/**
 * `planned → held | cancelled | unplaced`: a meeting is held when its note is written. `unplaced` is one whose time does not
 * suit whoever guides now: it waits for another.
 */
export const GUIDANCE_MEETING_STATES = ['planned', 'unplaced', 'held', 'cancelled'] as const
export type GuidanceMeetingState = (typeof GUIDANCE_MEETING_STATES)[number]

export const RESULT_STATES = ['approved', 'rejected', 'withdrawn'] as const
export type ResultState = (typeof RESULT_STATES)[number]

/** What an enterprise can ask to be guided in: what project applications are made of. */
export const GUIDED_TOPICS = [
  'projectApplication',
  'technology',
  'policy',
  'tax',
  'finance',
  'talent',
] as const satisfies readonly Topic[]

/** Who chose whoever guides: the fair matching, the enterprise, the team's leader, or the one who began it. */
export const MATCHED_BY = ['matching', 'enterprise', 'leader', 'self'] as const
export type MatchedBy = (typeof MATCHED_BY)[number]

/** The plans under which the zone's enterprises apply (计划类别). */
export const PROGRAMMES = [
  'highTechEnterprise',
  'innovativeSme',
  'keyResearch',
  'technologyCentre',
  'achievement',
  'talentProject',
  'other',
] as const
export type Programme = (typeof PROGRAMMES)[number]

export const MAX_ITEMS = 60
export const MAX_SLOTS = 30
export const MAX_VERSIONS = 20
export const MAX_MEETINGS = 40
/** Of one enterprise at one time. */
export const MAX_OPEN_GUIDANCES = 5
/** That come along when an enterprise asks. */
export const MAX_FIRST_FILES = 6
/** A billion yuan, in fen. */
export const MAX_AMOUNT = 1e11
const LONGEST_MEETING = 8 * HOUR
const SHORTEST_MEETING = 10 * MINUTE
const FARTHEST_MEETING = 180 * DAY

// ── stages ──────────────────────────────────────────────────────────────────────────────────────

const placeOf = (stage: Stage): number => STAGES.indexOf(stage)
export const nextStage = (stage: Stage): Stage | null => STAGES[placeOf(stage) + 1] ?? null

export type StageRefusal = 'stageSkipped' | 'reasonMissing'
/** On by one stage, or back to any with a reason. */
export const stageDecision = (from: Stage, to: Stage, reason: string): StageRefusal | null => {
  const steps = placeOf(to) - placeOf(from)
  if (steps === 0 || steps > 1) return 'stageSkipped'
  return steps < 0 && reason === '' ? 'reasonMissing' : null
}

// ── the checklist ───────────────────────────────────────────────────────────────────────────────

/** Until when something due on a day may be done. */
export const dueOf = (day: string): Date => atWallClock(day, END_OF_WORK)
/** An item is reminded of from 9:00 on the day before it is due. */
export const remindItemAt = (day: string): Date => new Date(atWallClock(day, '09:00').getTime() - DAY)

export interface ItemFacts {
  id: string
  title: string
  owner: ItemOwner
  dueDay: string | null
  doneAt: Instant | null
}
export const isLateItem = ({ dueDay, doneAt }: Pick<ItemFacts, 'dueDay' | 'doneAt'>, now: Instant): boolean =>
  doneAt === null && dueDay !== null && Number(now) > dueOf(dueDay).getTime()

/** Open items as they come due: those without a day last. */
export const openItems = <I extends ItemFacts>(items: readonly I[]): I[] =>
  items
    .filter(({ doneAt }) => doneAt === null)
    .sort((a, b) => ((a.dueDay ?? '9') < (b.dueDay ?? '9') ? -1 : (a.dueDay ?? '9') > (b.dueDay ?? '9') ? 1 : 0))

/** Each side ticks its own. */
export const mayTick = (side: 'enterprise' | 'team', owner: ItemOwner): boolean =>
  (side === 'enterprise') === (owner === 'enterprise')

/** Whether a day can be agreed on: today or later. */
export const isDayAhead = (day: string, now: Instant): boolean => day >= dayKey(now)

// ── meetings ────────────────────────────────────────────────────────────────────────────────────

export interface MeetingTimes {
  startsAt: Instant
  endsAt: Instant
}
export type TimesRefusal = 'timesWrong' | 'meetingPassed'
/** A meeting lies within one day, is neither a moment nor a night, and is still to come. */
export const timesDecision = ({ startsAt, endsAt }: MeetingTimes, now: Instant): TimesRefusal | null => {
  const length = Number(endsAt) - Number(startsAt)
  if (length < SHORTEST_MEETING || length > LONGEST_MEETING || dayKey(startsAt) !== dayKey(endsAt)) return 'timesWrong'
  if (Number(startsAt) - Number(now) > FARTHEST_MEETING) return 'timesWrong'
  return Number(startsAt) <= Number(now) ? 'meetingPassed' : null
}

export interface MeetingFacts extends MeetingTimes {
  state: GuidanceMeetingState
}
/** A planned meeting can be moved or given up until it begins, one that waits for another time at any time. */
export const changeMeetingDecision = ({ state, startsAt }: MeetingFacts, now: Instant): 'meetingOver' | null => {
  if (state === 'unplaced') return null
  return state !== 'planned' || Number(now) >= Number(startsAt) ? 'meetingOver' : null
}
/** A note is written from the start of the meeting on; a written one can be corrected. */
export const noteDecision = (
  { state, startsAt }: MeetingFacts,
  now: Instant,
): 'meetingOver' | 'meetingAhead' | null => {
  if (state === 'cancelled') return 'meetingOver'
  if (state === 'unplaced') return 'meetingAhead'
  return Number(now) < Number(startsAt) ? 'meetingAhead' : null
}

// ── the result ──────────────────────────────────────────────────────────────────────────────────

export interface ResultFacts {
  state: ResultState
  /** In fen; null where there is none. */
  amount: number | null
  /** `2026-11-21` */
  decidedOn: string
}
export type ResultRefusal = 'tooEarly' | 'amountMissing' | 'dayAhead'
/** What was handed in can be approved or rejected; anything can be withdrawn. */
export const resultDecision = (
  { state, amount, decidedOn }: ResultFacts,
  stage: Stage,
  now: Instant,
): ResultRefusal | null => {
  if (state !== 'withdrawn' && placeOf(stage) < placeOf('submission')) return 'tooEarly'
  if (state === 'approved' && amount === null) return 'amountMissing'
  return decidedOn > dayKey(now) ? 'dayAhead' : null
}

// ── whose turn it is ────────────────────────────────────────────────────────────────────────────

/** What comes next, as both sides and the clock see it. */
export interface NextStep {
  /** `replan`: a meeting waits for another time. `note`: one is over and not written up. */
  kind: 'note' | 'meeting' | 'replan' | 'item' | 'stage'
  whose: ItemOwner
  /** Of an item its title; of a stage the stage; empty of a meeting. */
  words: string
  at: Date | null
}

/** The meeting that comes next: what is still to be held, or waits for another time, by the time that it has or had. */
const meetingAhead = (meetings: readonly MeetingFacts[], now: Instant): MeetingFacts | undefined =>
  meetings
    .filter(({ state, endsAt }) => state === 'unplaced' || (state === 'planned' && Number(endsAt) > Number(now)))
    .sort((a, b) => Number(a.startsAt) - Number(b.startsAt))[0]

/** The first meeting that is over and has no note. */
const meetingToNote = (meetings: readonly MeetingFacts[], now: Instant): MeetingFacts | undefined =>
  meetings
    .filter(({ state, endsAt }) => state === 'planned' && Number(endsAt) <= Number(now))
    .sort((a, b) => Number(a.startsAt) - Number(b.startsAt))[0]

/**
 * What came of a meeting is written up before anything else: whatever is planned next, its note stays due. Then the first of
 * what is planned and due; the stage itself, which is the specialist's to go on with, where nothing is.
 */
export const nextStepOf = (
  of: { stage: Stage; items: readonly ItemFacts[]; meetings: readonly MeetingFacts[] },
  now: Instant,
): NextStep => {
  const held = meetingToNote(of.meetings, now)
  if (held) return { kind: 'note', whose: 'specialist', words: '', at: new Date(Number(held.startsAt)) }
  const meeting = meetingAhead(of.meetings, now)
  const item = openItems(of.items)[0]
  const itemAt = item?.dueDay ? dueOf(item.dueDay) : null
  if (item && (itemAt === null ? !meeting : !meeting || itemAt.getTime() <= Number(meeting.startsAt)))
    return { kind: 'item', whose: item.owner, words: item.title, at: itemAt }
  if (meeting) {
    const kind = meeting.state === 'unplaced' ? 'replan' : 'meeting'
    return { kind, whose: 'specialist', words: '', at: new Date(Number(meeting.startsAt)) }
  }
  return { kind: 'stage', whose: 'specialist', words: of.stage, at: null }
}

/** Fen as people write them: `1,200,000` yuan, with cents only where there are some. */
export const sayYuan = (fen: number): string => {
  const [yuan, cents] = [Math.floor(fen / 100), fen % 100]
  const parted = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === 0 ? parted : `${parted}.${String(cents).padStart(2, '0')}`
}
