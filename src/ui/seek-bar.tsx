import { Slider } from '@tarojs/components'
import { spoken } from './a11y'
import './seek-bar.scss'

export interface SeekBarProps {
  /** What is moved through, for a screen reader. */
  label: string
  /** Whole seconds. */
  value: number
  max: number
  /** The place in words: 1 分 5 秒. */
  words: string
  onSeek: (second: number) => void
}

/** WeChat's slider takes its colours as values: those of --red and --paper-deep in tokens.scss. */
const colours = { activeColor: '#c8161d', backgroundColor: '#f1ebe1', blockColor: '#c8161d' }

/** Where a recording is, to be moved by thumb. */
export function SeekBar({ label, value, max, words, onSeek }: SeekBarProps) {
  return (
    <Slider
      className="seek-bar"
      min={0}
      max={max}
      step={1}
      value={value}
      blockSize={20}
      {...colours}
      onChange={(event) => onSeek(event.detail.value)}
      {...spoken({ label: `${label}，${words}` })}
    />
  )
}
