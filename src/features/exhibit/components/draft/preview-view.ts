import { secondsOf, type ExhibitKind, type HallId } from '@/domain/exhibit/rules'
import type { ExhibitView } from '../exhibit-words'
import type { Panorama } from '../hall/hall-words'
import {
  numberOf,
  type ExhibitForm,
  type FormFigure,
  type FormFile,
  type FormFilm,
  type FormPanorama,
  type FormSound,
} from './exhibit-form'

const fileOut = (file: FormFile) => ({ key: 'key' in file ? file.key : file.ticketId, url: file.url, size: file.size })

const soundOut = ({ file, seconds, synthetic, cues }: FormSound) => ({ file: fileOut(file), seconds, synthetic, cues })

const filmOut = (film: FormFilm) => ({ ...soundOut(film), poster: film.poster && fileOut(film.poster) })

const figureOut = ({ items, ...figure }: FormFigure): ExhibitView['figure'] => ({
  ...figure,
  items: items
    .map((item) => ({ ...item, value: numberOf(item.value) }))
    .filter(({ label, value }) => label !== '' && Number.isFinite(value)),
})

/** What visitors would see of a form. */
export const viewOf = (id: string, kind: ExhibitKind, form: ExhibitForm, changedAt: number): ExhibitView => {
  const { hallId, number, title, summary, text, theme, date, pictures, audio, video, figure } = form
  const [first] = pictures
  return {
    ...{ id, kind, hallId, number, summary, text, theme, date, changedAt },
    title: title || '（还没有标题）',
    seconds: secondsOf(form),
    hasAudio: audio !== null,
    hasVideo: video !== null,
    picture: first ? { url: first.small.url, alt: first.alt } : null,
    pictures: pictures.map((picture) => ({ ...picture, file: fileOut(picture.file), small: fileOut(picture.small) })),
    audio: audio && soundOut(audio),
    video: video && filmOut(video),
    figure: figure && figureOut(figure),
  }
}

/**
 * The panorama that visitors would see of a form.
 *
 * @param titleOf names what a spot leads to
 */
export const panoramaOf = (
  panorama: FormPanorama | null,
  titleOf: (to: { number: string } | { hallId: HallId }) => string,
): Panorama | null =>
  panorama && {
    faces: Object.fromEntries(Object.entries(panorama.faces).map(([face, file]) => [face, fileOut(file)])),
    spots: panorama.spots.map(({ yaw, pitch, to }) => ({
      yaw: numberOf(yaw) || 0,
      pitch: numberOf(pitch) || 0,
      to,
      title: titleOf(to),
    })),
  }
