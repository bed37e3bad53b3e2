import { STEP_MS } from '@/domain/desk-code'

/** What a screen with a changing code reads: the server's time and the code of this moment; null while there is none. */
export interface LiveAnswer {
  now: number
  code: { text: string; digits: string; changesAt: number } | null
}

/** How often the counts are read between two codes. */
export const COUNT_EVERY_MS = 3_500
/** How long after the beat the next code is asked for: the server's clock has then certainly passed it. */
export const AFTER_BEAT_MS = 150
/** How long the old code stays while the new one is on its way. It is accepted for one step more, so nobody is refused. */
export const GRACE_MS = 2_500
/** How long to wait before another try when the server cannot be reached. */
const RETRY_MS = 2_000

/** What one answer tells of the server's clock. */
export interface ClockSample {
  /** Server time minus this device's, in ms; wrong by half of `took` at most. */
  offset: number
  /** How long the answer took, repetitions included, in ms. */
  took: number
}

/** The server's clock from one answer: it was made somewhere between asking and hearing. */
export const clockSample = (serverNow: number, askedAt: number, heardAt: number): ClockSample => ({
  offset: Math.round(serverNow - (askedAt + heardAt) / 2),
  took: heardAt - askedAt,
})

/** How much an older sample loses each time, in ms: a clock that drifts, or is set, is followed within a few minutes. */
const AGEING_MS = 5

/** The sample to trust: the quicker answer, because a slow or repeated one may be off by seconds. */
export const betterClock = (was: ClockSample | null, sample: ClockSample): ClockSample =>
  was && was.took + AGEING_MS < sample.took ? { ...was, took: was.took + AGEING_MS } : sample

/**
 * How long to wait before the next reading, in ms: at the beat when that is nearer than the next count.
 * @param beat when the code changes, or will first be there; null when the last reading failed
 */
export const nextReading = (beat: number | null, now: number): number => {
  if (beat === null) return RETRY_MS
  const toBeat = beat + AFTER_BEAT_MS - now
  return toBeat > 0 ? Math.min(COUNT_EVERY_MS, toBeat) : Math.min(COUNT_EVERY_MS, RETRY_MS)
}

export interface CodeFace {
  text: string
  digits: string
  /** Whole seconds until it changes, never negative. */
  seconds: number
  /** What remains of its step, 1 to 0. */
  remaining: number
  /** True when scanning it would no longer help: it must not be seen. */
  stale: boolean
}

/**
 * What the screen shows of the code, by the server's time. Once its step is over it is covered: at once when the network
 * is known to be gone, after a moment's grace otherwise. Null while there is no code.
 */
export const codeFace = ({ code }: Pick<LiveAnswer, 'code'>, now: number, reachable: boolean): CodeFace | null => {
  if (!code) return null
  const left = code.changesAt - now
  return {
    text: code.text,
    digits: `${code.digits.slice(0, 4)} ${code.digits.slice(4)}`,
    seconds: Math.max(0, Math.ceil(left / 1000)),
    remaining: Math.min(1, Math.max(0, left / STEP_MS)),
    stale: left <= (reachable ? -GRACE_MS : 0),
  }
}
