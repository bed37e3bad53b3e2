import * as v from 'valibot'
import {
  branchId,
  cursor,
  defineContract,
  eventId,
  exhibitId,
  instantIn,
  instantOut,
  optionalText,
  page,
  requestId,
  text,
  whole,
} from '../kit'
import {
  figureIn,
  figureOut,
  fileOut,
  filmIn,
  filmOut,
  pictureIn,
  pictureOut,
  soundIn,
  soundOut,
  upload,
} from '../media'
import {
  CHANGES,
  CREATABLE_KINDS,
  DESK_FILTERS,
  EXHIBIT_KINDS,
  EXHIBIT_STATES,
  FACES,
  HALL_IDS,
  MILESTONE_DATE,
  STORY_LENGTHS,
  THEMES,
} from './rules'

const hallId = v.picklist(HALL_IDS)
const theme = v.picklist(THEMES)
/** An exhibit's short number as typed or scanned, such as `101`. */
const number = v.pipe(v.string(), v.maxLength(10))

// ── what an editor hands in ─────────────────────────────────────────────────────────────────────

const angle = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most))
const spotIn = v.object({
  /** Degrees; 0 is the middle of the front face, positive to the right and upwards. */
  yaw: angle(180),
  pitch: angle(90),
  /** An exhibit of this hall by its number, or a neighbouring hall by its id. */
  to: v.union([v.object({ number }), v.object({ hallId })]),
})

/** All that an editor decides about a hall, an exhibit, a story or a milestone. A draft may be unfinished: see `draftProblems`. */
export const draftInput = v.object({
  hallId: v.optional(v.nullable(hallId), null),
  number: optionalText(3),
  title: text(60),
  /** One or two sentences for lists, the first thing that is read aloud. */
  summary: optionalText(120),
  /** Paragraphs, parted by line breaks. */
  text: optionalText(6000),
  theme: v.optional(v.nullable(theme), null),
  /** Of a milestone: `1921`, `1921-07` or `1921-07-23`. Empty for all others. */
  date: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.regex(MILESTONE_DATE))]), ''),
  pictures: v.optional(v.pipe(v.array(pictureIn), v.maxLength(9)), []),
  audio: v.optional(v.nullable(soundIn), null),
  video: v.optional(v.nullable(filmIn), null),
  figure: v.optional(v.nullable(figureIn), null),
  eventIds: v.optional(v.pipe(v.array(eventId), v.maxLength(5)), []),
  branchIds: v.optional(v.pipe(v.array(branchId), v.maxLength(5)), []),
  /** Of a hall: six square pictures and what can be tapped in them. */
  panorama: v.optional(
    v.nullable(
      v.object({ faces: v.record(v.picklist(FACES), upload), spots: v.pipe(v.array(spotIn), v.maxLength(30)) }),
    ),
    null,
  ),
})

// ── what people see ─────────────────────────────────────────────────────────────────────────────

/** What a list shows of any kind. */
export const exhibitCard = v.object({
  id: v.string(),
  kind: v.picklist(EXHIBIT_KINDS),
  hallId: v.nullable(hallId),
  number: v.string(),
  title: v.string(),
  summary: v.string(),
  theme: v.nullable(theme),
  date: v.string(),
  /** How long it takes, in seconds. */
  seconds: v.number(),
  hasAudio: v.boolean(),
  hasVideo: v.boolean(),
  /** The first picture, small; null when there is none. */
  picture: v.nullable(v.object({ url: v.string(), alt: v.string() })),
})

/** One whole page of any kind. */
export const exhibitView = v.object({
  ...exhibitCard.entries,
  text: v.string(),
  pictures: v.array(pictureOut),
  audio: v.nullable(soundOut),
  video: v.nullable(filmOut),
  figure: v.nullable(figureOut),
  changedAt: instantOut,
})

const spotOut = v.object({
  yaw: v.number(),
  pitch: v.number(),
  to: v.union([v.object({ number: v.string() }), v.object({ hallId })]),
  /** The exhibit's or the hall's title. */
  title: v.string(),
})
const panoramaOut = v.object({ faces: v.record(v.picklist(FACES), fileOut), spots: v.array(spotOut) })

