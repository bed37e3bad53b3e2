import Taro, { usePageScroll } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWindow } from '@/lib/use-window'
import { blockAt, blockFrom, decadeOf, stretchAt, type Block, type Stretch } from './timeline-model'

export const LIST_ID = 'timeline-list'
export const BAR_ID = 'timeline-bar'

interface Box {
  top: number
  height: number
}

const NOWHERE: Box = { top: 0, height: 0 }

/** Where an element stands, in px from the upper edge of the screen. */
const boxOf = (id: string): Promise<Box> =>
  new Promise((resolve) =>
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect()
      .exec(([box]: (Box | null)[]) => resolve(box ?? NOWHERE)),
  )

const yearOf = (block: Block | undefined): string => block?.entries[0]?.date.slice(0, 4) ?? ''

/** Where the page has been scrolled to, and the way to another year. */
function useScroll(blocks: readonly Block[], stuckAt: number) {
  const scrolled = useRef(0)
  const listTop = useRef(0)
  const locate = useCallback(async () => {
    listTop.current = (await boxOf(LIST_ID)).top + scrolled.current
  }, [])
  useEffect(() => void locate(), [blocks, locate])
  const jump = useCallback(
    async (block: Block | undefined) => {
      if (!block) return
      const [place, bar] = await Promise.all([boxOf(block.id), boxOf(BAR_ID)])
      const to = Math.max(0, Math.round(place.top + scrolled.current - bar.height - stuckAt))
      await Taro.pageScrollTo({ scrollTop: to, duration: 0 })
      await locate()
    },
    [locate, stuckAt],
  )
  return { scrolled, listTop, jump }
}

/**
 * Which blocks are to be drawn, as the page is scrolled: those on the screen and a screen's height to either side. The
 * others keep their places, so nothing moves when they come and go.
 * @param stuckAt where the bar over the list stops, in px from the upper edge
 */
export function useStretch(blocks: readonly Block[], stuckAt: number) {
  const { height } = useWindow()
  const { scrolled, listTop, jump } = useScroll(blocks, stuckAt)
  const [stretch, setStretch] = useState<Stretch>({ from: 0, to: 0 })
  const [year, setYear] = useState('')

  const look = useCallback(() => {
    const top = scrolled.current - listTop.current
    const next = stretchAt(blocks, Math.max(0, top), height, height)
    setStretch((was) => (was.from === next.from && was.to === next.to ? was : next))
    setYear(yearOf(blockAt(blocks, Math.max(0, top + stuckAt + height / 8))))
  }, [blocks, height, listTop, scrolled, stuckAt])
  useEffect(look, [look])
  usePageScroll(({ scrollTop }) => {
    scrolled.current = scrollTop
    look()
  })

  const jumpToYear = useCallback(
    async (to: string) => {
      await jump(blockFrom(blocks, to))
      look()
    },
    [blocks, jump, look],
  )
  return { stretch, year, decade: year && decadeOf(year), jumpToYear }
}
