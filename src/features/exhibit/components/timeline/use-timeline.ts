import { useEffect, useMemo, useRef, useState } from 'react'
import { MILESTONE_THEMES, type MilestoneTheme } from '@/domain/exhibit/rules'
import { useCall } from '@/lib/use-call'
import { useWindow } from '@/lib/use-window'
import { isLarge, useDisplay } from '@/ui/display'
import { blocksOf, ofTheme, type Entry } from './timeline-model'
import { useStretch } from './use-stretch'

/** The frame's reading width and margins, in px; the same as in its styles. */
const NARROW = 680
const WIDE_FROM = 900
const marginOf = (width: number): number => (width >= WIDE_FROM ? 24 : 16)

/** The browser's title bar stays above the list; in WeChat the platform's own lies outside the page. */
const titleBar = (scale: number): number => (process.env.TARO_ENV === 'h5' ? 17.33 + 26.67 * scale : 0)

const NONE: readonly Entry[] = []

/** The timeline: what it holds, what is drawn of it, and the ways through it. */
export function useTimeline(from: string | undefined) {
  const timeline = useCall('exhibit.timeline', {}, { keep: true })
  const [theme, setTheme] = useState<MilestoneTheme | 'all'>('all')
  const { width } = useWindow()
  const { scale } = useDisplay()
  const items = timeline.data?.items ?? NONE
  const blocks = useMemo(() => {
    const list = Math.min(width, NARROW) - 2 * marginOf(width)
    return blocksOf(ofTheme(items, theme), { width: list, scale, stacked: isLarge(scale) })
  }, [items, theme, width, scale])
  const { stretch, year, decade, jumpToYear } = useStretch(blocks, titleBar(scale))

  // The year to be at once the blocks are there: the one asked for in the address, or the one that was read when the theme changed.
  const wished = useRef(from)
  useEffect(() => {
    if (blocks.length === 0 || wished.current === undefined) return
    const to = wished.current
    wished.current = undefined
    void jumpToYear(to)
  }, [blocks, jumpToYear])
  const first = blocks[0]?.entries[0]?.date.slice(0, 4)
  const chooseTheme = (next: MilestoneTheme | 'all') => {
    if (year !== first) wished.current = year
    setTheme(next)
  }
  const themes = MILESTONE_THEMES.filter((one) => items.some((entry) => entry.theme === one))
  return { timeline, theme, themes, chooseTheme, blocks, stretch, decade, jumpToYear, scale }
}

export type Timeline = ReturnType<typeof useTimeline>
