import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { CallError } from '@/lib/call-error'
import { useOnline } from '@/lib/network'
import { readDesk } from '../../api'
import { betterClock, clockSample, nextReading, type ClockSample, type DeskAnswer } from './desk-clock'

/** Failures that may pass by themselves: the desk keeps asking. Any other stands until somebody does something. */
const PASSING = ['offline', 'busy', 'failed']

export interface Desk {
  answer: DeskAnswer | null
  /** Server time minus this device's, in ms. */
  offset: number
  /** Why the last reading failed; null once one has succeeded again. */
  error: CallError | null
  /** Whether the code on the screen is being renewed. */
  reachable: boolean
  again: () => void
}

interface Reading {
  answer: DeskAnswer | null
  clock: ClockSample | null
  error: CallError | null
}

async function readOnce(eventId: string, was: Reading): Promise<Reading> {
  const askedAt = Date.now()
  try {
    const answer = await readDesk(eventId)
    return { answer, clock: betterClock(was.clock, clockSample(answer.now, askedAt, Date.now())), error: null }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    return { ...was, error }
  }
}

/** Reads the desk for as long as it is shown: on the code's beat, and every few seconds for the counts, in one call each. */
export function useDesk(eventId: string): Desk {
  const [reading, setReading] = useState<Reading>({ answer: null, clock: null, error: null })
  const [shown, setShown] = useState(true)
  const [tries, setTries] = useState(0)
  const online = useOnline()
  const latest = useRef(reading)

  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))

  useEffect(() => {
    if (!shown) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const turn = async () => {
      const read = await readOnce(eventId, latest.current)
      if (over) return
      latest.current = read
      setReading(read)
      if (read.error && !PASSING.includes(read.error.code)) return
      timer = setTimeout(
        () => void turn(),
        nextReading(read.answer, read.error !== null, Date.now() + (read.clock?.offset ?? 0)),
      )
    }
    void turn()
    return () => {
      over = true
      clearTimeout(timer)
    }
    // A network that returns is asked at once, instead of after the pause.
  }, [eventId, shown, tries, online])

  const { answer, clock, error } = reading
  return {
    answer,
    offset: clock?.offset ?? 0,
    error,
    reachable: online && error === null,
    again: () => setTries((count) => count + 1),
  }
}
