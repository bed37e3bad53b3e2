/** Lets phones ring for what was told: by day, once, for the newest of a subject, as far as the person agreed. */
import { MESSAGE_TRAITS, mayRing, type MessageTemplate } from '@/domain/message/rules'
import { ringWords } from '@/domain/message/labels'
import { isNight } from '@/domain/time'
import { findActors } from '../../kernel/actor'
import { logUnexpected } from '../../kernel/log'
import { sendRing, templates, type Template } from '../../kernel/subscribe-message'
import { creditsOf, returnCredit, spendCredit, voidCredits, type CreditDoc } from './credits'
import { dueMessages, endRing, isNewer, leaveToInbox, takeForSending, unreadBeside, type MessageDoc } from './messages'

/** What one run of the timer takes on; the rest waits a minute. */
const AT_A_TIME = 200
/** How many are under way at once. */
const LANES = 8

/** A message, the template it goes out by and the telephone it goes to. */
interface Ring {
  message: MessageDoc
  template: Template
  openid: string
}

/** Of each subject the newest unread one: it alone may ring. */
const newestOf = (unread: readonly MessageDoc[]): Map<string, MessageDoc> => {
  const heads = new Map<string, MessageDoc>()
  for (const message of unread) {
    const subject = `${message.to} ${message.subject}`
    const head = heads.get(subject)
    if (!head || isNewer(message, head)) heads.set(subject, message)
  }
  return heads
}

/** Those for which a phone may still ring; the others are left to the inbox, and what is old news there is folded. */
const stillNews = async (due: readonly MessageDoc[], now: Date): Promise<MessageDoc[]> => {
  const heads = newestOf(await unreadBeside(due))
  const folded = due.filter(
    (one) => one.readAt === null && (heads.get(`${one.to} ${one.subject}`) ?? one)._id !== one._id,
  )
  const news = due.filter(
    (one) => !folded.includes(one) && one.readAt === null && one.shown && mayRing(one.ring.due, now) === 'now',
  )
  await leaveToInbox(folded, { shown: false })
  await leaveToInbox(due.filter((one) => !folded.includes(one) && !news.includes(one)))
  return news
}

const hasCredit = (ledger: readonly CreditDoc[], memberId: string, template: MessageTemplate): boolean =>
  ledger.some((one) => one.memberId === memberId && one.template === template && one.credits > 0)

/** Those whose person agreed and is known; the others are left to the inbox. */
const agreedTo = async (news: readonly MessageDoc[]): Promise<Ring[]> => {
  const recipients = [...new Set(news.map(({ to }) => to))]
  const [ledger, actors] = await Promise.all([creditsOf(recipients), findActors(recipients)])
  const ours = templates()
  const rings = news.flatMap((message): Ring[] => {
    const template = ours.find((one) => one.template === MESSAGE_TRAITS[message.kind].template)
    const openid = actors.find(({ memberId }) => memberId === message.to)?._id
    return template && openid && hasCredit(ledger, message.to, template.template) ? [{ message, template, openid }] : []
  })
  const ringing = new Set(rings.map(({ message }) => message))
  await leaveToInbox(news.filter((message) => !ringing.has(message)))
  return rings
}

const pageOf = ({ _id }: MessageDoc): string => `pages/message/inbox/index?open=${encodeURIComponent(_id)}`

/**
 * Sends one message, at most once: it is noted as being sent before WeChat is asked, and nobody tries again. The credit
 * was spent by one conditional update; it comes back only when WeChat said that nothing was sent.
 */
const ring = async ({ message, template, openid }: Ring, now: Date): Promise<void> => {
  if (!(await takeForSending(message._id))) return
  if (!(await spendCredit(message.to, template.template))) return void (await endRing(message._id, 'inboxAlone', null))
  const words = ringWords(message)
  const sent = await sendRing(template, { openid, page: pageOf(message), words })
  if (sent === 'refused') await voidCredits(message.to, template.template, now)
  if (sent === 'failed') await returnCredit(message.to, template.template)
  await endRing(message._id, sent, sent === 'sent' ? now : null)
}

/** What a timer does each minute. Nothing at night. */
export const ringDue = async (now: Date): Promise<void> => {
  if (isNight(now)) return
  const due = await dueMessages(now, AT_A_TIME)
  if (due.length === 0) return
  const waiting = await agreedTo(await stillNews(due, now))
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await ring(next, now).catch((error: unknown) => logUnexpected('message.ring', next?.message._id ?? '', error))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
