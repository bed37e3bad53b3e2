import { changedFields, mergeDrafts, type Merged, type Merging } from '@/features/draft-merge'
import { draftFieldLabels, type Attachment, type DraftForm } from './draft-form'

/** Kept files are sent by their position in the event; after somebody's change they are found again by their name. */
const placedIn = (mine: Attachment[], theirs: Attachment[]): Attachment[] =>
  mine.flatMap((file) => {
    if (!('kept' in file)) return [file]
    const still = theirs.find((other) => other.name === file.name && other.size === file.size)
    return still ? [still] : []
  })

/** How two versions of an event are put together. */
export const eventMerging: Merging<DraftForm> = {
  labels: draftFieldLabels,
  comparable: (form, field) => {
    const value = form[field]
    if (field !== 'pictures' && field !== 'materials') return value
    return (value as Attachment[]).map(({ url: _url, ...rest }) => rest)
  },
  placed: (form, theirs) => ({
    ...form,
    pictures: placedIn(form.pictures, theirs.pictures),
    materials: placedIn(form.materials, theirs.materials),
  }),
}

/** Whether two forms say the same. */
export const isSameForm = (one: DraftForm, other: DraftForm): boolean =>
  changedFields(eventMerging, one, other).length === 0

/** Puts what a person typed on top of what somebody else saved in between. */
export const mergeForms = (base: DraftForm, mine: DraftForm, theirs: DraftForm): Merged<DraftForm> =>
  mergeDrafts(eventMerging, base, mine, theirs)
