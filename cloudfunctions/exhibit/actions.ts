import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { forgetSeen, keep, marks } from './actions/keep-marks'
import { edit, managed, openings } from './actions/manage-exhibits'
import { discard, order, publish, restore, unschedule, withdraw } from './actions/publish-exhibits'
import { get, hall, search, timeline } from './actions/show-exhibits'
import { create, save } from './actions/write-drafts'

export const actions: Actions<Contracts['exhibit']> = {
  hall,
  get,
  search,
  timeline,
  marks,
  keep,
  forgetSeen,
  managed,
  edit,
  create,
  save,
  publish,
  unschedule,
  withdraw,
  restore,
  discard,
  order,
  openings,
}
