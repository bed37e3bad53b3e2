/**
 * Halls, exhibits, stories and milestones: pure decisions. All four are told, drafted, published and found in the same way
 * and differ in `kind` alone; whatever is true of the four is said here once. Time is an argument.
 */
import { DAY } from '../time'

/** `hall`: one of the eight. `display`: an exhibit in a hall. `story`: a piece of the media library. `milestone`: a date of the timeline. */
export const EXHIBIT_KINDS = ['hall', 'display', 'story', 'milestone'] as const
export type ExhibitKind = (typeof EXHIBIT_KINDS)[number]
/** Halls are there already: an editor changes them but opens no ninth. */
export const CREATABLE_KINDS = ['display', 'story', 'milestone'] as const

export const EXHIBIT_STATES = ['draft', 'published', 'withdrawn'] as const
export type ExhibitState = (typeof EXHIBIT_STATES)[number]

/** Themes of stories. */
export const STORY_THEMES = ['faith', 'craft', 'service', 'innovation'] as const
export type StoryTheme = (typeof STORY_THEMES)[number]
/** Themes of the timeline. */
export const MILESTONE_THEMES = ['party', 'nation', 'zone'] as const
export type MilestoneTheme = (typeof MILESTONE_THEMES)[number]
export const THEMES = [...STORY_THEMES, ...MILESTONE_THEMES] as const
export type Theme = (typeof THEMES)[number]

export const themesOf = (kind: ExhibitKind): readonly Theme[] => {
  if (kind === 'story') return STORY_THEMES
  return kind === 'milestone' ? MILESTONE_THEMES : []
}

/** How long a story takes: up to 3 minutes, up to 10, longer. */
export const STORY_LENGTHS = ['short', 'medium', 'long'] as const
export type StoryLength = (typeof STORY_LENGTHS)[number]
const SHORT_S = 180
const MEDIUM_S = 600
export const lengthOf = (seconds: number): StoryLength => {
  if (seconds <= SHORT_S) return 'short'
  return seconds <= MEDIUM_S ? 'medium' : 'long'
}

/** Characters a minute that people read on a phone without hurry (silent reading of Chinese lies at 260–330 a minute). */
const READ_A_MINUTE = 300
const MIN_SECONDS = 30

export interface Timed {
  text: string
  audio: { seconds: number } | null
  video: { seconds: number } | null
}
/** How long it takes: of the film or the sound where there is one, else of reading. Whole seconds. */
export const secondsOf = ({ text, audio, video }: Timed): number =>
  Math.round(
    Math.max(MIN_SECONDS, video?.seconds ?? audio?.seconds ?? (text.replace(/\s/g, '').length / READ_A_MINUTE) * 60),
  )

// ── the eight halls ─────────────────────────────────────────────────────────────────────────────

export const HALL_IDS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7', 'h8'] as const
export type HallId = (typeof HALL_IDS)[number]

/**
 * The floor plan that the project draws (a schematic, not a survey), in hundredths of its width and height. Doors lead
 * where two halls share a wall.
 */
