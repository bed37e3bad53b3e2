import { changedFields } from '@/features/draft-merge'
import type * as shared from '@/features/use-draft'
import { newRequestId } from '@/lib/request-id'
import { readDayToEdit, saveDay } from '../../../api'
import { dayFieldLabels, dayFormOf, draftOf, type DayForm, type EditedDay } from './day-form'

export type DayDraft = shared.Draft<EditedDay, DayForm>
/** A service day being written. */
export type DayDraftState = shared.DraftState<EditedDay, DayForm>

const merging = {
  labels: dayFieldLabels,
  comparable: (form: DayForm, field: keyof DayForm) => form[field],
  placed: (form: DayForm) => form,
}

/** How a service day is read, written and merged. */
export const dayDraft = (copyOf: string): shared.DraftKind<EditedDay, DayForm> => ({
  ...merging,
  name: 'service-day-draft',
  newName: copyOf ? `copy-${copyOf}` : 'new',
  read: readDayToEdit,
  create: (requestId, form) => saveDay({ requestId, teamId: form.teamId, draft: draftOf(form) }),
  save: ({ id, rev, teamId }, form) =>
    saveDay({ requestId: newRequestId(), serviceDayId: id, rev, teamId, draft: draftOf(form) }),
  formOf: dayFormOf,
  usable: (form) => form,
})

export const isSameDay = (one: DayForm, other: DayForm): boolean => changedFields(merging, one, other).length === 0
