import { useEffect, useReducer } from 'react'
import { cell } from './cell'

/** A difference up to here is the way of the answer, not a wrong clock. */
const TOLERATED_MS = 5_000

const ahead = cell(0)

/** Takes in the server's time that an answer carried: phones are often set wrong, and buttons open by the minute. */
export function noticeServerTime(server: number): void {
  const difference = server - Date.now()
  ahead.set(Math.abs(difference) > TOLERATED_MS ? difference : 0)
}

/** The time, in milliseconds, as near to the server's as this phone knows it. For showing; the server decides by its own. */
export const now = (): number => Date.now() + ahead.get()

/** The time, in a component that is drawn again every so often, so that a button comes alive by itself. */
export function useNow(everyMs = 15_000): number {
  const [, tick] = useReducer((count: number) => count + 1, 0)
  ahead.use()
  useEffect(() => {
    const timer = setInterval(tick, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now()
}
