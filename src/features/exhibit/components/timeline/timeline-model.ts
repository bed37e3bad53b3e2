import type { OutputFor } from '@/domain/contracts'
import type { MilestoneTheme } from '@/domain/exhibit/rules'
import { linesOf } from './text-lines'

export type Entry = OutputFor<'exhibit.timeline'>['items'][number]

/** A few entries in a row that are drawn, or left out, together. */
export interface Block {
  /** Names it on the page. */
  id: string
  /** The year that begins in it, when one does: then the year stands at its head. */
  year: string | null
  /** The decade that begins in it: `1920`. */
  decade: string | null
  entries: readonly Entry[]
  /** From the head of the list, in px. */
  top: number
  height: number
  /** Of each entry, in px. */
  heights: readonly number[]
}

/** Sizes in px at scale 1 that the styles and the model share. */
export const SIZES = {
  /** Line and dots at the left, with their gap. */
  rail: 28,
  year: 44,
  /** Above and below the words of an entry, and between two entries. */
  padding: 12,
  gap: 12,
  /** Between the lines of an entry. */
  between: 4,
  picture: 88,
  pictureHeight: 66,
  pictureGap: 12,
} as const

const TEXT = { date: 14, title: 16, summary: 14 } as const
const LEADING = 1.4
/** More than this in one block and its drawing would be felt. */
const MOST_ENTRIES = 6

const yearOf = ({ date }: Pick<Entry, 'date'>): string => date.slice(0, 4)
export const decadeOf = (year: string): string => `${year.slice(0, 3)}0`

/** The date as it is said: `1921 年 7 月 23 日`, `1921 年 7 月`, `1921 年`. */
export function dateWords(date: string): string {
  const [year = '', month, day] = date.split('-')
  return [`${year} 年`, month && `${Number(month)} 月`, day && `${Number(day)} 日`].filter(Boolean).join(' ')
}

export interface Measure {
  /** Of the whole list, in px. */
  width: number
  /** Factor on all text. */
  scale: number
  /** Whether what stands side by side goes below each other. */
  stacked: boolean
}

/** Lines are whole px on every platform: what is reckoned in fractions would drift apart over three hundred entries. */
export const lineHeight = (size: number, scale: number): number => Math.ceil(size * scale * LEADING)

/** How tall an entry is, in px. */
export function entryHeight(entry: Entry, { width, scale, stacked }: Measure): number {
  const beside = entry.picture !== null && !stacked
  const inner = width - SIZES.rail - 2 * SIZES.padding - (beside ? SIZES.picture + SIZES.pictureGap : 0)
  const tall = (text: string, size: number) => linesOf(text, inner / (size * scale)) * lineHeight(size, scale)
  const summary = tall(entry.summary, TEXT.summary)
  const words =
    lineHeight(TEXT.date, scale) +
    SIZES.between +
    tall(entry.title, TEXT.title) +
    (summary ? SIZES.between + summary : 0)
  const pictureBelow = entry.picture !== null && stacked ? Math.ceil((inner * 3) / 4) + SIZES.pictureGap : 0
  const content = beside ? Math.max(words, SIZES.pictureHeight) : words + pictureBelow
  return content + 2 * SIZES.padding
}

export const yearHeight = (scale: number): number => Math.ceil(SIZES.year * Math.max(1, scale * 0.8))

/** Entries that belong together: of one year, at most so many. */
function groups(entries: readonly Entry[]): Entry[][] {
  const found: Entry[][] = []
  for (const entry of entries) {
    const last = found.at(-1)
    const first = last?.[0]
    if (last && first && yearOf(first) === yearOf(entry) && last.length < MOST_ENTRIES) last.push(entry)
    else found.push([entry])
  }
  return found
}

/** The whole timeline as blocks with their places, the oldest first. */
export function blocksOf(entries: readonly Entry[], measure: Measure): Block[] {
  let top = 0
  let before = ''
  return groups(entries).map((group) => {
    const year = group[0] ? yearOf(group[0]) : ''
    const begins = year !== before
    const opens = begins && (before === '' || decadeOf(year) !== decadeOf(before))
    before = year
    const heights = group.map((entry) => entryHeight(entry, measure))
    const height = (begins ? yearHeight(measure.scale) : 0) + heights.reduce((sum, one) => sum + one + SIZES.gap, 0)
    const block: Block = {
      id: `t-${group[0]?.id ?? ''}`,
      year: begins ? year : null,
      decade: opens ? decadeOf(year) : null,
      entries: group,
      top,
      height,
      heights,
    }
    top += height
    return block
  })
}

/** From which block to which one to draw, the last excluded. */
export interface Stretch {
  from: number
  to: number
}

/**
 * The blocks near the screen.
 * @param top what has been scrolled away of the list, in px
 * @param spare how much is drawn above and below the screen, in px
 */
export function stretchAt(blocks: readonly Block[], top: number, height: number, spare: number): Stretch {
  const isBelow = (block: Block) => block.top + block.height > top - spare
  const from = Math.max(0, blocks.findIndex(isBelow))
  const after = blocks.findIndex((block) => block.top >= top + height + spare)
  return { from, to: after === -1 ? blocks.length : after }
}

/** The block at this height. */
export const blockAt = (blocks: readonly Block[], top: number): Block | undefined =>
  blocks.find((block) => block.top + block.height > top) ?? blocks.at(-1)

/** The first block of a year, or of the next one that there is; the last block when all are earlier. */
export const blockFrom = (blocks: readonly Block[], year: string): Block | undefined =>
  blocks.find(({ entries }) => (entries[0] ? yearOf(entries[0]) >= year : false)) ?? blocks.at(-1)

export const ofTheme = (entries: readonly Entry[], theme: MilestoneTheme | 'all'): readonly Entry[] =>
  theme === 'all' ? entries : entries.filter((entry) => entry.theme === theme)
