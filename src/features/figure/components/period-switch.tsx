import { View } from '@tarojs/components'
import { groupLabel } from '@/domain/figure/labels'
import type { Period } from '@/domain/period'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { Segmented } from '@/ui/segmented'
import type { Span } from './use-figures'
import './period-switch.scss'

const spanLabels: Record<Span, string> = { month: '一个月', quarter: '一个季度', year: '十二个月' }

/** `2026年10月–12月`; one month alone; both years where there are two. */
export const sayPeriod = ({ from, to }: Period): string => {
  if (from === to) return groupLabel('month', from)
  const end = from.slice(0, 4) === to.slice(0, 4) ? `${Number(to.slice(5, 7))}月` : groupLabel('month', to)
  return `${groupLabel('month', from)}–${end}`
}

interface PeriodSwitchProps {
  period: Period
  /** Those to choose from. */
  spans: readonly Span[]
  span: Span
  onSpan: (span: Span) => void
  onBack: () => void
  /** Absent when the next period has not begun, or is not published. */
  onNext: (() => void) | undefined
}

/** Which months the figures are of. */
export function PeriodSwitch({ period, spans, span, onSpan, onBack, onNext }: PeriodSwitchProps) {
  return (
    <>
      <Segmented
        label="时间长短"
        options={spans.map((value) => ({ value, words: spanLabels[value] }))}
        value={span}
        onChange={onSpan}
      />
      <View className="period-switch">
        <Pressable className="period-switch__step" label="往前" onPress={onBack}>
          <Icon name="back" />
        </Pressable>
        <View className="period-switch__words">{sayPeriod(period)}</View>
        <Pressable className="period-switch__step" label="往后" disabled={!onNext} onPress={onNext}>
          <Icon name="right" />
        </Pressable>
      </View>
    </>
  )
}
