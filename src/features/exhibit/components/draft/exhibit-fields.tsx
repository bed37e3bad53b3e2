import { View } from '@tarojs/components'
import type { Face, HallId } from '@/domain/exhibit/rules'
import type { Uploads } from '@/features/use-uploads'
import { ExhibitPlace, ExhibitWords } from './exhibit-basics'
import { hasField, type ExhibitForm, type FormFile } from './exhibit-form'
import { FigureFields } from './figure-fields'
import { LinkFields } from './link-fields'
import { PanoramaFields, type FaceUploads } from './panorama-fields'
import { PictureFields } from './picture-fields'
import type { SectionProps } from './section'
import { FilmFields, SoundFields } from './sound-fields'
import { useFaceUploads, useFilmUploads, usePictureUploads, useSoundUploads } from './uploads'
import '@/features/draft.scss'

type Change = (change: (form: ExhibitForm) => ExhibitForm) => void

/** Whatever is on its way into the form. */
export interface ExhibitUploads {
  pictures: Uploads
  sound: Uploads
  film: Uploads
  poster: Uploads
  faces: FaceUploads
  busy: boolean
}

function useFaces(change: Change): FaceUploads {
  const put = (face: Face) => (file: FormFile) =>
    change((form) => {
      const panorama = form.panorama ?? { faces: {}, spots: [] }
      return { ...form, panorama: { ...panorama, faces: { ...panorama.faces, [face]: file } } }
    })
  return {
    front: useFaceUploads(put('front')),
    right: useFaceUploads(put('right')),
    back: useFaceUploads(put('back')),
    left: useFaceUploads(put('left')),
    up: useFaceUploads(put('up')),
    down: useFaceUploads(put('down')),
  }
}

/** Uploads for every part of the form, each put in when it has arrived. */
export function useExhibitUploads(change: Change): ExhibitUploads {
  const pictures = usePictureUploads((picture) =>
    change((form) => ({ ...form, pictures: [...form.pictures, picture] })),
  )
  const sound = useSoundUploads((file, seconds) =>
    change((form) => ({ ...form, audio: { synthetic: false, cues: [], ...form.audio, file, seconds } })),
  )
  const film = useFilmUploads((file, seconds, poster) =>
    change((form) => ({
      ...form,
      video: { synthetic: false, cues: [], ...form.video, file, seconds, poster: poster ?? form.video?.poster ?? null },
    })),
  )
  const poster = usePictureUploads(({ file }) =>
    change((form) => ({ ...form, video: form.video && { ...form.video, poster: file } })),
  )
  const faces = useFaces(change)
  const busy = [pictures, sound, film, poster, ...Object.values(faces)].some((uploads) => uploads.busy)
  return { pictures, sound, film, poster, faces, busy }
}

interface ExhibitFieldsProps extends Omit<SectionProps, 'set'> {
  /** Of a hall: its own. */
  hallId: HallId | null
  uploads: ExhibitUploads
}

/** All that an editor decides about it, in the order in which visitors meet it. */
export function ExhibitFields({ hallId, uploads, ...given }: ExhibitFieldsProps) {
  const section: SectionProps = { ...given, set: (values) => given.change((now) => ({ ...now, ...values })) }
  const { kind } = given
  return (
    <View className="draft__form">
      <ExhibitPlace {...section} />
      <ExhibitWords {...section} />
      <PictureFields {...section} uploads={uploads.pictures} />
      <SoundFields {...section} uploads={uploads.sound} />
      <FilmFields {...section} uploads={uploads.film} posters={uploads.poster} />
      {hasField(kind, 'figure') && <FigureFields {...section} />}
      {hasField(kind, 'panorama') && hallId && <PanoramaFields {...section} hallId={hallId} uploads={uploads.faces} />}
      {hasField(kind, 'eventIds') && <LinkFields {...section} />}
    </View>
  )
}
