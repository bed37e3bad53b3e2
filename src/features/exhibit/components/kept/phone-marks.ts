import { CallError } from '@/lib/call-error'
import { cell } from '@/lib/cell'
import { now } from '@/lib/clock'
import { keep, kept } from '@/lib/storage'
import { keepMarks } from '../../api'
import type { ExhibitCardData } from '../exhibit-words'

/**
 * Favourites and where somebody has been, on this phone: all there is while they are not logged in, and for who is, what
 * has not been handed over yet.
 */
export interface PhoneMark {
  exhibit: ExhibitCardData
  /** As last tapped on this phone; missing where it was not. */
  favourite?: boolean
  /** Milliseconds. */
  favouriteAt: number | null
  seenAt: number | null
}

/** The oldest make room. */
export const MAX_MARKS = 200
/** As many as one request takes. */
const AT_ONCE = 50
const NAME = 'exhibit-marks'
/** Changes when the shape changes. */
const VERSION = 1

const marks = cell<readonly PhoneMark[] | undefined>(undefined)

function read(): readonly PhoneMark[] {
  const value = kept(NAME)
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== VERSION) return []
  // Written by `write` of this version and by nothing else.
  return (value as unknown as { marks: PhoneMark[] }).marks
}

const all = (): readonly PhoneMark[] => {
  if (marks.get() === undefined) marks.set(read())
  return marks.get() ?? []
}

function write(next: readonly PhoneMark[]): void {
  const room = next.slice(0, MAX_MARKS)
  marks.set(room)
  keep(NAME, { version: VERSION, marks: room })
}

const isEmpty = ({ favourite, seenAt }: PhoneMark) => favourite === undefined && seenAt === null

/** Changes what this phone knows of an exhibit, and puts it in front. */
function note(exhibit: ExhibitCardData, change: Partial<PhoneMark>): void {
  const was = all().find((mark) => mark.exhibit.id === exhibit.id)
  const mark = { favouriteAt: null, seenAt: null, ...was, exhibit, ...change }
  write([mark, ...all().filter((other) => other.exhibit.id !== exhibit.id)])
}

/** Notes that somebody stood before it. No counts, no scores: only where one has been. */
export const noteSeen = (exhibit: ExhibitCardData): void => note(exhibit, { seenAt: now() })

export const noteFavourite = (exhibit: ExhibitCardData, favourite: boolean): void =>
  note(exhibit, { favourite, favouriteAt: favourite ? now() : null })

/** Forgets where somebody has been; favourites stay. */
export const forgetSeenHere = (): void =>
  write(
    all()
      .map((mark) => ({ ...mark, seenAt: null }))
      .filter((mark) => !isEmpty(mark)),
  )

/** Everything noted on this phone, latest first. */
export function usePhoneMarks(): readonly PhoneMark[] {
  all()
  return marks.use() ?? []
}

/** Reads what was kept once more: another person holds the phone, or a test begins. */
export const rereadPhoneMarks = (): void => marks.set(undefined)

/** Refusals that a repetition cannot change: what was refused so would stand in the way of the rest for ever. */
const FINAL: readonly string[] = ['badInput', 'notFound']

async function send(some: readonly PhoneMark[]): Promise<void> {
  try {
    await keepMarks(
      some.map(({ exhibit, favourite, seenAt }) => ({
        exhibitId: exhibit.id,
        ...(favourite === undefined ? {} : { favourite }),
        ...(seenAt === null ? {} : { seen: true as const }),
      })),
    )
  } catch (error) {
    if (!(error instanceof CallError) || !FINAL.includes(error.code)) throw error
  }
}

let underWay: Promise<boolean> | undefined

async function sendAll(): Promise<void> {
  for (;;) {
    // The oldest first, so that the latest tap is the latest on the other side too.
    const some = all().slice(-AT_ONCE)
    if (some.length === 0) return
    await send([...some].reverse())
    write(all().filter((mark) => !some.includes(mark)))
  }
}

/**
 * Hands everything noted here over to the person's own record and forgets it: true when all of it is there. What cannot be
 * handed over now stays. Throws no `CallError`.
 */
export function handOver(): Promise<boolean> {
  underWay ??= sendAll()
    .then(() => true)
    .catch((error: unknown) => {
      if (!(error instanceof CallError)) throw error
      console.info('marks stay on the phone', error.code)
      return false
    })
    .finally(() => {
      underWay = undefined
    })
  return underWay
}
