/** Files that are made for somebody: what there is, which columns a sheet has, and who sees whom in it whole. Pure. */
import { maskPhone } from '../member/rules'
import { DAY } from '../time'

/** Sheets that are made in slices while their person waits or goes on. */
export const SHEET_KINDS = ['eventRoster', 'visitDay', 'consultations', 'serviceDay', 'outreach', 'figures'] as const
export type SheetKind = (typeof SHEET_KINDS)[number]
/** What can be had as a file. */
export type DocumentKind = 'wallCodes' | SheetKind

/** Codes of one print sheet at most: each is made anew, and all of them have to come within one call. An A4 page holds eight. */
export const MAX_CODES = 60
export const CODES_A_PAGE = 8

// ── jobs ────────────────────────────────────────────────────────────────────────────────────────

export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'expired'] as const
export type JobState = (typeof JOB_STATES)[number]
/** A failed or expired job is asked for anew, under a new request. */
export const JOB_MOVES: Record<JobState, readonly JobState[]> = {
  waiting: ['running', 'failed', 'expired'],
  running: ['done', 'failed', 'expired'],
  done: ['expired'],
  failed: ['expired'],
  expired: [],
}
export const OPEN_STATES = ['waiting', 'running'] as const
export const isOpen = (state: JobState): boolean => state === 'waiting' || state === 'running'

/** Rows that one slice gathers: well inside what a function has time for. */
export const SLICE_ROWS = 500
/** Rows of one sheet: what can be put into a file within one call. */
export const MAX_ROWS = 10_000
/** Jobs that one person may have under way. */
export const MAX_OPEN = 5
/** Slices that may fail in a row before a job is given up. */
export const MAX_TRIES = 5
/** How long a finished file can be fetched. It can be made anew at any time, and holds other people's data. */
export const FILE_KEPT_MS = DAY
/** How long a list still says that there was one. */
export const TRACE_KEPT_MS = 30 * DAY

/** How far a job is, 0 to 1. Putting the rows into a file is the last part of it. */
export const shareOf = (job: { state: JobState; done: number; total: number }): number => {
  if (job.state === 'done') return 1
  return job.total === 0 ? 0 : Math.min(1, job.done / job.total) * 0.9
}

// ── columns ─────────────────────────────────────────────────────────────────────────────────────

/** `time` is an instant, shown as the park's clock; `day` a calendar day, or words where there is none; `number` can be summed. */
export type CellType = 'text' | 'number' | 'time' | 'day'
/** What a cell tells of a person: their name, their number, or words that somebody wrote about them. */
export type Personal = 'name' | 'phone' | 'words'
export interface Column {
  key: string
  type: CellType
  /** In characters of the sheet's font; a Chinese one takes two. */
  width: number
  personal?: Personal
}

const EVENT_ROSTER = [
  { key: 'name', type: 'text', width: 14, personal: 'name' },
  { key: 'branchName', type: 'text', width: 34 },
  { key: 'identity', type: 'text', width: 12 },
  { key: 'state', type: 'text', width: 14 },
  { key: 'signedUpAt', type: 'time', width: 18 },
  { key: 'attendedAt', type: 'time', width: 18 },
  { key: 'way', type: 'text', width: 12 },
  { key: 'reason', type: 'text', width: 30, personal: 'words' },
] as const satisfies readonly Column[]

const VISIT_DAY = [
  { key: 'name', type: 'text', width: 14, personal: 'name' },
  { key: 'startsAt', type: 'time', width: 18 },
  { key: 'endsAt', type: 'time', width: 18 },
  { key: 'branchName', type: 'text', width: 34 },
  { key: 'groupName', type: 'text', width: 30 },
  { key: 'size', type: 'number', width: 8 },
  { key: 'guide', type: 'text', width: 10 },
  { key: 'state', type: 'text', width: 12 },
  { key: 'bookedAt', type: 'time', width: 18 },
  { key: 'arrivedAt', type: 'time', width: 18 },
  { key: 'way', type: 'text', width: 12 },
  { key: 'reason', type: 'text', width: 30, personal: 'words' },
] as const satisfies readonly Column[]

