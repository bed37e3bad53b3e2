import { useReducer, useRef } from 'react'
import { newRequestId } from '@/lib/request-id'
import { forget, keep, kept } from '@/lib/storage'

interface Held<Form> {
  shape: 1
  requestId: string
  form: Form
}

const isHeld = (value: unknown): value is Held<object> =>
  typeof value === 'object' &&
  value !== null &&
  (value as { shape?: unknown }).shape === 1 &&
  typeof (value as { requestId?: unknown }).requestId === 'string' &&
  typeof (value as { form?: unknown }).form === 'object'

/** Something that a person is about to send once. */
export interface Intent<Form> {
  form: Form
  /** What stands in it at this moment, for what happens later than the last render, such as an upload's arrival. */
  latest: () => Form
  /** Names the sending, so that pressing again after a lost answer changes nothing. */
  requestId: string
  /** Puts in new values of some fields. */
  change: (part: Partial<Form>) => void
  /** It was sent: the form is empty again, and what comes next has another name. */
  done: () => void
}

const blankOne = <Form>(form: Form): Held<Form> => ({ shape: 1, requestId: newRequestId(), form })

/** What this phone has kept under the name, on top of a blank form. */
const begun = <Form extends object>(name: string, blank: Form): Held<Form> => {
  const found = kept(name)
  return isHeld(found) ? { ...found, form: { ...blank, ...found.form } } : blankOne(blank)
}

/**
 * A short form that is sent once. What was typed survives leaving the page, together with the name of the sending.
 *
 * @param name what it is kept under on this phone; another name is another form
 */
export function useIntent<Form extends object>(name: string, blank: Form): Intent<Form> {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  // Several changes of one press follow each other before the next render.
  const held = useRef<{ name: string; now: Held<Form> }>()
  if (held.current?.name !== name) held.current = { name, now: begun(name, blank) }
  const { current } = held
  const put = (now: Held<Form>) => {
    current.now = now
    draw()
  }
  return {
    form: current.now.form,
    latest: () => current.now.form,
    requestId: current.now.requestId,
    change: (part) => {
      const next = { ...current.now, form: { ...current.now.form, ...part } }
      keep(name, next)
      put(next)
    },
    done: () => {
      forget(name)
      put(blankOne(blank))
    },
  }
}
