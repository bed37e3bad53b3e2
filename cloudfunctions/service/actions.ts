import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { hold, release } from './actions/hold-slot'
import { nameTeam, saveSpecialist, team } from './actions/keep-team'
import { addAbsence, myTime, removeAbsence } from './actions/keep-time'
import { discard, edit, managed, save } from './actions/plan-day'
import { cancelDay, move, publish } from './actions/run-day'
import { coming, day } from './actions/show-days'
import { unwait, wait, waits } from './actions/wait-turn'

export const actions: Actions<Contracts['service']> = {
  coming,
  day,
  hold,
  release,
  wait,
  unwait,
  waits,
  managed,
  edit,
  save,
  publish,
  move,
  cancelDay,
  discard,
  team,
  nameTeam,
  saveSpecialist,
  myTime,
  addAbsence,
  removeAbsence,
}
