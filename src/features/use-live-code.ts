import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { CallError } from '@/lib/call-error'
import { useOnline } from '@/lib/network'
import { betterClock, clockSample, nextReading, type ClockSample, type LiveAnswer } from './live-clock'

/** Failures that may pass by themselves: the screen keeps asking. Any other stands until somebody does something. */
const PASSING = ['offline', 'busy', 'failed']

/** What a screen with a changing code knows. */
export interface LiveCode<A extends LiveAnswer> {
  answer: A | null
  /** Server time minus this device's, in ms. */
  offset: number
  /** Why the last reading failed; null once one has succeeded again. */
  error: CallError | null
  /** Whether the code on the screen is being renewed. */
  reachable: boolean
  again: () => void
}

interface Reading<A> {
  answer: A | null
  clock: ClockSample | null
  error: CallError | null
}

async function readOnce<A extends LiveAnswer>(read: () => Promise<A>, was: Reading<A>): Promise<Reading<A>> {
  const askedAt = Date.now()
  try {
    const answer = await read()
    return { answer, clock: betterClock(was.clock, clockSample(answer.now, askedAt, Date.now())), error: null }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    return { ...was, error }
  }
}

/**
 * Reads a changing code for as long as the page is shown: on the code's beat, and every few seconds for the counts, in
 * one call each.
 * @param subject what the code is for; another one is read anew
 * @param beatOf when the code changes, or is first there
 */
export function useLiveCode<A extends LiveAnswer>(
  subject: string,
  read: (subject: string) => Promise<A>,
  beatOf: (answer: A) => number,
): LiveCode<A> {
  const [reading, setReading] = useState<Reading<A>>({ answer: null, clock: null, error: null })
  const [shown, setShown] = useState(true)
  const [tries, setTries] = useState(0)
  const online = useOnline()
  const latest = useRef(reading)
  const how = useRef({ read, beatOf })
  how.current = { read, beatOf }

  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))

  useEffect(() => {
    if (!shown) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const turn = async () => {
      const next = await readOnce(() => how.current.read(subject), latest.current)
      if (over) return
      latest.current = next
      setReading(next)
      const { answer, clock, error } = next
      if (error && !PASSING.includes(error.code)) return
      const beat = error || !answer ? null : how.current.beatOf(answer)
      timer = setTimeout(() => void turn(), nextReading(beat, Date.now() + (clock?.offset ?? 0)))
    }
    void turn()
    return () => {
      over = true
      clearTimeout(timer)
    }
    // A network that returns is asked at once, instead of after the pause.
  }, [subject, shown, tries, online])

  const { answer, clock, error } = reading
  return {
    answer,
    offset: clock?.offset ?? 0,
    error,
    reachable: online && error === null,
    again: () => setTries((count) => count + 1),
  }
}

/** Why the code is not being renewed; null while it is. */
export const troubleOf = ({ reachable, error }: Pick<LiveCode<LiveAnswer>, 'reachable' | 'error'>): string | null => {
  if (reachable) return null
  if (!error || error.offline) return '网络断开，新码暂时取不到'
  return `服务没有回应，正在重试${error.requestId ? `（编号 ${error.requestId}）` : ''}`
}
