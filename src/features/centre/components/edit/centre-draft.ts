import type { OutputFor } from '@/domain/contracts'
import type * as shared from '@/features/use-draft'
import { changeCentre, readToEdit } from '../../api'
import { centreMerging, formOf, inputOf, type CentreForm } from './centre-form'

/** There is one centre: its id is only what its draft is kept under on the phone. */
export const CENTRE_ID = 'centre'
export type CentreThing = OutputFor<'centre.edit'> & { id: string }

const named = (answer: OutputFor<'centre.edit'>): CentreThing => ({ ...answer, id: CENTRE_ID })

export type CentreDraft = shared.Draft<CentreThing, CentreForm>
export type CentreDraftState = shared.DraftState<CentreThing, CentreForm>

/** How the centre is read, written and merged. It is there already: nobody creates another. */
export const centreDraft: shared.DraftKind<CentreThing, CentreForm> = {
  ...centreMerging,
  name: 'centre-draft',
  read: async () => named(await readToEdit()),
  create: () => Promise.reject(new Error('the centre is there already')),
  save: async ({ rev }, form) => named(await changeCentre({ rev, centre: inputOf(form) })),
  formOf: ({ centre }) => formOf(centre),
  usable: (form) => form,
}

/** Never asked for: there is always a centre to read. */
export const noBlank = (): CentreForm => {
  throw new Error('the centre is there already')
}
