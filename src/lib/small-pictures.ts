import { useEffect, useRef, useState } from 'react'
import { dropPicture, fetchPicture, openPicture } from './picture-files'
import { fileOf } from './steady-address'
import { keep, kept } from './storage'

/** Small pictures stay on the phone, so that a hall once opened can be walked through without a network. The oldest make room. */
export const MAX_PICTURES = 60
export const MAX_PICTURES_BYTES = 3 * 1024 * 1024
const INDEX = 'small-pictures'
/** Three at a time: a hall's cards must not stand in the way of what the person taps. */
const AT_A_TIME = 3

interface KeptPicture {
  key: string
  /** The platform's name of the file. */
  file: string
  bytes: number
}

const isKept = (value: unknown): value is KeptPicture =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'file' in value &&
  typeof value.file === 'string' &&
  'bytes' in value &&
  typeof value.bytes === 'number'

const index = (): KeptPicture[] => {
  const pictures = kept(INDEX)
  return Array.isArray(pictures) ? pictures.filter(isKept) : []
}

/** How many of the newest pictures fit into what the phone gives them. */
export function pictureRoom(pictures: readonly { bytes: number }[]): number {
  let bytes = 0
  const tooFar = pictures.findIndex((picture, place) => {
    bytes += picture.bytes
    return place >= MAX_PICTURES || bytes > MAX_PICTURES_BYTES
  })
  return tooFar === -1 ? pictures.length : tooFar
}

function write(pictures: KeptPicture[]): void {
  const room = pictureRoom(pictures)
  for (const { file } of pictures.slice(room)) dropPicture(file)
  keep(INDEX, pictures.slice(0, room))
}

const forgetPicture = (key: string) => write(index().filter((picture) => picture.key !== key))

let busy = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_A_TIME) await new Promise<void>((go) => waiting.push(go))
  busy += 1
  try {
    return await work()
  } finally {
    busy -= 1
    waiting.shift()?.()
  }
}

/** The kept copy of a picture, fetched when there is none yet. Throws when it cannot be fetched. */
async function localCopy(url: string): Promise<string> {
  const key = fileOf(url)
  const old = index().find((picture) => picture.key === key)
  if (old) {
    const opened = await openPicture(old.file)
    if (opened !== undefined) return opened
    forgetPicture(key)
  }
  const { file, bytes, src } = await inTurn(() => fetchPicture(url))
  write([{ key, file, bytes }, ...index().filter((picture) => picture.key !== key)])
  return src
}

const underWay = new Map<string, Promise<string>>()

/** Several cards with the same picture ask once. */
function copyOf(url: string): Promise<string> {
  const key = fileOf(url)
  const begun = underWay.get(key) ?? localCopy(url).finally(() => underWay.delete(key))
  underWay.set(key, begun)
  return begun
}

/** `src` is missing while it is not known; null where the phone cannot keep the picture. */
interface Found {
  key: string
  src?: string | null
}

/**
 * The address to show a small picture from: its copy on this phone, which is made on the way when there is none. Empty
 * while that is not known yet; the picture's own address where the phone cannot keep it.
 * @param url where the server has it; empty when there is none
 */
export function useSmallPicture(url: string): string {
  const key = fileOf(url)
  const latest = useRef(url)
  latest.current = url
  const [found, setFound] = useState<Found>({ key })
  useEffect(() => {
    if (key === '') return
    let wanted = true
    const show = (src: string | null) => wanted && setFound({ key, src })
    copyOf(latest.current).then(show, (error: unknown) => {
      console.info('small picture is not kept', error)
      show(null)
    })
    return () => {
      wanted = false
    }
  }, [key])
  if (found.key !== key || found.src === undefined) return ''
  return found.src ?? url
}
