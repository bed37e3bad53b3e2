import { View } from '@tarojs/components'
import { spoken } from './a11y'
import { useDelayed } from './use-delayed'
import './skeleton.scss'

export interface SkeletonProps {
  /** The shape of what comes: rows of a list, cards, a page about one thing, or plain lines. */
  shape?: 'rows' | 'cards' | 'detail' | 'lines'
  count?: number
}

const SHOWN_AFTER_MS = 200

const pieces: Record<NonNullable<SkeletonProps['shape']>, string[]> = {
  rows: ['title', 'note'],
  cards: ['tag', 'title', 'note', 'note'],
  detail: ['picture', 'title', 'note', 'note', 'line', 'line'],
  lines: ['line', 'line'],
}

/** The outline of what is on its way; nothing at all for the first 200 ms. */
export function Skeleton({ shape = 'rows', count = shape === 'detail' ? 1 : 3 }: SkeletonProps) {
  const shown = useDelayed(SHOWN_AFTER_MS)
  if (!shown) return null
  return (
    <View className={`skeleton skeleton--${shape}`} {...spoken({ role: 'status', label: '正在加载' })}>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="skeleton__item">
          {pieces[shape].map((piece, place) => (
            <View key={place} className={`skeleton__piece skeleton__piece--${piece}`} />
          ))}
        </View>
      ))}
    </View>
  )
}
