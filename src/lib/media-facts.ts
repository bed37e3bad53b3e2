import Taro from '@tarojs/taro'
import type { PickedFile } from './pick-file'

/** What is known of a film before it is sent. */
export interface FilmFacts {
  seconds: number
  /** A picture out of it, where one can be made. */
  poster: string | undefined
}

/** A player that says nothing within this time has not understood the file. */
const GIVE_UP_MS = 10_000
const ASK_EVERY_MS = 100

/** How long a sound on this device is, in whole seconds. Rejects for a file that cannot be played. */
export function soundSeconds({ path }: PickedFile): Promise<number> {
  const player = Taro.createInnerAudioContext()
  return new Promise<number>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('the sound tells no length')), GIVE_UP_MS)
    // The length is known a moment after the player says that it can play.
    const ask = () => {
      if (player.duration > 0) {
        clearTimeout(giveUp)
        resolve(Math.max(1, Math.round(player.duration)))
      } else setTimeout(ask, ASK_EVERY_MS)
    }
    player.onCanplay(ask)
    player.onError(({ errMsg }) => reject(new Error(errMsg)))
    player.src = path
  }).finally(() => player.destroy())
}

/** How long a film on this device is, and a picture out of it. Rejects for a file that cannot be played. */
export async function filmFacts({ path, poster }: PickedFile): Promise<FilmFacts> {
  const { duration } = await Taro.getVideoInfo({ src: path })
  return { seconds: Math.max(1, Math.round(duration)), poster }
}