/** Who, when, topic and state: never the question nor what was said. */
const CONSULTATIONS = [
  { key: 'enterprise', type: 'text', width: 28 },
  { key: 'topic', type: 'text', width: 16 },
  { key: 'mode', type: 'text', width: 14 },
  { key: 'state', type: 'text', width: 14 },
  { key: 'owner', type: 'text', width: 14, personal: 'name' },
  { key: 'bookedAt', type: 'time', width: 18 },
  { key: 'startsAt', type: 'time', width: 18 },
  { key: 'place', type: 'text', width: 26 },
  { key: 'dueAt', type: 'time', width: 18 },
  { key: 'firstAnswerAt', type: 'time', width: 18 },
  { key: 'outcome', type: 'text', width: 14 },
  { key: 'verdict', type: 'text', width: 12 },
  { key: 'closedAt', type: 'time', width: 18 },
] as const satisfies readonly Column[]

const SERVICE_DAY = [
  { key: 'startsAt', type: 'time', width: 18 },
  { key: 'endsAt', type: 'time', width: 18 },
  { key: 'enterprise', type: 'text', width: 28 },
  { key: 'topic', type: 'text', width: 16 },
  { key: 'owner', type: 'text', width: 14, personal: 'name' },
  { key: 'state', type: 'text', width: 14 },
  { key: 'bookedAt', type: 'time', width: 18 },
] as const satisfies readonly Column[]

/** When who went where: never what was said there. */
const OUTREACH = [
  { key: 'day', type: 'day', width: 14 },
  { key: 'enterprise', type: 'text', width: 28 },
  { key: 'goer', type: 'text', width: 14, personal: 'name' },
  { key: 'state', type: 'text', width: 12 },
  { key: 'writtenAt', type: 'time', width: 18 },
] as const satisfies readonly Column[]

const FIGURES = [
  { key: 'group', type: 'day', width: 18 },
  { key: 'bookings', type: 'number', width: 10 },
  { key: 'noShows', type: 'number', width: 10 },
  { key: 'answered', type: 'number', width: 10 },
  { key: 'firstAnswerMinutes', type: 'number', width: 34 },
  { key: 'judged', type: 'number', width: 14 },
  { key: 'solved', type: 'number', width: 10 },
] as const satisfies readonly Column[]

const COLUMNS = {
  eventRoster: EVENT_ROSTER,
  visitDay: VISIT_DAY,
  consultations: CONSULTATIONS,
  serviceDay: SERVICE_DAY,
  outreach: OUTREACH,
  figures: FIGURES,
} as const
export type ColumnKey<K extends SheetKind> = (typeof COLUMNS)[K][number]['key']
export const columnsOf = (kind: SheetKind): readonly Column[] => COLUMNS[kind]

export type Cell = string | number | Date | null

// ── who sees whom whole ─────────────────────────────────────────────────────────────────────────

/** Whose people a kind of sheet tells of: those of branches, or of service teams. */
export const HOMES = {
  eventRoster: 'branch',
  visitDay: 'branch',
  consultations: 'team',
  serviceDay: 'team',
  outreach: 'team',
  figures: 'team',
} as const satisfies Record<SheetKind, 'branch' | 'team'>

/**
 * Whose data a person may take away whole: everyone's, or that of the people of these branches or teams. On a screen an
 * organiser sees every name of their event; a file goes on from hand to hand, so in it only their own people's stand whole.
 */
export type Reach = 'all' | readonly string[]

/** @param home the branch or team that somebody belongs to; empty for none */
export const seesWhole = (reach: Reach, home: string): boolean => reach === 'all' || reach.includes(home)

/** The first character and a star: enough to tell two rows apart beside their branch. */
export const maskName = (name: string): string => (name === '' ? '' : `${Array.from(name)[0] ?? ''}*`)

const MASKS: Record<Personal, (text: string) => string> = { name: maskName, phone: maskPhone, words: () => '' }

/** A cell as somebody may see it. */
export const maskedCell = (column: Column, value: Cell, whole: boolean): Cell =>
  column.personal && !whole && typeof value === 'string' ? MASKS[column.personal](value) : value
