/** What leaves the server of an exhibit. File ids stay; the contract strips whatever it does not declare. */
import type { Face } from '@/domain/exhibit/rules'
import { FACES } from '@/domain/exhibit/rules'
import { temporaryUrls } from '../../file/public'
import { logUnexpected } from '../../kernel/log'
import { cardOf, filesOf, type Card, type Content, type StoredFile, type StoredPanorama } from './content'
import type { ExhibitDoc } from './exhibits'

type Named = Pick<ExhibitDoc, '_id' | 'kind'>
/** Short-lived addresses by file id. */
export type Urls = ReadonlyMap<string, string>

/**
 * The addresses of everything that an answer shows: pictures of cards, and whole contents. While the cloud's storage gives
 * none out, there is still everything to read: its files are shown as missing ones are.
 */
export const urlsOf = (cards: readonly (Card | null)[], contents: readonly Content[] = []): Promise<Urls> => {
  const files = [
    ...cards.flatMap((card) => (card?.picture ? [card.picture.file] : [])),
    ...contents.flatMap((content) => filesOf(content).map(({ file }) => file)),
  ]
  return temporaryUrls([...new Set(files.map(({ fileId }) => fileId))]).catch((error: unknown) => {
    logUnexpected('exhibit.files', '', error)
    return new Map<string, string>()
  })
}

/** A file that is gone keeps its key and size and has no address. */
const fileView = ({ key, fileId, size }: StoredFile, urls: Urls) => ({ key, url: urls.get(fileId) ?? '', size })

export const cardView = ({ _id, kind }: Named, card: Card, urls: Urls) => ({
  ...card,
  id: _id,
  kind,
  picture: card.picture && { url: urls.get(card.picture.file.fileId) ?? '', alt: card.picture.alt },
})

/** The card of a row that is on show. */
export const shownCard = (row: Named & { card: Card | null }, urls: Urls) => {
  if (!row.card) throw new Error(`${row._id} is on show without a card`)
  return cardView(row, row.card, urls)
}

export const contentView = (of: Named & Pick<ExhibitDoc, 'changedAt'>, content: Content, urls: Urls) => {
  const { text, pictures, audio, video, figure } = content
  const file = (stored: StoredFile) => fileView(stored, urls)
  return {
    ...cardView(of, cardOf(content), urls),
    text,
    pictures: pictures.map((picture) => ({
      file: file(picture.file),
      small: file(picture.small),
      alt: picture.alt,
      width: picture.file.width ?? 0,
      height: picture.file.height ?? 0,
    })),
    audio: audio && { ...audio, file: file(audio.file) },
    video: video && { ...video, file: file(video.file), poster: video.poster && file(video.poster) },
    figure,
    changedAt: of.changedAt,
  }
}

type SpotTarget = StoredPanorama['spots'][number]['to']

/**
 * A panorama with the titles of what its spots lead to.
 *
 * @param titleOf null for what cannot be reached: that spot is left out
 */
export const panoramaView = (
  panorama: StoredPanorama | null,
  urls: Urls,
  titleOf: (to: SpotTarget) => string | null,
) => {
  if (!panorama) return null
  const faces: Partial<Record<Face, ReturnType<typeof fileView>>> = {}
  for (const face of FACES) {
    const stored = panorama.faces[face]
    if (stored) faces[face] = fileView(stored, urls)
  }
  const spots = panorama.spots.flatMap((spot) => {
    const title = titleOf(spot.to)
    return title === null ? [] : [{ ...spot, title }]
  })
  return { faces, spots }
}
