import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { ACCEPTED_STEPS, parseDeskCode, STEP_MS } from '@/domain/desk-code'
import { CallError } from '@/lib/call-error'
import { now } from '@/lib/clock'
import { checkIn } from '../../api'

/** What the person holds up to the server: a scanned text, or what they typed for an event. `eventId` is where they came from. */
export type Attempt = { code: string; eventId?: string } | { digits: string; eventId: string }

export type Progress =
  | { step: 'idle' }
  /** `retrying`: the network is bad and the code may still be good. */
  | { step: 'checking'; retrying: boolean }
  | { step: 'done'; result: OutputFor<'event.checkIn'> }
  | { step: 'refused'; attempt: Attempt; error: CallError }
  | { step: 'bindFirst'; attempt: Attempt }
  /** Tried for as long as the code could be good; whether it arrived is unknown. */
  | { step: 'outOfReach' }

const PAUSES_MS = [1_000, 2_000, 3_000, 5_000]

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Until when it makes sense to keep trying: the code's own end, at most as long as a fresh one lives. */
export function goodUntil(attempt: Attempt, from: number): number {
  const latest = from + ACCEPTED_STEPS * STEP_MS
  const code = 'code' in attempt ? parseDeskCode(attempt.code) : null
  return code ? Math.min(latest, (code.step + ACCEPTED_STEPS) * STEP_MS) : latest
}

/** The last answer may have been lost on its way: then the repetition's "already" is this very check-in. */
const ownRepetition = (result: OutputFor<'event.checkIn'>, begun: number) => ({
  ...result,
  again: result.again && result.at < begun,
})

/**
 * Tries a code until there is an answer, the network notwithstanding, for as long as the code can be good.
 * @param onRetry told before each further try
 * @param isWanted false once nobody waits for it any more
 */
async function tryCheckIn(attempt: Attempt, onRetry: () => void, isWanted: () => boolean): Promise<Progress> {
  const begun = now()
  const until = goodUntil(attempt, begun)
  for (let round = 0; isWanted(); round += 1) {
    try {
      return { step: 'done', result: ownRepetition(await checkIn(attempt), begun) }
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (error.code === 'notBound') return { step: 'bindFirst', attempt }
      if (!error.offline) return { step: 'refused', attempt, error }
    }
    const pause = PAUSES_MS[Math.min(round, PAUSES_MS.length - 1)] ?? 0
    if (now() + pause >= until) break
    onRetry()
    await sleep(pause)
  }
  return { step: 'outOfReach' }
}

/** One person's check-in, from the code to the record. A new attempt takes the place of the one before. */
export function useCheckIn() {
  const [progress, setProgress] = useState<Progress>({ step: 'idle' })
  const run = useRef(0)
  useEffect(
    () => () => {
      run.current += 1
    },
    [],
  )

  const submit = useCallback(async (attempt: Attempt) => {
    run.current += 1
    const mine = run.current
    const isWanted = () => run.current === mine
    setProgress({ step: 'checking', retrying: false })
    const onRetry = () => isWanted() && setProgress({ step: 'checking', retrying: true })
    const outcome = await tryCheckIn(attempt, onRetry, isWanted)
    if (isWanted()) setProgress(outcome)
  }, [])
  const reset = useCallback(() => {
    run.current += 1
    setProgress({ step: 'idle' })
  }, [])
  return { progress, submit, reset }
}
