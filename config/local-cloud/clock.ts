import { CloudError } from './errors'

/** The cloud's own time: the machine's clock plus an offset that tests move. Workers read the same offset through shared memory. */
export type Clock = {
  /** Milliseconds since 1970 in the cloud. */
  now(): number
  offsetMs(): number
  /** Moves the clock to the machine's time plus `offsetMs`, in all workers at once, and tells the listeners. */
  setOffset(offsetMs: number): void
  onChange(listener: () => void): void
  /** One Float64 with the offset, shared with the worker threads. */
  readonly shared: SharedArrayBuffer
}

/** The furthest offset for which every instant is still a valid Date, about 100 years. */
const maxOffset = 100 * 365 * 24 * 60 * 60 * 1000

/** Taken once: a test that puts a `Date` of its own into this process must not move the cloud a second time. */
const machineTime = Date.now

export function createClock(): Clock {
  const shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)
  const offset = new Float64Array(shared)
  const listeners: (() => void)[] = []
  return {
    shared,
    now: () => Math.floor(machineTime() + (offset[0] ?? 0)),
    offsetMs: () => offset[0] ?? 0,
    setOffset(offsetMs) {
      if (!Number.isFinite(offsetMs) || Math.abs(offsetMs) > maxOffset) {
        throw new CloudError('INVALID_PARAM', 'offsetMs has to be a number of milliseconds within 100 years')
      }
      offset[0] = Math.trunc(offsetMs)
      for (const listener of listeners) listener()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