/** What an exhibit of a hall brings along, so that the hall can be walked through again without a network. */
const displayInHall = v.object({ ...exhibitCard.entries, text: v.string(), figure: v.nullable(figureOut) })

const mark = v.object({
  exhibit: exhibitCard,
  favouriteAt: v.nullable(instantOut),
  seenAt: v.nullable(instantOut),
})

// ── what the workbench sees ─────────────────────────────────────────────────────────────────────

/** What an editor needs of an exhibit besides its page. */
const deskFields = v.object({
  state: v.picklist(EXHIBIT_STATES),
  rev: v.number(),
  /** There is a draft that differs from what is published. */
  hasDraft: v.boolean(),
  /** When the draft goes out by itself. */
  publishAt: v.nullable(instantOut),
  changedAt: instantOut,
  changedBy: v.string(),
  /** Files that are missing or broken, in words: `图片 2`. */
  broken: v.array(v.string()),
})
export const deskCard = v.object({
  ...exhibitCard.entries,
  ...deskFields.entries,
  /** How often it was opened: this month and in all. Counts only, no persons. */
  opened: v.object({ month: v.number(), total: v.number() }),
})
const deskView = v.object({
  ...deskFields.entries,
  /** The draft, or what is published where there is none: also what the preview shows. */
  content: v.object({ ...exhibitView.entries, eventIds: v.array(v.string()), branchIds: v.array(v.string()) }),
  panorama: v.nullable(panoramaOut),
  /** Exhibits of a hall in order; empty for all others. */
  order: v.array(v.string()),
  /** What stood before, newest first; `version` brings it back. */
  history: v.array(v.object({ version: v.number(), at: instantOut, by: v.string(), what: v.picklist(CHANGES) })),
})

const rev = whole(0, 1e9)
/** `rev` is the one that was read: a change in between is refused, not overwritten. */
const asRead = v.object({ exhibitId, rev })
const editing = { editor: 'own', staff: 'any' } as const
const draftRefusals = ['fileUnusable', 'pictureTooSmall', 'textRisky', 'linkUnknown'] as const

