import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { checkIn } from './actions/check-in'
import { get, list, managed, mine } from './actions/list-events'
import { cancel, change, copy, create, publish } from './actions/manage-event'
import { desk, recordAttendance, roster } from './actions/run-desk'
import { cancelSignUp, signUp } from './actions/sign-up'

export const actions: Actions<Contracts['event']> = {
  list,
  get,
  mine,
  signUp,
  cancelSignUp,
  checkIn,
  managed,
  create,
  change,
  publish,
  cancel,
  copy,
  desk,
  roster,
  recordAttendance,
}
