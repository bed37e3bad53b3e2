import { turned, type Look } from './turning'

/** Where the frames come from; the platform's own unless a test counts them. */
export interface Frames {
  request(draw: () => void): number
  cancel(handle: number): void
}

/** Holds where somebody looks. Whatever turns them, and however often, who watches is told at most once a frame. */
export interface Turner {
  look(): Look
  /** Looks there with the next frame. */
  turnTo(look: Look): void
  turnBy(by: Look): void
  /** Turns by so many degrees within a quarter of a second; at once where motion is not wanted. */
  glide(by: Look): void
  /** Goes on turning by so many degrees a millisecond, slower and slower, to an end; not at all where motion is not wanted. */
  fling(perMs: Look): void
  /** Ends what turns by itself. */
  hold(): void
  watch(changed: (look: Look) => void): () => void
}

const GLIDE_MS = 240
/** A push is down to a third after this time. */
const SLOWING_MS = 300
/** Degrees a millisecond below which nothing is seen to move. */
const STILL = 0.008

/** What turns by itself: how far in the `ms` since the last frame; null when it has come to its end. */
type Motion = (ms: number) => Look | null

const glideOf = (by: Look): Motion => {
  let left = GLIDE_MS
  return (ms) => {
    if (left <= 0) return null
    const part = Math.min(ms, left) / GLIDE_MS
    left -= ms
    return { yaw: by.yaw * part, pitch: by.pitch * part }
  }
}

const flingOf = (start: Look): Motion => {
  let speed = start
  return (ms) => {
    if (Math.hypot(speed.yaw, speed.pitch) < STILL) return null
    const by = { yaw: speed.yaw * ms, pitch: speed.pitch * ms }
    const slower = Math.exp(-ms / SLOWING_MS)
    speed = { yaw: speed.yaw * slower, pitch: speed.pitch * slower }
    return by
  }
}

const platformFrames: Frames = {
  request: (draw) => requestAnimationFrame(draw),
  cancel: (handle) => cancelAnimationFrame(handle),
}

export interface TurnerOptions {
  start?: Look
  /** Whether the person wants no motion of its own. */
  calm?: boolean
  frames?: Frames
  /** Milliseconds of any steady clock. */
  clock?: () => number
}

export function createTurner({
  start = { yaw: 0, pitch: 0 },
  calm = false,
  frames = platformFrames,
  clock = () => Date.now(),
}: TurnerOptions = {}): Turner {
  let look = start
  let motion: Motion | null = null
  let last = 0
  let asked: number | undefined
  const watchers = new Set<(look: Look) => void>()

  const ask = () => {
    asked ??= frames.request(draw)
  }
  const draw = () => {
    asked = undefined
    const by = motion?.(clock() - last) ?? null
    last = clock()
    if (by) look = turned(look, by)
    else motion = null
    for (const watcher of watchers) watcher(look)
    if (motion) ask()
  }
  const move = (next: Motion) => {
    motion = next
    last = clock()
    ask()
  }
  const turnTo = (next: Look) => {
    look = next
    if (watchers.size > 0) ask()
  }
  return {
    look: () => look,
    turnTo,
    turnBy: (by) => turnTo(turned(look, by)),
    glide: (by) => (calm ? turnTo(turned(look, by)) : move(glideOf(by))),
    fling: (perMs) => {
      if (!calm) move(flingOf(perMs))
    },
    hold: () => {
      motion = null
    },
    watch(changed) {
      watchers.add(changed)
      return () => {
        watchers.delete(changed)
        if (watchers.size > 0 || asked === undefined) return
        frames.cancel(asked)
        asked = undefined
        motion = null
      }
    },
  }
}
