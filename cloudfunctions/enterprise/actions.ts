import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { confirmContact, declineContact, get, removeContact, waiting } from './actions/decide-contact'
import { add, change, managed } from './actions/manage-enterprise'
import { correctVisit } from './actions/correct-visit'
import { cancelVisit, goers, planVisit, unmet, visits, writeUp } from './actions/plan-visit'
import { find, join, leave, mine } from './actions/speak-for'

export const actions: Actions<Contracts['enterprise']> = {
  find,
  mine,
  join,
  leave,
  managed,
  waiting,
  get,
  confirmContact,
  declineContact,
  removeContact,
  add,
  change,
  unmet,
  goers,
  planVisit,
  writeUp,
  correctVisit,
  cancelVisit,
  visits,
}
