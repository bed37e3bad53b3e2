import { draftFieldLabels, type Attachment, type DraftField, type DraftForm } from './draft-form'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Addresses of stored files change from one reading to the next; the rest of an attachment does not. */
const comparable = (form: DraftForm, field: DraftField): unknown => {
  const value = form[field]
  if (field !== 'pictures' && field !== 'materials') return value
  return (value as Attachment[]).map(({ url: _url, ...rest }) => rest)
}

/** The fields in which two forms differ. */
export const changedFields = (one: DraftForm, other: DraftForm): DraftField[] =>
  (Object.keys(one) as DraftField[]).filter((field) => !same(comparable(one, field), comparable(other, field)))

/** Whether two forms say the same. */
export const isSameForm = (one: DraftForm, other: DraftForm): boolean => changedFields(one, other).length === 0

/** Kept files are sent by their position in the event; after somebody's change they are found again by their name. */
const placedIn = (mine: Attachment[], theirs: Attachment[]): Attachment[] =>
  mine.flatMap((file) => {
    if (!('kept' in file)) return [file]
    const still = theirs.find((other) => other.name === file.name && other.size === file.size)
    return still ? [still] : []
  })

/** The outcome of putting a person's typing on top of what somebody else saved in the meantime. */
export interface Merged {
  form: DraftForm
  /** Names of the fields that the other person changed and that this one had left alone: theirs is taken. */
  taken: string[]
  /** Names of the fields that both changed: this person's words stand. */
  disputed: string[]
}

/**
 * Puts what a person typed on top of what somebody else saved in between: what they touched stays theirs, what they left
 * alone follows the server.
 *
 * @param base what this person started from
 */
export const mergeForms = (base: DraftForm, mine: DraftForm, theirs: DraftForm): Merged => {
  const touched = changedFields(base, mine)
  const moved = changedFields(base, theirs)
  const own = Object.fromEntries(touched.map((field) => [field, mine[field]])) as Partial<DraftForm>
  const form: DraftForm = { ...theirs, ...own }
  const names = (fields: DraftField[]) => [...new Set(fields.map((field) => draftFieldLabels[field]))]
  return {
    form: {
      ...form,
      pictures: placedIn(form.pictures, theirs.pictures),
      materials: placedIn(form.materials, theirs.materials),
    },
    taken: names(moved.filter((field) => !touched.includes(field))),
    disputed: names(moved.filter((field) => touched.includes(field) && !same(mine[field], theirs[field]))),
  }
}
