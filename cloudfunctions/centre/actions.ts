import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { arrive } from './actions/arrive-visit'
import { book, cancelVisit } from './actions/book-visit'
import { change, closeSlot, edit } from './actions/manage-centre'
import { door, recordArrival, visitsOn } from './actions/run-door'
import { get, myVisits, slots } from './actions/show-centre'

export const actions: Actions<Contracts['centre']> = {
  get,
  slots,
  book,
  myVisits,
  cancelVisit,
  arrive,
  visitsOn,
  door,
  recordArrival,
  closeSlot,
  edit,
  change,
}
