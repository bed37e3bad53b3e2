import type { FilmFacts } from './media-facts'
import type { PickedFile } from './pick-file'

export type { FilmFacts }

/** Waits for a player's event. Rejects when it cannot play what it was given. */
function heard(player: HTMLMediaElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    player.addEventListener(event, () => resolve(), { once: true })
    player.addEventListener('error', () => reject(new Error('the browser cannot play it')), { once: true })
  })
}

const secondsOf = ({ duration }: HTMLMediaElement): number => {
  if (!Number.isFinite(duration) || duration <= 0) throw new Error('it tells no length')
  return Math.max(1, Math.round(duration))
}

/** How long a sound on this device is, in whole seconds. Rejects for a file that cannot be played. */
export async function soundSeconds({ path }: PickedFile): Promise<number> {
  const player = new Audio()
  player.preload = 'metadata'
  player.src = path
  await heard(player, 'loadedmetadata')
  return secondsOf(player)
}

/** The picture that a film shows now. */
function frameOf(film: HTMLVideoElement): Promise<string | undefined> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: film.videoWidth, height: film.videoHeight })
  canvas.getContext('2d')?.drawImage(film, 0, 0)
  return new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(blob ? URL.createObjectURL(blob) : undefined), 'image/jpeg', 0.9),
  )
}

/** The first second of a film is often black. */
const POSTER_AT_S = 1

/** How long a film on this device is, and a picture out of it. Rejects for a file that cannot be played. */
export async function filmFacts({ path }: PickedFile): Promise<FilmFacts> {
  const film = document.createElement('video')
  film.muted = true
  film.preload = 'auto'
  film.src = path
  await heard(film, 'loadeddata')
  const seconds = secondsOf(film)
  const shown = heard(film, 'seeked')
  film.currentTime = Math.min(POSTER_AT_S, film.duration / 2)
  await shown
  return { seconds, poster: await frameOf(film) }
}
