/** What stands between the app's one sound and the platform's player: see background-sound.ts and its browser twin. */

export interface SoundToPlay {
  /** Said by the phone's own panel while it plays. */
  title: string
  album: string
  url: string
}

export type MachineState = 'loading' | 'playing' | 'paused' | 'ended' | 'stopped' | 'failed'

/** A platform's player. It answers through `listeners`, also when the person uses the phone's own panel. */
export interface Machine {
  /** Starts a sound, in seconds from its beginning. */
  start(sound: SoundToPlay, from: number, speed: number): void
  play(): void
  pause(): void
  seek(second: number): void
  setSpeed(speed: number): void
  stop(): void
}

/** Who listens to the player: there is one, and it is put in before anything is started. */
export const listeners = {
  onState: (_state: MachineState): void => undefined,
  onPosition: (_second: number): void => undefined,
}
