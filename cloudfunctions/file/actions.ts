import type { Contracts } from '@/domain/contracts'
import { ticketDecision, UNCLAIMED_MS } from '@/domain/file/rules'
import { HOUR } from '@/domain/time'
import { isTextSafe } from '../kernel/content'
import { randomId } from '../kernel/secrets'
import type { Actions } from '../kernel/serve'
import { addTicket, countRecent } from './store'

const TICKETS_AN_HOUR = 100
const SECRET_LENGTH = 24

export const actions: Actions<Contracts['file']> = {
  ticket: async (call, { purpose, type, size, name }) => {
    const refusal = ticketDecision(purpose, type, size)
    if (refusal) throw call.refusal(refusal)
    const { memberId } = call.actor
    if ((await countRecent(memberId, new Date(call.now.getTime() - HOUR))) >= TICKETS_AN_HOUR)
      throw call.refusal('tooMany')
    if (name !== '' && !(await isTextSafe(call.actor.openid, name))) throw call.refusal('textRisky')
    const ticketId = randomId(SECRET_LENGTH)
    // The path cannot be guessed, so nobody else can write to it before the owner has.
    const cloudPath = `${purpose}/${randomId(SECRET_LENGTH)}.${type}`
    await addTicket({
      _id: ticketId,
      owner: memberId,
      purpose,
      type,
      size,
      name,
      cloudPath,
      at: call.now,
      record: null,
      kept: null,
    })
    return { ticketId, cloudPath, expiresAt: new Date(call.now.getTime() + UNCLAIMED_MS) }
  },
}
