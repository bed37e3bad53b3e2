import type { SavedPicture } from './picture-files'

/** Where the browser keeps them; without a safe origin there is no such place, and pictures come from their own address. */
const SHELF = 'small-pictures'

const shelf = (): Promise<Cache> => {
  if (typeof caches === 'undefined') return Promise.reject(new Error('this browser keeps no files'))
  return caches.open(SHELF)
}

/** Addresses of what lies open in this tab, by the file's name. */
const open = new Map<string, string>()

function shown(file: string, picture: Blob): string {
  const src = open.get(file) ?? URL.createObjectURL(picture)
  open.set(file, src)
  return src
}

/** Saves a picture in the browser. Rejects when it cannot be fetched or saved. */
export async function fetchPicture(url: string): Promise<SavedPicture> {
  const place = await shelf()
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`picture answered with ${answer.status}`)
  const picture = await answer.clone().blob()
  const file = url.split('?')[0] ?? url
  await place.put(file, answer)
  return { file, bytes: picture.size, src: shown(file, picture) }
}

/** What an image shows of a saved picture; undefined when the browser has cleared it away. */
export async function openPicture(file: string): Promise<string | undefined> {
  const found = open.get(file)
  if (found !== undefined) return found
  const answer = await shelf()
    .then((place) => place.match(file))
    .catch(() => undefined)
  return answer && shown(file, await answer.blob())
}

/** Gives a saved picture's room back. */
export function dropPicture(file: string): void {
  const src = open.get(file)
  if (src !== undefined) URL.revokeObjectURL(src)
  open.delete(file)
  shelf()
    .then((place) => place.delete(file))
    .catch((error: unknown) => console.info('picture was gone already', error))
}
