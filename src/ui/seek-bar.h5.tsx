import { useState } from 'react'
import type { SeekBarProps } from './seek-bar'
import './seek-bar.scss'

/** Where a recording is, to be moved by thumb, mouse or arrow keys. */
export function SeekBar({ label, value, max, words, onSeek }: SeekBarProps) {
  // While it is being dragged it stands where the thumb is, not where the sound is.
  const [held, setHeld] = useState<number>()
  const letGo = () => {
    if (held !== undefined) onSeek(held)
    setHeld(undefined)
  }
  return (
    <input
      className="seek-bar seek-bar--browser"
      type="range"
      min={0}
      max={max}
      step={1}
      value={held ?? value}
      aria-label={label}
      aria-valuetext={words}
      onChange={(event) => setHeld(Number(event.target.value))}
      onPointerUp={letGo}
      onKeyUp={letGo}
      onBlur={letGo}
    />
  )
}
