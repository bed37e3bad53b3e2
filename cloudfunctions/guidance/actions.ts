import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { addFile } from './actions/add-file'
import { cancelMeeting, moveMeeting, noteMeeting, planMeeting } from './actions/arrange-meeting'
import { addItem, changeItem, removeItem, tickItem } from './actions/keep-checklist'
import { finish, moveStage } from './actions/move-stage'
import { assigned, get, mine, openFile } from './actions/read-guidance'
import { start } from './actions/start-guidance'

export const actions: Actions<Contracts['guidance']> = {
  start,
  get,
  mine,
  assigned,
  moveStage,
  addItem,
  changeItem,
  tickItem,
  removeItem,
  addFile,
  openFile,
  planMeeting,
  moveMeeting,
  cancelMeeting,
  noteMeeting,
  finish,
}
