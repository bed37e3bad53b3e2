import { useEffect, useState } from 'react'
import { canFillScreen, fillScreen, keepAwake, watchFilled } from '@/lib/screen'

/** Keeps the screen lit while the component is shown. */
export function useAwake(): void {
  useEffect(() => {
    keepAwake(true)
    return () => keepAwake(false)
  }, [])
}

/** Whether the page fills the screen, and the switch for it where the platform has one. */
export function useFilledScreen(): { filled: boolean; toggle: (() => Promise<void>) | null } {
  const [filled, setFilled] = useState(false)
  useEffect(() => {
    const stop = watchFilled(setFilled)
    return () => {
      stop()
      void fillScreen(false)
    }
  }, [])
  return { filled, toggle: canFillScreen() ? () => fillScreen(!filled) : null }
}

/** This moment by the server's clock, renewed often enough for a countdown. */
export function useServerNow(offset: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now + offset
}

const TICK_MS = 250
