/** Two people write the same thing: putting the typing of one on top of what the other has saved. */

/** What a kind of form has to say about itself. */
export interface Merging<Form extends object> {
  /** What the fields are called, on the form and when telling what somebody else changed. */
  labels: Record<keyof Form, string>
  /** What of a field counts when two forms are compared: addresses of stored files change from one reading to the next. */
  comparable: (form: Form, field: keyof Form) => unknown
  /** Points what is sent by reference at what the other person's version has; what is gone there is dropped. */
  placed: (form: Form, theirs: Form) => Form
}

/** The outcome of putting a person's typing on top of what somebody else saved in the meantime. */
export interface Merged<Form> {
  form: Form
  /** Names of the fields that the other person changed and that this one had left alone: theirs is taken. */
  taken: string[]
  /** Names of the fields that both changed: this person's words stand. */
  disputed: string[]
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The fields in which two forms differ. */
export const changedFields = <Form extends object>(how: Merging<Form>, one: Form, other: Form): (keyof Form)[] =>
  (Object.keys(one) as (keyof Form)[]).filter(
    (field) => !same(how.comparable(one, field), how.comparable(other, field)),
  )

/**
 * Puts what a person typed on top of what somebody else saved in between: what they touched stays theirs, what they left
 * alone follows the server.
 *
 * @param base what this person started from
 */
export const mergeDrafts = <Form extends object>(
  how: Merging<Form>,
  base: Form,
  mine: Form,
  theirs: Form,
): Merged<Form> => {
  const touched = changedFields(how, base, mine)
  const moved = changedFields(how, base, theirs)
  const own = Object.fromEntries(touched.map((field) => [field, mine[field]])) as Partial<Form>
  const names = (fields: (keyof Form)[]) => [...new Set(fields.map((field) => how.labels[field]))]
  return {
    form: how.placed({ ...theirs, ...own }, theirs),
    taken: names(moved.filter((field) => !touched.includes(field))),
    disputed: names(moved.filter((field) => touched.includes(field) && !same(mine[field], theirs[field]))),
  }
}
