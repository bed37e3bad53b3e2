/** What an exhibit consists of, and what follows from it: pure, so that seeds and tests describe an exhibit as the store does. */
import type * as v from 'valibot'
import type { draftInput } from '@/domain/exhibit/contract'
import {
  isNumber,
  lengthOf,
  secondsOf,
  type DeskFilter,
  type ExhibitKind,
  type ExhibitState,
  type Face,
  type HallId,
  type StoryLength,
  type Theme,
} from '@/domain/exhibit/rules'
import { deskTokens, exhibitTokens } from './tokens'

type Draft = v.InferOutput<typeof draftInput>

export interface StoredFile {
  /** What clients name the file by, instead of its id. */
  key: string
  fileId: string
  /** Bytes. */
  size: number
  /** Of pictures, in pixels. */
  width?: number
  height?: number
}
export interface StoredPicture {
  file: StoredFile
  small: StoredFile
  alt: string
}
export interface StoredSound {
  file: StoredFile
  seconds: number
  synthetic: boolean
  cues: { at: number; text: string }[]
}
export interface StoredFilm extends StoredSound {
  poster: StoredFile | null
}
export interface StoredPanorama {
  faces: Partial<Record<Face, StoredFile>>
  spots: { yaw: number; pitch: number; to: { number: string } | { hallId: HallId } }[]
}

/** A draft whose uploads have become files of the exhibit. */
export interface Content {
  hallId: HallId | null
  number: string
  title: string
  summary: string
  text: string
  theme: Theme | null
  date: string
  pictures: StoredPicture[]
  audio: StoredSound | null
  video: StoredFilm | null
  figure: Draft['figure']
  eventIds: string[]
  branchIds: string[]
  panorama: StoredPanorama | null
}

/** What lists show, written beside the content so that no list reads a content. */
export interface Card {
  hallId: HallId | null
  number: string
  title: string
  summary: string
  theme: Theme | null
  date: string
  seconds: number
  hasAudio: boolean
  hasVideo: boolean
  picture: { file: StoredFile; alt: string } | null
}

export const cardOf = (content: Content): Card => {
  const { hallId, number, title, summary, theme, date, audio, video } = content
  const [first] = content.pictures
  return {
    hallId,
    number,
    title,
    summary,
    theme,
    date,
    seconds: secondsOf(content),
    hasAudio: audio !== null,
    hasVideo: video !== null,
    picture: first ? { file: first.small, alt: first.alt } : null,
  }
}

/** Every file of a content with the words by which an editor knows it. */
export const filesOf = ({ pictures, audio, video, panorama }: Content): { file: StoredFile; what: FileRole }[] => [
  ...pictures.flatMap(({ file, small }, at): { file: StoredFile; what: FileRole }[] => [
    { file, what: { kind: 'picture', at } },
    { file: small, what: { kind: 'picture', at } },
  ]),
  ...(audio ? [{ file: audio.file, what: { kind: 'sound' } as const }] : []),
  ...(video ? [{ file: video.file, what: { kind: 'film' } as const }] : []),
  ...(video?.poster ? [{ file: video.poster, what: { kind: 'poster' } as const }] : []),
  ...Object.entries(panorama?.faces ?? {}).map(([face, file]) => ({
    file,
    what: { kind: 'face', face: face as Face } as const,
  })),
]
export type FileRole =
  { kind: 'picture'; at: number } | { kind: 'sound' | 'film' | 'poster' } | { kind: 'face'; face: Face }

/** The parts of a document that say what is public, what is being worked on, and since when. */
export interface Standing {
  kind: ExhibitKind
  state: ExhibitState
  live: Content | null
  draft: Content | null
  publishAt: Date | null
}

/** What the workbench shows: the draft, or what is published where there is none. */
export const contentOf = ({ live, draft }: Pick<Standing, 'live' | 'draft'>): Content => {
  const content = draft ?? live
  if (!content) throw new Error('an exhibit has neither a draft nor anything published')
  return content
}

const flagsOf = ({ state, draft, publishAt }: Standing): DeskFilter[] => [
  ...(draft ? ['drafts' as const] : []),
  ...(publishAt ? ['scheduled' as const] : []),
  ...(state === 'draft' ? [] : [state]),
]

/** The numbers that nobody else may use; unique over the collection, so without any it is the document's own id. */
const claimsOf = (id: string, { live, draft }: Standing): string[] => {
  const numbers = [live, draft].flatMap((content) => (content && isNumber(content.number) ? [content.number] : []))
  return numbers.length > 0 ? [...new Set(numbers)] : [id]
}

/** Fields by which lists and searches find what visitors see. They follow from what is live alone. */
export interface PublicFields {
  listed: boolean
  /** Listed and of a kind that visitors search: exhibits and stories. */
  searchable: boolean
  card: Card | null
  number: string
  date: string
  theme: Theme | null
  lengthClass: StoryLength | null
  tokens: string[]
}
/** Fields by which the workbench finds it. */
export interface DeskFields {
  /** The hall that it is in or that it is, as far as visitors know of it; its own id when it is in none. */
  room: string
  deskCard: Card
  deskTokens: string[]
  flags: DeskFilter[]
  claims: string[]
}

const NOTHING_SHOWN = { card: null, number: '', date: '', theme: null, lengthClass: null, tokens: [] }

const shownOf = (live: Content) => {
  const { number, date, theme } = live
  const card = cardOf(live)
  return { card, number, date, theme, lengthClass: lengthOf(card.seconds), tokens: exhibitTokens(live) }
}

/** What a publication, a withdrawal and a first draft change in what visitors find. */
export const publicFields = ({ live, kind, state }: Standing): PublicFields => {
  const listed = state === 'published' && live !== null
  const searched = kind === 'display' || kind === 'story'
  return { listed, searchable: listed && searched, ...(live ? shownOf(live) : NOTHING_SHOWN) }
}

/** What every change of a draft changes in what the workbench finds. */
export const deskFields = (id: string, standing: Standing): DeskFields => {
  const content = contentOf(standing)
  return {
    room: (standing.live ?? content).hallId ?? id,
    deskCard: cardOf(content),
    deskTokens: deskTokens(content),
    flags: flagsOf(standing),
    claims: claimsOf(id, standing),
  }
}
