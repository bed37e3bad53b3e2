import { forget, keep, kept } from '@/lib/storage'
import type { Attachment, DraftForm } from './draft-form'

/** What was typed and not yet saved, as it stays on the phone. */
export interface KeptDraft {
  shape: 1
  /** Names the intention to create, so that repeating it makes no second event. */
  requestId: string
  /** The revision and the content that the typing started from; absent for a new event. */
  rev: number
  base: DraftForm
  form: DraftForm
}

const nameOf = (eventId: string) => `event-draft-${eventId || 'new'}`

const isKeptDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' &&
  value !== null &&
  (value as { shape?: unknown }).shape === 1 &&
  typeof (value as { form?: unknown }).form === 'object'

const usable = (files: Attachment[], now: number) => files.filter((file) => 'kept' in file || file.expiresAt > now)

/** The unsaved typing for an event (`''` for a new one), without uploads that have lapsed; null when there is none. */
export const keptDraft = (eventId: string, now: number): KeptDraft | null => {
  const value = kept(nameOf(eventId))
  if (!isKeptDraft(value)) return null
  const { form } = value
  return {
    ...value,
    form: { ...form, pictures: usable(form.pictures, now), materials: usable(form.materials, now) },
  }
}

export const keepDraft = (eventId: string, draft: KeptDraft): boolean => keep(nameOf(eventId), draft)
export const forgetDraft = (eventId: string): void => forget(nameOf(eventId))
