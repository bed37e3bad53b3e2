import type { InputFor, OutputFor } from '@/domain/contracts'
import type { ExhibitKind, Face, HallId, Theme } from '@/domain/exhibit/rules'
import { FACES } from '@/domain/exhibit/rules'
import type { FigureKind } from '@/domain/media'

export type DeskView = OutputFor<'exhibit.edit'>
export type DraftIn = InputFor<'exhibit.create'>['draft']
type Content = DeskView['content']

/** A file in the form: one that the exhibit already has, or a finished upload. */
export type FormFile =
  { key: string; url: string; size: number } | { ticketId: string; url: string; size: number; expiresAt: number }

export interface FormPicture {
  file: FormFile
  small: FormFile
  alt: string
  width: number
  height: number
}

/** From which second on a line of the transcript, or a caption, is spoken. */
export interface FormCue {
  at: number
  text: string
}
export interface FormSound {
  file: FormFile
  seconds: number
  synthetic: boolean
  cues: FormCue[]
}
export interface FormFilm extends FormSound {
  poster: FormFile | null
}
/** A figure as typed: its values are text until it is sent. */
export interface FormFigure {
  kind: FigureKind
  title: string
  unit: string
  items: { label: string; value: string; note: string }[]
  source: string
}
/** Where a spot leads: to an exhibit of this hall by its number, or to another hall. */
export type SpotTo = { number: string } | { hallId: HallId }
export interface FormSpot {
  yaw: string
  pitch: string
  to: SpotTo
}
export interface FormPanorama {
  faces: Partial<Record<Face, FormFile>>
  spots: FormSpot[]
}

/** What an editor has typed so far. */
export interface ExhibitForm {
  hallId: HallId | null
  number: string
  title: string
  summary: string
  text: string
  theme: Theme | null
  date: string
  pictures: FormPicture[]
  audio: FormSound | null
  video: FormFilm | null
  figure: FormFigure | null
  eventIds: string[]
  branchIds: string[]
  panorama: FormPanorama | null
}
export type FormField = keyof ExhibitForm

/** What the fields are called, on the form and when telling what somebody else changed. */
export const formFieldLabels: Record<FormField, string> = {
  hallId: '所在展厅',
  number: '编号',
  title: '标题',
  summary: '简介',
  text: '正文',
  theme: '主题',
  date: '日期',
  pictures: '图片',
  audio: '音频',
  video: '视频',
  figure: '图表',
  eventIds: '相关活动',
  branchIds: '相关党支部',
  panorama: '全景',
}

/** What a new one begins with. */
export const newForm = (hallId: HallId | null): ExhibitForm => ({
  hallId,
  number: '',
  title: '',
  summary: '',
  text: '',
  theme: null,
  date: '',
  pictures: [],
  audio: null,
  video: null,
  figure: null,
  eventIds: [],
  branchIds: [],
  panorama: null,
})

const figureOf = (figure: Content['figure']): FormFigure | null =>
  figure && { ...figure, items: figure.items.map(({ value, ...item }) => ({ ...item, value: String(value) })) }

const panoramaOf = (panorama: DeskView['panorama']): FormPanorama | null =>
  panorama && {
    faces: { ...panorama.faces },
    spots: panorama.spots.map(({ yaw, pitch, to }) => ({ yaw: String(yaw), pitch: String(pitch), to })),
  }

/** The form of what the server has: the draft, or what is published. */
export const formOf = ({ content, panorama }: DeskView): ExhibitForm => ({
  hallId: content.hallId,
  number: content.number,
  title: content.title,
  summary: content.summary,
  text: content.text,
  theme: content.theme,
  date: content.date,
  pictures: content.pictures.map((picture) => ({ ...picture })),
  audio: content.audio && { ...content.audio },
  video: content.video && { ...content.video },
  figure: figureOf(content.figure),
  eventIds: [...content.eventIds],
  branchIds: [...content.branchIds],
  panorama: panoramaOf(panorama),
})

const uploadOf = (file: FormFile) => ('key' in file ? { key: file.key } : { ticketId: file.ticketId })

const soundIn = ({ file, seconds, synthetic, cues }: FormSound) => ({
  file: uploadOf(file),
  seconds,
  synthetic,
  // A line without words says nothing: it is one that is just being begun.
  cues: cues.filter(({ text }) => text.trim() !== ''),
})

/** A number as typed; NaN when it is none. A comma or full-width digits are forgiven. */
export const numberOf = (typed: string): number => {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '')
  return plain === '' ? NaN : Number(plain)
}

const figureIn = ({ items, ...figure }: FormFigure): NonNullable<DraftIn['figure']> => ({
  ...figure,
  items: items.map(({ value, ...item }) => ({ ...item, value: numberOf(value) })),
})

const panoramaIn = ({ faces, spots }: FormPanorama): NonNullable<DraftIn['panorama']> => ({
  faces: Object.fromEntries(
    FACES.flatMap((face) => {
      const file = faces[face]
      return file ? [[face, uploadOf(file)]] : []
    }),
  ),
  spots: spots.map(({ yaw, pitch, to }) => ({ yaw: numberOf(yaw), pitch: numberOf(pitch), to })),
})

/** What is sent. Call it only for a form without problems. */
export const inputOf = (form: ExhibitForm): DraftIn => ({
  ...form,
  number: form.number.trim(),
  date: form.date.trim(),
  pictures: form.pictures.map(({ file, small, alt }) => ({ file: uploadOf(file), small: uploadOf(small), alt })),
  audio: form.audio && soundIn(form.audio),
  video: form.video && { ...soundIn(form.video), poster: form.video.poster && uploadOf(form.video.poster) },
  figure: form.figure && figureIn(form.figure),
  panorama: form.panorama && panoramaIn(form.panorama),
})

/** Fields that only some kinds have; all others belong to every kind. */
export const hasField = (kind: ExhibitKind, field: FormField): boolean => {
  const only: Partial<Record<FormField, readonly ExhibitKind[]>> = {
    hallId: ['display'],
    number: ['display'],
    theme: ['story', 'milestone'],
    date: ['milestone'],
    figure: ['hall', 'display', 'story'],
    eventIds: ['display', 'story'],
    branchIds: ['display', 'story'],
    panorama: ['hall'],
  }
  return only[field]?.includes(kind) ?? true
}
