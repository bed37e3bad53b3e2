import { UNCLAIMED_MS } from '@/domain/file/rules'
import { cloud } from '../kernel/db'
import type { Timers } from '../kernel/serve'
import { fileIdOf } from './public'
import { removeUnclaimed, unclaimedBefore } from './store'

const SWEEP = 50

export const timers: Timers = {
  /** Uploads that no record claimed in time. The ticket goes first: a claim that comes between finds none and is refused. */
  sweep: async (now) => {
    for (const ticket of await unclaimedBefore(new Date(now.getTime() - UNCLAIMED_MS), SWEEP)) {
      if (await removeUnclaimed(ticket._id)) {
        await cloud.deleteFile({ fileList: [await fileIdOf(ticket), ...(ticket.kept ? [ticket.kept] : [])] })
      }
    }
  },
}