export const PLAN: Record<HallId, { x: number; y: number; width: number; height: number; doors: readonly HallId[] }> = {
  h1: { x: 2, y: 52, width: 30, height: 46, doors: ['h2', 'h8'] },
  h2: { x: 2, y: 2, width: 30, height: 46, doors: ['h1', 'h3', 'h8'] },
  h3: { x: 36, y: 2, width: 30, height: 34, doors: ['h2', 'h5', 'h8'] },
  h4: { x: 36, y: 64, width: 22, height: 34, doors: ['h8', 'h7'] },
  h5: { x: 70, y: 2, width: 28, height: 34, doors: ['h3', 'h6', 'h8'] },
  h6: { x: 80, y: 40, width: 18, height: 22, doors: ['h5', 'h7', 'h8'] },
  h7: { x: 62, y: 66, width: 36, height: 32, doors: ['h4', 'h6', 'h8'] },
  h8: { x: 36, y: 40, width: 40, height: 20, doors: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7'] },
}

/** The faces of a panorama, as seen from inside; `front` is yaw 0, `right` yaw 90. */
export const FACES = ['front', 'right', 'back', 'left', 'up', 'down'] as const
export type Face = (typeof FACES)[number]

// ── the code on the wall ────────────────────────────────────────────────────────────────────────

/** An exhibit's short number: the hall's digit and two more. What a visitor types and what the wall code carries. */
const NUMBER = /^[1-8]\d{2}$/
export const isNumber = (text: string): boolean => NUMBER.test(text)

/** Digits as typed, full-width ones and spaces forgiven. Null unless they can be an exhibit's number. */
export const parseNumber = (typed: string): string | null => {
  const digits = typed.normalize('NFKC').replace(/\s/g, '')
  return isNumber(digits) ? digits : null
}

/** `scene` of a wall code: at most 32 visible characters of the vendor's alphabet. */
export const sceneOf = (number: string): string => `x=${number}`
/** The page that a wall code opens. */
export const WALL_CODE_PAGE = 'pages/exhibit/display/index'

/** Reads the number out of a scene (`x=101`), or out of a scanned text that carries one as `scene=…`. Null when there is none. */
export const parseScene = (scanned: string): string | null => {
  const scene = /(?:^|[?&])scene=([^&#]+)/.exec(scanned)?.[1] ?? scanned
  let plain: string
  try {
    plain = decodeURIComponent(scene)
  } catch {
    // Not percent-encoded after all: such a text is no scene of ours.
    return null
  }
  const number = /^x=(\d{3})$/.exec(plain.trim())?.[1]
  return number && isNumber(number) ? number : null
}

// ── drafts ──────────────────────────────────────────────────────────────────────────────────────

/** What must be right before it is published, in the order of the form. A draft may lack any of it. */
export type DraftProblem =
  | 'numberMissing'
  | 'numberOfAnotherHall'
  | 'dateMissing'
  | 'themeMissing'
  | 'textMissing'
  | 'summaryMissing'
  | 'alternativeMissing'
  | 'transcriptMissing'
  | 'captionsMissing'
  | 'cuesOutOfOrder'
  | 'figureEmpty'
  | 'panoramaIncomplete'

interface Sounding {
  seconds: number
  cues: readonly { at: number; text: string }[]
}
export interface DraftFacts {
  kind: ExhibitKind
  hallId: string | null
  number: string
  date: string
  theme: Theme | null
  summary: string
  text: string
  pictures: readonly { alt: string }[]
  audio: Sounding | null
  video: Sounding | null
  figure: { items: readonly unknown[] } | null
  panorama: { faces: Partial<Record<Face, unknown>> } | null
}

const outOfOrder = (sound: Sounding | null): boolean =>
  (sound?.cues ?? []).some(
    ({ at }, index, cues) => at > (sound?.seconds ?? 0) || (index > 0 && at <= (cues[index - 1]?.at ?? 0)),
  )

type Checks = [wrong: boolean, problem: DraftProblem][]

/** What only some kinds have to say. */
const ownChecks = ({ kind, hallId, number, date, theme, text }: DraftFacts): Checks => {
  const display = kind === 'display'
  const themes = themesOf(kind)
  return [
    [display && !isNumber(number), 'numberMissing'],
    [display && isNumber(number) && hallId !== `h${number[0]}`, 'numberOfAnotherHall'],
    [kind === 'milestone' && date === '', 'dateMissing'],
    [themes.length > 0 && !themes.some((one) => one === theme), 'themeMissing'],
    [kind !== 'milestone' && text === '', 'textMissing'],
  ]
}

export const draftProblems = (draft: DraftFacts): DraftProblem[] => {
  const checks: Checks = [
    ...ownChecks(draft),
    [draft.summary === '', 'summaryMissing'],
    [draft.pictures.some(({ alt }) => alt === ''), 'alternativeMissing'],
    [draft.audio !== null && draft.audio.cues.length === 0, 'transcriptMissing'],
    [draft.video !== null && draft.video.cues.length === 0, 'captionsMissing'],
    [outOfOrder(draft.audio) || outOfOrder(draft.video), 'cuesOutOfOrder'],
    [draft.figure !== null && draft.figure.items.length === 0, 'figureEmpty'],
    [draft.panorama !== null && FACES.some((face) => !draft.panorama?.faces[face]), 'panoramaIncomplete'],
  ]
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem)
}

/** What a draft of this kind can hold: whatever belongs to another kind is left out, and a hall is in itself. */
export const fitDraft = <
  D extends {
    hallId: HallId | null
    number: string
    theme: Theme | null
    date: string
    panorama: unknown
  },
>(
  kind: ExhibitKind,
  ownId: string,
  draft: D,
): D => ({
  ...draft,
  hallId: kind === 'hall' ? (HALL_IDS.find((id) => id === ownId) ?? null) : kind === 'display' ? draft.hallId : null,
  number: kind === 'display' ? draft.number : '',
  theme: themesOf(kind).length > 0 ? draft.theme : null,
  date: kind === 'milestone' ? draft.date : '',
  panorama: kind === 'hall' ? draft.panorama : null,
})

/** Pictures narrower than this are unclear on a phone of three pixels to the point; faces of a panorama are square. */
export const MIN_PICTURE_WIDTH = 640
export const MIN_FACE_SIDE = 256

/** What can happen to an exhibit: the lines of its history. `dropped`: a planned publication whose draft lacked something. */
export const CHANGES = [
  'created',
  'saved',
  'published',
  'planned',
  'unplanned',
  'dropped',
  'withdrawn',
  'restored',
  'discarded',
  'ordered',
] as const
export type ChangeKind = (typeof CHANGES)[number]

/** Exhibits in the order that their hall's editor gave them; those without a place come after, by number. */
export const inOrder = <E extends { id: string; number: string }>(
  exhibits: readonly E[],
  order: readonly string[],
): E[] => {
  const place = ({ id }: E) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...exhibits].sort((a, b) => place(a) - place(b) || (a.number < b.number ? -1 : Number(a.number > b.number)))
}

/** A date of the timeline: a year, a month or a day. */
export const MILESTONE_DATE = /^(1[89]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** Not touched for a year. */
export const STALE_MS = 365 * DAY
export const isStale = (
  { state, changedAt }: { state: ExhibitState; changedAt: Date | number },
  now: Date | number,
): boolean => state === 'published' && Number(now) - Number(changedAt) >= STALE_MS

/** What the workbench can narrow its list to. */
export const DESK_FILTERS = ['drafts', 'scheduled', 'published', 'withdrawn', 'stale', 'broken'] as const
export type DeskFilter = (typeof DESK_FILTERS)[number]

/** How somebody takes an exhibit in; kept on the phone for the next scan. */
export const MODES = ['read', 'listen', 'large'] as const
export type Mode = (typeof MODES)[number]

/** The cue that is being spoken at this second; -1 before the first. */
export const cueAt = (cues: readonly { at: number }[], second: number): number => {
  let current = -1
  for (const [index, { at }] of cues.entries()) if (at <= second) current = index
  return current
}