/** Context `exhibit`: halls, exhibits, stories and the timeline; what people keep of them; how editors care for them. */
export const exhibit = defineContract({
  /** A hall with its exhibits in order, texts included. */
  hall: {
    input: v.object({ hallId }),
    output: v.object({
      hall: exhibitView,
      panorama: v.nullable(panoramaOut),
      exhibits: v.array(displayInHall),
      neighbours: v.array(v.object({ id: hallId, title: v.string() })),
    }),
    refusals: [],
    allow: { visitor: 'any' },
  },

  /** One exhibit, story or milestone, by its id or by the short number on the wall. */
  get: {
    input: v.object({ exhibitId: v.optional(exhibitId), number: v.optional(number) }),
    output: v.object({
      exhibit: exhibitView,
      /** The one after it in its hall; null at the end and for stories. */
      next: v.nullable(exhibitCard),
      hallTitle: v.string(),
      events: v.array(v.object({ id: v.string(), title: v.string(), startsAt: instantOut })),
      branches: v.array(v.object({ id: v.string(), name: v.string() })),
      /** Whether the caller keeps it as a favourite; null for who is not logged in: then the phone knows. */
      favourite: v.nullable(v.boolean()),
    }),
    refusals: ['numberUnknown'],
    allow: { visitor: 'any' },
  },

  /** Published exhibits and stories by words (also in pinyin), theme and length. Without words: all, newest first. */
  search: {
    input: v.object({
      kind: v.optional(v.picklist(['display', 'story'])),
      words: optionalText(40),
      theme: v.optional(theme),
      length: v.optional(v.picklist(STORY_LENGTHS)),
      cursor,
    }),
    output: page(exhibitCard),
    refusals: [],
    allow: { visitor: 'any' },
  },

  /** The whole timeline in order of date, at most 500 entries. */
  timeline: {
    input: v.object({}),
    output: v.object({ items: v.array(exhibitCard) }),
    refusals: [],
    allow: { visitor: 'any' },
  },

  /** The caller's favourites, or where they have been, latest first. */
  marks: {
    input: v.object({ what: v.picklist(['favourite', 'seen']), cursor }),
    output: page(mark),
    refusals: [],
    allow: { bound: 'any' },
  },

  /** Keeps marks; one at a tap, or all that a phone gathered before its owner logged in. Repeating it changes nothing. */
  keep: {
    input: v.object({
      marks: v.pipe(
        v.array(v.object({ exhibitId, favourite: v.optional(v.boolean()), seen: v.optional(v.literal(true)) })),
        v.minLength(1),
        v.maxLength(50),
      ),
    }),
    output: v.object({ kept: v.number() }),
    refusals: [],
    allow: { bound: 'any' },
  },
  /** Forgets where the caller has been; favourites stay. */
  forgetSeen: { input: v.object({}), output: v.object({}), refusals: [], allow: { bound: 'any' } },

  // ── the editor's side ─────────────────────────────────────────────────────────────────────────

  managed: {
    input: v.object({
      kind: v.optional(v.picklist(EXHIBIT_KINDS)),
      hallId: v.optional(hallId),
      filter: v.optional(v.picklist(DESK_FILTERS)),
      words: optionalText(40),
      cursor,
    }),
    output: page(deskCard),
    refusals: [],
    allow: editing,
  },
  /** One of them as the workbench sees it: the draft where there is one. */
  edit: { input: v.object({ exhibitId }), output: deskView, refusals: [], allow: editing },
  create: {
    input: v.object({ requestId, kind: v.picklist(CREATABLE_KINDS), draft: draftInput }),
    output: deskView,
    refusals: [...draftRefusals, 'numberTaken'],
    allow: editing,
  },
  /** Keeps a draft; what is published stays as it is. */
  save: {
    input: v.object({ exhibitId, rev, draft: draftInput }),
    output: deskView,
    refusals: [...draftRefusals, 'numberTaken', 'changedMeanwhile'],
    allow: editing,
  },
  /** Publishes the draft now, or at a time to come. Refuses one that lacks something (`draftProblems`). */
  publish: {
    input: v.object({ exhibitId, rev, at: v.optional(v.nullable(instantIn), null) }),
    output: deskView,
    refusals: ['draftIncomplete', 'changedMeanwhile', 'timePassed'],
    allow: editing,
  },
  /** Takes the time of a planned publication away again. */
  unschedule: { input: asRead, output: deskView, refusals: ['changedMeanwhile'], allow: editing },
  /** Takes it from the public; it can be published again. A hall cannot be taken away. */
  withdraw: { input: asRead, output: deskView, refusals: ['changedMeanwhile', 'hallStays'], allow: editing },
  /** Makes an earlier version the draft; nothing public changes. */
  restore: {
    input: v.object({ exhibitId, rev, version: rev }),
    output: deskView,
    refusals: ['changedMeanwhile', 'versionGone', 'numberTaken'],
    allow: editing,
  },
  /** Gives up the draft; what was never published goes altogether. */
  discard: {
    input: asRead,
    output: v.object({ gone: v.boolean() }),
    refusals: ['changedMeanwhile'],
    allow: editing,
  },
  /** The order of a hall's exhibits, all of them. Takes effect at once. */
  order: {
    input: v.object({ hallId, rev, exhibitIds: v.pipe(v.array(exhibitId), v.maxLength(200)) }),
    output: deskView,
    refusals: ['changedMeanwhile', 'orderIncomplete'],
    allow: editing,
  },
  /** Openings of one exhibit by month, oldest first, 24 at most. Counts only. */
  openings: {
    input: v.object({ exhibitId }),
    output: v.object({ total: v.number(), months: v.array(v.object({ month: v.string(), count: v.number() })) }),
    refusals: [],
    allow: editing,
  },
})
