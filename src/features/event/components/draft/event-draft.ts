import type { OutputFor } from '@/domain/contracts'
import { UNCLAIMED_MS } from '@/domain/file/rules'
import type { PickedFile } from '@/lib/pick-file'
import type * as shared from '@/features/use-draft'
import { parcelOf, useUploads, type Uploads } from '@/features/use-uploads'
import { changeEvent, createEvent, getEvent } from '../../api'
import { formOf, inputOf, type Attachment, type DraftForm } from './draft-form'
import { eventMerging } from './draft-merge'

type Detail = OutputFor<'event.get'>

export type Draft = shared.Draft<Detail, DraftForm>
/** An event being written. */
export type DraftState = shared.DraftState<Detail, DraftForm>

const usable = (files: Attachment[], now: number) => files.filter((file) => 'kept' in file || file.expiresAt > now)

/** How an event is read, written and merged. */
export const eventDraft: shared.DraftKind<Detail, DraftForm> = {
  ...eventMerging,
  name: 'event-draft',
  read: getEvent,
  create: (requestId, form) => createEvent({ requestId, draft: inputOf(form) }),
  save: ({ id, rev }, form) => changeEvent({ eventId: id, rev, draft: inputOf(form) }),
  formOf,
  usable: (form, now) => ({
    ...form,
    pictures: usable(form.pictures, now),
    materials: usable(form.materials, now),
  }),
}

const NAME_LENGTH = 60

const attachmentOf = (ticketId: string, file: PickedFile): Attachment => ({
  ticketId,
  name: file.name.slice(-NAME_LENGTH),
  url: file.path,
  size: file.size,
  expiresAt: Date.now() + UNCLAIMED_MS,
})

/** Uploads for an event, each handed on when it has arrived. */
export const useAttachments = (
  purpose: 'eventPicture' | 'eventMaterial',
  onArrived: (attachment: Attachment) => void,
): Uploads =>
  useUploads(
    (file) => Promise.resolve(file).then(() => ({ parcels: [parcelOf(purpose, file)] })),
    ([ticketId = ''], _packed, file) => onArrived(attachmentOf(ticketId, file)),
  )
