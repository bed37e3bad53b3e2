/** The media that the content names, read from `config/seed/media` and put into the environment's storage. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { imageSize } from 'image-size'
import * as v from 'valibot'
import { FACES, HALL_IDS, type HallId } from '@/domain/exhibit/rules'
import type {
  StoredFile,
  StoredFilm,
  StoredPanorama,
  StoredPicture,
  StoredSound,
} from '../../../cloudfunctions/exhibit/store/content'
import { buildFile, buildPicture } from '../builders'
import { descriptions } from '../media/descriptions'
import { mediaFolder, upload, type SeedTarget } from '../upload'
import { displays } from './displays'
import { halls } from './halls'
import { stories } from './stories'

/** Files in storage by their names under `config/seed/media`. */
export type Shelf = ReadonlyMap<string, StoredFile>

const smallOf = (name: string): string => `${path.dirname(name)}/small/${path.basename(name)}`

/** Pictures that the demo shows, as names without an ending. */
export const pictureNames: string[] = [
  ...halls.map(({ id }) => `halls/${id}`),
  ...displays.map(({ number }) => `exhibits/${number}`),
  ...stories.map(({ id }) => `stories/${id}`),
]
const told = [...halls, ...displays, ...stories]
const named = (field: 'sound' | 'film'): string[] => [...new Set(told.flatMap((one) => one[field] ?? []))]
export const soundNames = named('sound')
export const filmNames = named('film')

/** Every file that goes into storage. */
export const mediaNames: string[] = [
  ...pictureNames.flatMap((name) => [`${name}.jpg`, `${smallOf(name)}.jpg`]),
  ...HALL_IDS.flatMap((hall) => FACES.map((face) => `panoramas/${hall}/${face}.jpg`)),
  ...soundNames.map((name) => `sounds/${name}.mp3`),
  ...filmNames.flatMap((name) => [`films/${name}.mp4`, `films/${name}.jpg`]),
]

const AT_ONCE = 8

const there = (name: string): boolean => existsSync(path.join(mediaFolder, name))
/** A sound or a film needs its text beside it. */
const usable = (name: string): boolean =>
  there(name) && (!/\.mp[34]$/.test(name) || there(name.replace(/mp[34]$/, 'json')))

const stored = async (target: SeedTarget, name: string): Promise<StoredFile> => {
  const { fileId, content } = await upload(target, name)
  const size = content.length
  if (!name.endsWith('.jpg')) return buildFile(fileId, { size })
  const { width, height } = imageSize(content)
  return buildFile(fileId, { size, width, height })
}

/** Puts the media into storage, some at a time. What is not there is left out, and the pages do without it. */
export const fillShelf = async (target: SeedTarget): Promise<Shelf> => {
  const shelf = new Map<string, StoredFile>()
  const waiting = mediaNames.filter(usable)
  const work = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) shelf.set(name, await stored(target, name))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return shelf
}

/** @throws SyntaxError or ValiError when a file of the demo is not what its script writes */
const readJson = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(readFileSync(path.join(mediaFolder, name), 'utf8')))

export const picturesOf = (shelf: Shelf, name: string): StoredPicture[] => {
  const file = shelf.get(`${name}.jpg`)
  const small = shelf.get(`${smallOf(name)}.jpg`)
  return file && small ? [buildPicture(file, small, descriptions[name] ?? '')] : []
}

const track = v.object({
  seconds: v.number(),
  synthetic: v.boolean(),
  cues: v.array(v.object({ at: v.number(), text: v.string() })),
})
/** Lengths are whole seconds in a draft: rounded up, so that no cue comes after the end. */
export const trackOf = (name: string) => {
  const { seconds, ...others } = readJson(`${name}.json`, track)
  return { seconds: Math.ceil(seconds), ...others }
}

export const soundOf = (shelf: Shelf, name: string | undefined): StoredSound | null => {
  const file = name && shelf.get(`sounds/${name}.mp3`)
  return file ? { file, ...trackOf(`sounds/${name}`) } : null
}

export const filmOf = (shelf: Shelf, name: string | undefined): StoredFilm | null => {
  const file = name && shelf.get(`films/${name}.mp4`)
  return file ? { file, poster: shelf.get(`films/${name}.jpg`) ?? null, ...trackOf(`films/${name}`) } : null
}

const place = v.object({ yaw: v.number(), pitch: v.number() })
const spotsFile = v.object({
  exhibits: v.record(v.string(), place),
  doors: v.record(v.picklist(HALL_IDS), place),
})
/** What can be tapped in a hall's panorama: its exhibits, and the doors to its neighbours. */
export const spotsOf = (hallId: HallId): StoredPanorama['spots'] => {
  const { exhibits, doors } = readJson(`panoramas/${hallId}/spots.json`, spotsFile)
  return [
    ...Object.entries(exhibits).map(([number, at]) => ({ ...at, to: { number } })),
    ...HALL_IDS.flatMap((to) => (doors[to] ? [{ ...doors[to], to: { hallId: to } }] : [])),
  ]
}

export const panoramaOf = (shelf: Shelf, hallId: HallId): StoredPanorama | null => {
  const faces = FACES.flatMap((face) => {
    const file = shelf.get(`panoramas/${hallId}/${face}.jpg`)
    return file ? [[face, file] as const] : []
  })
  if (faces.length < FACES.length) return null
  return { faces: Object.fromEntries(faces), spots: spotsOf(hallId) }
}
