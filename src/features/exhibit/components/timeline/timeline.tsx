import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { themeLabels } from '@/domain/exhibit/labels'
import { Asked } from '@/features/call-state'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { classes } from '@/ui/classes'
import { EmptyState } from '@/ui/page-state'
import { Chips } from '@/ui/segmented'
import { Skeleton } from '@/ui/skeleton'
import { Strip } from '@/ui/strip'
import { TimelineList } from './timeline-list'
import { lineHeight, yearHeight } from './timeline-model'
import type { Timeline } from './use-timeline'
import { BAR_ID } from './use-stretch'
import './timeline.scss'

/** Decades to jump to; the one that is being read is marked. It stays in sight. */
function Decades({ timeline }: { timeline: Timeline }) {
  const { blocks, decade, jumpToYear } = timeline
  const options = useMemo(
    () => blocks.flatMap((block) => (block.decade ? [{ value: block.decade, words: `${block.decade} 年代` }] : [])),
    [blocks],
  )
  if (options.length < 2) return null
  return (
    <View
      id={BAR_ID}
      className={classes('timeline-bar', process.env.TARO_ENV !== 'weapp' && 'timeline-bar--below-title')}
    >
      <Strip label="年代" width={96} options={options} value={decade} onChange={(value) => void jumpToYear(value)} />
    </View>
  )
}

/** The history corridor (党史长廊): a timeline to stroll through by year and by theme. */
export function TimelineView({ timeline }: { timeline: Timeline }) {
  const { timeline: asked, theme, themes, chooseTheme, blocks, stretch, scale } = timeline
  const options = [
    { value: 'all' as const, words: '全部' },
    ...themes.map((value) => ({ value, words: themeLabels[value] })),
  ]
  return (
    <Asked of={asked} skeleton={<Skeleton shape="cards" count={4} />}>
      {({ items }) => {
        if (items.length === 0)
          return (
            <EmptyState icon="timeline" title="长廊正在布置" why="大事记发布后会出现在这里">
              <Button onPress={() => to.halls()}>先看看展馆</Button>
            </EmptyState>
          )
        return (
          <View className="timeline">
            {themes.length > 1 && <Chips label="主题" options={options} value={theme} onChange={chooseTheme} />}
            <Decades timeline={timeline} />
            <TimelineList
              blocks={blocks}
              stretch={stretch}
              lines={{ 14: lineHeight(14, scale), 16: lineHeight(16, scale) }}
              yearHeight={yearHeight(scale)}
            />
          </View>
        )
      }}
    </Asked>
  )
}
