import Taro from '@tarojs/taro'
import { useEffect, useRef, useState, type CSSProperties } from 'react'
import { draggable, type Drag } from './drag'

interface Row {
  top: number
  height: number
}

/** What is known while a row is held. Everything is in px of the page. */
interface Hold {
  from: number
  /** Where the rows stood when it was taken up; empty until they are measured. */
  rows: Row[]
  /** How far the finger has gone since, and how far the page under it. */
  moved: number
  scrolled: number
  scrollTop: number
  windowHeight: number
}

interface Shown {
  from: number
  to: number
  by: number
  /** How far the others move aside. */
  room: number
}

export interface Sorting {
  /** The place that is held; null while none is. */
  held: number | null
  styleOf: (place: number) => CSSProperties
  /** Props of the handle of a place. */
  handleOf: (place: number) => Record<string, unknown>
}

/** Within this distance of the window's edge, in px, the page goes along. */
const EDGE = 96
const SCROLL_STEP = 12
const SCROLL_EVERY_MS = 32

const middle = ({ top, height }: Row) => top + height / 2

/** What lies between two rows. */
const gapOf = ([first, second]: readonly Row[]): number => (first && second ? second.top - first.top - first.height : 0)

/** The place where a row lands whose middle has come to `at`. */
export const landing = (rows: readonly Row[], from: number, at: number): number => {
  const before = rows.filter((row, place) => place !== from && middle(row) < at).length
  return Math.min(rows.length - 1, before)
}

/** Where every row stands in the page, and how far that is scrolled. */
function measure(): Promise<{ rows: Row[]; scrollTop: number }> {
  return new Promise((resolve) => {
    const query = Taro.createSelectorQuery()
    query.selectAll('.sort-list__measured').boundingClientRect()
    query.selectViewport().scrollOffset()
    query.exec(([boxes, viewport]: [Row[] | null, { scrollTop?: number } | null]) => {
      const scrollTop = viewport?.scrollTop ?? 0
      resolve({ rows: (boxes ?? []).map(({ top, height }) => ({ top: top + scrollTop, height })), scrollTop })
    })
  })
}

/** Takes a row along with the finger, makes room where it would land, and tells where it was let go. */
export function useSorting(count: number, onSorted: (from: number, to: number) => void): Sorting {
  const [shown, setShown] = useState<Shown | null>(null)
  const hold = useRef<Hold | null>(null)
  const sorted = useRef(onSorted)
  sorted.current = onSorted

  const show = () => {
    const now = hold.current
    const row = now?.rows[now.from]
    if (!now || !row) return
    const by = now.moved + now.scrolled
    setShown({
      from: now.from,
      to: landing(now.rows, now.from, middle(row) + by),
      by,
      room: row.height + gapOf(now.rows),
    })
  }
  useScrolling(hold, shown !== null, show)
  useEffect(() => {
    hold.current = null
    setShown(null)
  }, [count])

  const drag = (place: number): Drag => ({
    start: () => undefined,
    move: (_dx, dy) => {
      if (hold.current === null) {
        const begun: Hold = { from: place, rows: [], moved: 0, scrolled: 0, scrollTop: 0, windowHeight: 0 }
        begun.windowHeight = Taro.getWindowInfo().windowHeight
        hold.current = begun
        void measure().then((found) => {
          Object.assign(begun, found)
          if (hold.current === begun) show()
        })
      }
      hold.current.moved += dy
      show()
    },
    end: () => {
      const now = hold.current
      const row = now?.rows[now.from]
      hold.current = null
      setShown(null)
      if (!now || !row) return
      const to = landing(now.rows, now.from, middle(row) + now.moved + now.scrolled)
      if (to !== now.from) sorted.current(now.from, to)
    },
  })
  const drags = useRef(new Map<number, Record<string, unknown>>())
  const handleOf = (place: number) => {
    const known = drags.current.get(place) ?? draggable(drag(place))
    drags.current.set(place, known)
    return known
  }
  return { held: shown?.from ?? null, styleOf: (place) => styleOf(place, shown), handleOf }
}

/** The held row goes with the finger; those between make room. */
function styleOf(place: number, shown: Shown | null): CSSProperties {
  if (!shown) return {}
  const { from, to, by, room } = shown
  if (place === from) return { transform: `translateY(${Math.round(by)}px) scale(1.02)` }
  if (place > from && place <= to) return { transform: `translateY(${-Math.round(room)}px)` }
  if (place < from && place >= to) return { transform: `translateY(${Math.round(room)}px)` }
  return { transform: 'translateY(0)' }
}

/** How far the page goes with the next tick, in px: up or down near an edge, as far as there are rows. */
function stepOf({ from, rows, moved, scrolled, scrollTop, windowHeight }: Hold): number {
  const [row, first, last] = [rows[from], rows[0], rows.at(-1)]
  if (!row || !first || !last) return 0
  const inWindow = middle(row) + moved - scrollTop
  const at = scrollTop + scrolled
  if (inWindow < EDGE) return at > Math.max(0, first.top - EDGE) ? -SCROLL_STEP : 0
  if (inWindow <= windowHeight - EDGE) return 0
  return at < last.top + last.height + EDGE - windowHeight ? SCROLL_STEP : 0
}

/** Near the window's upper or lower edge the page goes along, so that long lists can be sorted in one go. */
function useScrolling(hold: { current: Hold | null }, sorting: boolean, show: () => void): void {
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    if (!sorting) return
    const timer = setInterval(() => {
      const now = hold.current
      const step = now ? stepOf(now) : 0
      if (!now || step === 0) return
      now.scrolled += step
      void Taro.pageScrollTo({ scrollTop: now.scrollTop + now.scrolled, duration: 0 })
      latest.current()
    }, SCROLL_EVERY_MS)
    return () => clearInterval(timer)
  }, [hold, sorting])
}
