import { forget, keep, kept } from '@/lib/storage'

/** What was typed and not yet saved, as it stays on the phone. */
export interface KeptDraft<Form> {
  shape: 1
  /** Names the intention to create, so that repeating it makes no second one. */
  requestId: string
  /** The revision and the content that the typing started from; 0 for a new one. */
  rev: number
  base: Form
  form: Form
}

const isKeptDraft = <Form>(value: unknown): value is KeptDraft<Form> =>
  typeof value === 'object' &&
  value !== null &&
  (value as { shape?: unknown }).shape === 1 &&
  typeof (value as { form?: unknown }).form === 'object'

/**
 * The unsaved typing under a name; null when there is none.
 *
 * @param usable takes out uploads that have lapsed
 */
export const keptDraft = <Form>(name: string, usable: (form: Form) => Form): KeptDraft<Form> | null => {
  const value = kept(name)
  return isKeptDraft<Form>(value) ? { ...value, form: usable(value.form) } : null
}

export const keepDraft = <Form>(name: string, draft: KeptDraft<Form>): boolean => keep(name, draft)
export const forgetDraft = (name: string): void => forget(name)
