import { useCallback, useEffect, useRef, useState } from 'react'
import { ACCEPTED_STEPS, parseDeskCode, STEP_MS } from '@/domain/desk-code'
import { CallError } from '@/lib/call-error'
import { now } from '@/lib/clock'

/** What a person holds up to the server: the text of a changing code, or the digits below it. */
export type CodeAttempt = { code: string } | { digits: string }

/** What every such action answers: when it was recorded, and whether it had been before. */
export interface Recorded {
  at: number
  again: boolean
}

export type Progress<A extends CodeAttempt, R extends Recorded> =
  | { step: 'idle' }
  /** `retrying`: the network is bad and the code may still be good. */
  | { step: 'checking'; retrying: boolean }
  | { step: 'done'; result: R }
  | { step: 'refused'; attempt: A; error: CallError }
  | { step: 'bindFirst'; attempt: A }
  /** Tried for as long as the code could be good; whether it arrived is unknown. */
  | { step: 'outOfReach' }

const PAUSES_MS = [1_000, 2_000, 3_000, 5_000]

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Until when it makes sense to keep trying: the code's own end, at most as long as a fresh one lives. */
export function goodUntil(attempt: CodeAttempt, from: number): number {
  const latest = from + ACCEPTED_STEPS * STEP_MS
  const code = 'code' in attempt ? parseDeskCode(attempt.code) : null
  return code ? Math.min(latest, (code.step + ACCEPTED_STEPS) * STEP_MS) : latest
}

/** The last answer may have been lost on its way: then the repetition's "already" is this very attempt. */
const ownRepetition = <R extends Recorded>(result: R, begun: number): R => ({
  ...result,
  again: result.again && result.at < begun,
})

interface Watch {
  /** Told before each further try. */
  onRetry: () => void
  /** False once nobody waits for it any more. */
  isWanted: () => boolean
}

/** Tries a code until there is an answer, the network notwithstanding, for as long as the code can be good. */
async function tryCode<A extends CodeAttempt, R extends Recorded>(
  attempt: A,
  send: (attempt: A) => Promise<R>,
  { onRetry, isWanted }: Watch,
): Promise<Progress<A, R>> {
  const begun = now()
  const until = goodUntil(attempt, begun)
  for (let round = 0; isWanted(); round += 1) {
    try {
      return { step: 'done', result: ownRepetition(await send(attempt), begun) }
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

/**
 * One person's code, from scanning it to the record. A new attempt takes the place of the one before.
 * @param send hands the attempt to the server; the same function at every render
 */
export function useCodeTry<A extends CodeAttempt, R extends Recorded>(send: (attempt: A) => Promise<R>) {
  const [progress, setProgress] = useState<Progress<A, R>>({ step: 'idle' })
  const run = useRef(0)
  useEffect(
    () => () => {
      run.current += 1
    },
    [],
  )

  const submit = useCallback(
    async (attempt: A) => {
      run.current += 1
      const mine = run.current
      const isWanted = () => run.current === mine
      setProgress({ step: 'checking', retrying: false })
      const onRetry = () => isWanted() && setProgress({ step: 'checking', retrying: true })
      const outcome = await tryCode(attempt, send, { onRetry, isWanted })
      if (isWanted()) setProgress(outcome)
    },
    [send],
  )
  const reset = useCallback(() => {
    run.current += 1
    setProgress({ step: 'idle' })
  }, [])
  return { progress, submit, reset }
}
