import { CREATABLE_KINDS, type ExhibitKind } from '@/domain/exhibit/rules'
import type { Merging } from '@/features/draft-merge'
import type * as shared from '@/features/use-draft'
import { createExhibit, readExhibit, saveExhibit } from '../../api'
import {
  formFieldLabels,
  formOf,
  inputOf,
  type DeskView,
  type ExhibitForm,
  type FormFile,
  type FormFilm,
  type FormPanorama,
  type FormSound,
} from './exhibit-form'

/** An exhibit as the workbench sees it, named for the shared draft. */
export type Exhibit = DeskView & { id: string }
export type Draft = shared.Draft<Exhibit, ExhibitForm>
export type DraftState = shared.DraftState<Exhibit, ExhibitForm>

/** Gives an answer of the workbench its id at the top. */
export const asExhibit = (view: DeskView): Exhibit => ({ ...view, id: view.content.id })

/** Takes files out of a form that `keep` does not want; whatever cannot be without its file goes with it. */
function sifted(form: ExhibitForm, keep: (file: FormFile) => boolean): ExhibitForm {
  const sound = <S extends FormSound>(one: S | null): S | null => (one && keep(one.file) ? one : null)
  const film = (one: FormFilm | null): FormFilm | null =>
    one && { ...one, poster: one.poster && keep(one.poster) ? one.poster : null }
  const panorama = ({ faces, spots }: FormPanorama): FormPanorama => ({
    spots,
    faces: Object.fromEntries(Object.entries(faces).filter(([, file]) => keep(file))),
  })
  return {
    ...form,
    pictures: form.pictures.filter(({ file, small }) => keep(file) && keep(small)),
    audio: sound(form.audio),
    video: film(sound(form.video)),
    panorama: form.panorama && panorama(form.panorama),
  }
}

const filesOf = ({ pictures, audio, video, panorama }: ExhibitForm): FormFile[] => [
  ...pictures.flatMap(({ file, small }) => [file, small]),
  ...(audio ? [audio.file] : []),
  ...(video ? [video.file] : []),
  ...(video?.poster ? [video.poster] : []),
  ...Object.values(panorama?.faces ?? {}),
]

/** Addresses change from one reading to the next; the rest of a file does not. */
const withoutAddresses = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, part: unknown) => (name === 'url' ? undefined : part)))

const merging: Merging<ExhibitForm> = {
  labels: formFieldLabels,
  comparable: (form, field) => withoutAddresses(form[field] ?? null),
  placed: (form, theirs) => {
    const there = new Set(filesOf(theirs).flatMap((file) => ('key' in file ? [file.key] : [])))
    return sifted(form, (file) => !('key' in file) || there.has(file.key))
  },
}

const NAME = 'exhibit-draft'
/** What the unsaved typing for an exhibit is kept under on the phone. */
export const keptUnder = (exhibitId: string): string => `${NAME}-${exhibitId}`

const draftOf = (kind: ExhibitKind): shared.DraftKind<Exhibit, ExhibitForm> => ({
  ...merging,
  name: NAME,
  newName: `new-${kind}`,
  read: async (id) => asExhibit(await readExhibit(id)),
  create: async (requestId, form) => {
    const creatable = CREATABLE_KINDS.find((one) => one === kind)
    if (!creatable) throw new Error(`nobody opens a new ${kind}`)
    return asExhibit(await createExhibit({ requestId, kind: creatable, draft: inputOf(form) }))
  },
  save: async ({ id, rev }, form) => asExhibit(await saveExhibit({ exhibitId: id, rev, draft: inputOf(form) })),
  formOf,
  usable: (form, now) => sifted(form, (file) => 'key' in file || file.expiresAt > now),
})

/** How something of a kind is read, written and merged; the kind counts for new ones only. */
export const exhibitDrafts: Record<ExhibitKind, shared.DraftKind<Exhibit, ExhibitForm>> = {
  hall: draftOf('hall'),
  display: draftOf('display'),
  story: draftOf('story'),
  milestone: draftOf('milestone'),
}
