import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { addFile } from './actions/add-file'
import { ask, guides } from './actions/ask-guidance'
import { cancelMeeting, moveMeeting, noteMeeting, planMeeting } from './actions/arrange-meeting'
import { addItem, changeItem, removeItem, tickItem } from './actions/keep-checklist'
import { finish, moveStage } from './actions/move-stage'
import { assigned, get, mine } from './actions/read-guidance'
import { openFile, reveal } from './actions/reveal-guidance'
import { start } from './actions/start-guidance'

export const actions: Actions<Contracts['guidance']> = {
  guides,
  ask,
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
  reveal,
  planMeeting,
  moveMeeting,
  cancelMeeting,
  noteMeeting,
  finish,
}
