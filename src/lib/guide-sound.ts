import { machine } from './background-sound'
import { cell } from './cell'
import { listeners, type MachineState, type SoundToPlay } from './sound-machine'
import { keep, kept } from './storage'

/** The audio guide: one sound for the whole app, which goes on while one walks and looks at other pages. */

/** A sound, and what it belongs to. */
export interface GuideSound extends SoundToPlay {
  /** Of the exhibit that it tells about. */
  exhibitId: string
  seconds: number
}

export interface Playing {
  sound: GuideSound
  state: Exclude<MachineState, 'stopped'>
  speed: Speed
}

export const SPEEDS = [1, 1.25] as const
export type Speed = (typeof SPEEDS)[number]
const SPEED = 'guide-speed'

const playing = cell<Playing | undefined>(undefined)
/** Seconds; apart from the rest, because it changes four times a second and few look at it. */
const position = cell(0)

const put = (change: Partial<Playing>) => {
  const was = playing.get()
  if (was) playing.set({ ...was, ...change })
}

listeners.onState = (state) => {
  if (state === 'stopped') playing.set(undefined)
  else put({ state })
}
listeners.onPosition = (second) => position.set(second)

const usualSpeed = (): Speed => SPEEDS.find((speed) => speed === kept(SPEED)) ?? 1

const isOver = ({ state }: Playing) => state === 'ended' || state === 'failed'

function begin(sound: GuideSound, from: number): void {
  const speed = usualSpeed()
  position.set(from)
  playing.set({ sound, state: 'loading', speed })
  machine.start(sound, from, speed)
}

/** Plays a sound from its beginning, or goes on with it where it was paused. Whatever played before ends. */
export function playSound(sound: GuideSound): void {
  const now = playing.get()
  if (now?.sound.exhibitId !== sound.exhibitId || isOver(now))
    begin(sound, now?.state === 'failed' ? resumeAt(now, sound) : 0)
  else machine.play()
}

/** What failed goes on from where it failed: its address may only have grown too old. */
const resumeAt = (failed: Playing, sound: GuideSound) =>
  failed.sound.exhibitId === sound.exhibitId ? position.get() : 0

export function pauseSound(): void {
  if (playing.get()) machine.pause()
}

/** Jumps within a sound and plays from there, whether it played before or not. */
export function playFrom(sound: GuideSound, second: number): void {
  const now = playing.get()
  if (now?.sound.exhibitId !== sound.exhibitId || isOver(now)) return begin(sound, second)
  position.set(second)
  machine.seek(second)
  machine.play()
}

/** Ends it and takes it off all pages. */
export function stopSound(): void {
  if (!playing.get()) return
  playing.set(undefined)
  machine.stop()
}

/** How fast it speaks; kept for the next sound. */
export function setSpeed(speed: Speed): void {
  keep(SPEED, speed)
  if (!playing.get()) return
  put({ speed })
  machine.setSpeed(speed)
}

/** What plays, on any page. */
export const usePlaying = (): Playing | undefined => playing.use()

/** How fast the next sound will speak, or this one does. */
export const useSpeed = (): Speed => playing.use()?.speed ?? usualSpeed()

/** Where the sound is, in seconds. */
export const usePosition = (): number => position.use()
