import type { Contracts } from '@/domain/contracts'
import { mayAsk } from '@/domain/message/rules'
import type { Actions } from '../kernel/serve'
import { templates as ourTemplates } from '../kernel/subscribe-message'
import { creditsOf, enterAnswer } from './store/credits'
import { inboxOf, markAllRead, markRead, messageTo, unreadHeads, type MessageDoc } from './store/messages'

const messageView = (message: MessageDoc) => ({ ...message, id: message._id, read: message.readAt !== null })

const unreadOf = async (memberId: string) => ({ unread: (await unreadHeads(memberId)).length })

const askable = async (memberId: string, now: Date) => {
  const ledger = await creditsOf([memberId])
  const templates = ourTemplates().map(({ template, id }) => {
    const own = ledger.find((one) => one.template === template)
    const credits = own?.credits ?? 0
    return { template, id, credits, mayAsk: mayAsk(credits, own?.refusedAt ?? null, now) }
  })
  return { templates }
}

export const actions: Actions<Contracts['message']> = {
  inbox: async ({ actor, now }, { cursor }) => {
    const { rows, nextCursor, unread } = await inboxOf(actor.memberId, cursor)
    return { now, items: rows.map(messageView), nextCursor, unread }
  },

  unread: ({ actor }) => unreadOf(actor.memberId),

  read: async (call, { messageId }) => {
    const message = await messageTo(messageId, call.actor.memberId)
    if (!message) throw call.refusal('notFound')
    await markRead(message, call.now)
    return { message: { ...messageView(message), read: true }, ...(await unreadOf(call.actor.memberId)) }
  },

  readAll: async ({ actor, now }, { until }) => {
    await markAllRead(actor.memberId, until, now)
    return unreadOf(actor.memberId)
  },

  templates: ({ actor, now }) => askable(actor.memberId, now),

  accepted: async ({ actor, now }, { requestId, answers }) => {
    for (const answer of answers) await enterAnswer(actor.memberId, answer, requestId, now)
    return askable(actor.memberId, now)
  },
}
