/** From what an editor hands in to what is stored: uploads become files, and files named by key stay what they are. */
import type * as v from 'valibot'
import type { draftInput } from '@/domain/exhibit/contract'
import { MIN_FACE_SIDE, MIN_PICTURE_WIDTH } from '@/domain/exhibit/rules'
import type { FilePurpose } from '@/domain/file/rules'
import type { upload } from '@/domain/media'
import type { Content, StoredFile } from './content'

export type Draft = v.InferOutput<typeof draftInput>
type Upload = v.InferOutput<typeof upload>

interface Named {
  upload: Upload
  purpose: FilePurpose
}

const facesOf = ({ panorama }: Draft): Upload[] => Object.values(panorama?.faces ?? {})

/** Every file that a draft names, with what it is for. */
export const uploadsOf = (draft: Draft): Named[] => {
  const of = (purpose: FilePurpose, ...uploads: (Upload | null | undefined)[]): Named[] =>
    uploads.flatMap((one) => (one ? [{ upload: one, purpose }] : []))
  return [
    ...of('exhibitPicture', ...draft.pictures.map(({ file }) => file), draft.video?.poster, ...facesOf(draft)),
    ...of('exhibitSmall', ...draft.pictures.map(({ small }) => small)),
    ...of('exhibitSound', draft.audio?.file),
    ...of('exhibitFilm', draft.video?.file),
  ]
}

/** The files of contents by what they are for and by key: a sound is no picture, whatever its key is handed in for. */
export const knownFiles = (contents: readonly (Content | null)[]): Map<string, StoredFile> => {
  const known = new Map<string, StoredFile>()
  const note = (purpose: FilePurpose, ...files: (StoredFile | null | undefined)[]) => {
    for (const file of files) if (file) known.set(`${purpose}:${file.key}`, file)
  }
  for (const content of contents) {
    if (!content) continue
    const { pictures, audio, video, panorama } = content
    note('exhibitPicture', ...pictures.map(({ file }) => file), video?.poster, ...Object.values(panorama?.faces ?? {}))
    note('exhibitSmall', ...pictures.map(({ small }) => small))
    note('exhibitSound', audio?.file)
    note('exhibitFilm', video?.file)
  }
  return known
}

/** The file that an upload became, null for one that cannot be used. */
export type Resolve = (upload: Upload, purpose: FilePurpose) => StoredFile | null

/** A draft with its files; null when any of them cannot be used. */
export const contentFrom = (draft: Draft, resolve: Resolve): Content | null => {
  let complete = true
  const must = (one: Upload, purpose: FilePurpose): StoredFile => {
    const file = resolve(one, purpose)
    complete &&= file !== null
    return file ?? { key: '', fileId: '', size: 0 }
  }
  const { audio, video, panorama } = draft
  const faces = Object.entries(panorama?.faces ?? {}).map(([face, one]) => [face, must(one, 'exhibitPicture')] as const)
  const content: Content = {
    ...draft,
    pictures: draft.pictures.map(({ file, small, alt }) => ({
      file: must(file, 'exhibitPicture'),
      small: must(small, 'exhibitSmall'),
      alt,
    })),
    audio: audio && { ...audio, file: must(audio.file, 'exhibitSound') },
    video: video && {
      ...video,
      file: must(video.file, 'exhibitFilm'),
      poster: video.poster && must(video.poster, 'exhibitPicture'),
    },
    panorama: panorama && { faces: Object.fromEntries(faces), spots: panorama.spots },
  }
  return complete ? content : null
}

/** Whether a picture is too small to be clear, or a face of a panorama too small or not square. */
export const hasSmallPicture = ({ pictures, panorama }: Content): boolean =>
  pictures.some(({ file }) => (file.width ?? 0) < MIN_PICTURE_WIDTH) ||
  Object.values(panorama?.faces ?? {}).some(({ width = 0, height = 0 }) => width < MIN_FACE_SIDE || width !== height)

/** All that people will read of a content. */
export const wordsOf = (content: Content): string[] => {
  const { title, summary, text, pictures, audio, video, figure } = content
  return [
    title,
    summary,
    text,
    ...pictures.map(({ alt }) => alt),
    ...[...(audio?.cues ?? []), ...(video?.cues ?? [])].map((cue) => cue.text),
    ...(figure ? [figure.title, figure.unit, figure.source] : []),
    ...(figure?.items ?? []).flatMap(({ label, note }) => [label, note]),
  ]
}
