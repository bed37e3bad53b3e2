import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import { dayKey, sayDay, sayTime, sayWhen } from '../time'
import type { MessageKind, MessageParams, MessageTemplate } from './rules'

export const messageRefusals: Words<Contracts['message']> = {}

/** What a message says: `title` of at most 20 characters, `text` one or two sentences. */
export interface MessageWords {
  title: string
  text: string
}

type Say<K extends MessageKind> = (params: MessageParams[K], now: Date) => MessageWords

const words: { [K in MessageKind]: Say<K> } = {
  contactConfirmed: ({ enterprise }) => ({
    title: '企业联络人已确认',
    text: `您已成为${enterprise}的联络人，可以预约服务日。`,
  }),
  contactDeclined: ({ enterprise }) => ({
    title: '企业联络人未通过',
    text: `您申请做${enterprise}的联络人未获确认，请核对后再申请。`,
  }),
  contactRemoved: ({ enterprise }) => ({
    title: '企业联络人已变更',
    text: `您不再是${enterprise}的联络人。如有疑问，请联系党委工作人员。`,
  }),
  consultationHandedToYou: ({ enterprise, topic, person }) => ({
    title: '一件咨询交给您了',
    text: `${person}把${enterprise}的${topic}咨询交给您，请查看下一步。`,
  }),
  slotOffered: ({ topic, at, place, until }, now) => ({
    title: '有空出的时段',
    text: `${sayWhen(at, now)}的${topic}时段在${place}，为您保留到${sayWhen(until, now)}。`,
  }),
  meetingSoon: ({ topic, at, place }, now) => ({
    title: '服务即将开始',
    text: `${sayWhen(at, now)}，${place}，${topic}。`,
  }),
  meetingMoved: ({ topic, at, place }, now) => ({
    title: '服务时间有变',
    text: `${topic}改到${sayWhen(at, now)}，${place}。`,
  }),
  meetingLost: ({ topic, at }, now) => ({
    title: '服务未能如期进行',
    text: `${sayWhen(at, now)}的${topic}服务取消，请另选时间。`,
  }),
  timesOpened: ({ topic, at, place }, now) => ({
    title: '可以另选时间了',
    text: `${sayWhen(at, now)}在${place}有新的服务日，您的${topic}咨询可以另选时间。`,
  }),
  meetingMissed: ({ topic, at }, now) => ({
    title: '没有等到您到场',
    text: `${sayWhen(at, now)}的${topic}咨询登记为未到场，需要时可以在咨询里再约一次。`,
  }),
  materialAsked: ({ topic, person }) => ({ title: '请补充材料', text: `${person}请您为${topic}咨询补充材料。` }),
  answerWritten: ({ topic, person }) => ({ title: '咨询有了答复', text: `${person}答复了您的${topic}咨询。` }),
  wordAwaited: ({ topic, person, days }) => ({
    title: '答复等您确认',
    text: `${person}答复了您的${topic}咨询，已等您 ${days} 个工作日，请告诉我们问题解决了没有。`,
  }),
  materialAwaited: ({ topic, person, days }) => ({
    title: '材料等您补充',
    text: `${person}请您为${topic}咨询补充材料，已等 ${days} 个工作日，请在咨询里留言。`,
  }),
  slotAwaited: ({ topic, person, days }) => ({
    title: '请重新选时段',
    text: `您的${topic}咨询原来的时段没有了，${person}已等您 ${days} 个工作日，请重新选一个时段。`,
  }),
  closingAnnounced: ({ topic, person, days, until }, now) => ({
    title: '请尽快答复',
    text: `${person}等您答复${topic}咨询已 ${days} 个工作日。${sayDay(until, now)}起仍没有答复，可能按“未反馈”办结，办结后还可以重新打开。`,
  }),
  closedUnanswered: ({ topic, until }, now) => ({
    title: '咨询已按未反馈办结',
    text: `提醒两次后没有收到答复，${topic}咨询已办结。${sayWhen(until, now)} 前可以重新打开。`,
  }),
  nextStepSet: ({ topic, due }, now) => ({
    title: '咨询有了下一步',
    text: `您的${topic}咨询定了下一步，${sayDay(due, now)}前办理。`,
  }),
  ownerChanged: ({ topic, person }) => ({ title: '咨询换了负责人', text: `您的${topic}咨询现由${person}负责。` }),
  staffLooked: ({ topic, person }) => ({
    title: '咨询内容被查看',
    text: `工作人员${person}查看了您的${topic}咨询，原因已记录。`,
  }),
  guidanceMoved: ({ topic, stage }) => ({ title: '辅导有了进展', text: `您的${topic}辅导进入“${stage}”阶段。` }),
  guidancePlanned: ({ topic, at, place }, now) => ({
    title: '辅导约了会面',
    text: `${sayWhen(at, now)}，${place}，${topic}辅导会面。`,
  }),
  guidanceDue: ({ enterprise, topic, due }, now) => ({
    title: '辅导有一项快到期',
    text: `${enterprise}的${topic}辅导有一项准备，请在${sayWhen(due, now)}前完成。`,
  }),
  meetingUnplaced: ({ topic, at }, now) => ({
    title: '会面要另约时间',
    text: `${sayWhen(at, now)}的${topic}辅导会面换了辅导员，原来的时间不合适，要另约时间。`,
  }),
  guidanceAsked: ({ enterprise, topic }) => ({
    title: '有企业请您一对一指导',
    text: `${enterprise}申请${topic}的一对一指导，由您负责，请先联系企业。`,
  }),
  bookedWithYou: ({ enterprise, topic, at, place }, now) => ({
    title: '有企业预约了您',
    text: `${sayWhen(at, now)}，${topic}，${enterprise}，${place}。`,
  }),
  bookingCancelled: ({ enterprise, topic, at }, now) => ({
    title: '一个预约已取消',
    text: `${enterprise}取消了${sayWhen(at, now)}的${topic}预约。`,
  }),
  bookingMoved: ({ enterprise, topic, at, place }, now) => ({
    title: '一个预约已改期',
    text: `${enterprise}的${topic}预约改到${sayWhen(at, now)}，${place}。`,
  }),
  enterpriseReplied: ({ enterprise, topic }) => ({
    title: '企业补充了内容',
    text: `${enterprise}在${topic}咨询里补充了内容。`,
  }),
  transferAsked: ({ enterprise, topic, person }) => ({
    title: '请您接手一件咨询',
    text: `${person}请您接手${enterprise}的${topic}咨询，请答复是否接手。`,
  }),
  transferAccepted: ({ enterprise, topic, person }) => ({
    title: '咨询已有人接手',
    text: `${person}接手了${enterprise}的${topic}咨询。`,
  }),
  transferDeclined: ({ enterprise, topic, person }) => ({
    title: '咨询未能转交',
    text: `${person}不能接手${enterprise}的${topic}咨询，仍由您负责。`,
  }),
  transferWithdrawn: ({ enterprise, topic, person }) => ({
    title: '转交已撤回',
    text: `${person}撤回了${enterprise}${topic}咨询的转交，仍由原负责人办理。`,
  }),
  transferLapsed: ({ enterprise, topic, person }) => ({
    title: '转交没有等到答复',
    text: `${person}没有按时答复是否接手，${enterprise}的${topic}咨询仍由原负责人办理。`,
  }),
  closedSolved: ({ enterprise, topic }) => ({
    title: '企业确认已解决',
    text: `${enterprise}确认${topic}咨询已解决。`,
  }),
  closedPartly: ({ enterprise, topic }) => ({
    title: '企业反馈部分解决',
    text: `${enterprise}反馈${topic}咨询部分解决，其余请继续跟进。`,
  }),
  closedNotSolved: ({ enterprise, topic }) => ({
    title: '企业反馈未解决',
    text: `${enterprise}反馈${topic}咨询尚未解决，请继续跟进。`,
  }),
  dueSoon: ({ enterprise, topic, due }, now) => ({
    title: '一件咨询快到期',
    text: `${enterprise}的${topic}咨询，请在${sayWhen(due, now)}前办理。`,
  }),
  overdue: ({ enterprise, topic, due }, now) => ({
    title: '一件咨询已超期',
    text: `${enterprise}的${topic}咨询应在${sayWhen(due, now)}前办理，请尽快处理。`,
  }),
  enterpriseSilent: ({ enterprise, topic, person, days }) => ({
    title: '企业一直没有答复',
    text: `${enterprise}的${topic}咨询（${person}负责）已等 ${days} 个工作日、提醒两次，请打电话问一问，把情况写进留言。`,
  }),
  mayCloseUnanswered: ({ enterprise, topic, person, days }) => ({
    title: '可按未反馈办结',
    text: `${enterprise}的${topic}咨询（${person}负责）已等 ${days} 个工作日，仍没有答复，可以按“未反馈”办结。`,
  }),
  reopened: ({ enterprise, topic }) => ({
    title: '企业重新打开了咨询',
    text: `${enterprise}的${topic}咨询已重新打开，请继续跟进。`,
  }),
  onTable: ({ at, place }, now) => ({
    title: '您已排入服务日',
    text: `${sayWhen(at, now)}，${place}，请提前安排时间。`,
  }),
  overdueEscalated: ({ enterprise, topic, person, due }, now) => ({
    title: '一件咨询超期待督办',
    text: `${person}负责的${enterprise}${topic}咨询应在${sayWhen(due, now)}前办理，请协调。`,
  }),
  bookingWithoutPerson: ({ enterprise, topic, at }, now) => ({
    title: '一个预约缺少人员',
    text: `${enterprise}${sayWhen(at, now)}的${topic}预约无人负责，请安排。`,
  }),
  contactWaiting: ({ enterprise, person }) => ({
    title: '有联络人待确认',
    text: `${person}申请做${enterprise}的联络人，请核对。`,
  }),
  enterpriseWithoutContact: ({ enterprise }) => ({
    title: '一家企业没有联络人',
    text: `${enterprise}已没有联络人，请联系企业确定新的联络人。`,
  }),
  documentReady: ({ document }) => ({ title: '文件已生成', text: `您要的${document}可以下载了。` }),
  documentFailed: ({ document }) => ({ title: '文件未能生成', text: `您要的${document}没有生成，请再试一次。` }),
}

/** The words of a message. Days are said as seen from `now`, so that a kept message never says 今天 of another day. */
export const messageWords = <K extends MessageKind>(kind: K, params: MessageParams[K], now: Date): MessageWords => {
  const say: Say<K> = words[kind]
  return say(params, now)
}

/** As the wire and the database have it: `params` are those of `kind`, which the type of `Notice` vouches for at the teller. */
export interface ToldMessage {
  kind: MessageKind
  params: Record<string, string | number>
}

/** For an app that is older than what it was told. */
const UNKNOWN: MessageWords = { title: '有一条新消息', text: '请更新到最新版本后查看。' }

/** As `messageWords`, of a message that was told. */
export const wordsOf = ({ kind, params }: ToldMessage, now: Date): MessageWords =>
  Object.prototype.hasOwnProperty.call(words, kind) ? messageWords(kind, params as never, now) : UNKNOWN

/** The longest that WeChat takes in a field of the kind `thing`. */
const LONGEST_THING = 20

/** Cuts a text to what WeChat takes, whole characters only: a name's rare character may count as two. */
const cut = (text: string): string => {
  if (text.length <= LONGEST_THING) return text
  let kept = ''
  for (const character of Array.from(text)) {
    if (kept.length + character.length > LONGEST_THING - 1) break
    kept += character
  }
  return `${kept}…`
}

/** `2026年11月21日 14:30`, the form that WeChat takes for a time. */
const fullTime = (at: number): string => {
  const [year, month, day] = dayKey(at).split('-').map(Number)
  return `${String(year)}年${String(month)}月${String(day)}日 ${sayTime(at)}`
}

/** The three things that a subscribe message says. */
export interface RingWords {
  subject: string
  when: string
  note: string
}

const NOTED = ['topic', 'stage', 'place', 'enterprise', 'person', 'document'] as const

/** What WeChat shows on a locked screen: what it is, when it is or was, and the little that tells it from others. */
export const ringWords = ({ kind, params, at }: ToldMessage & { at: Date }): RingWords => {
  const { title } = wordsOf({ kind, params }, at)
  const noted = NOTED.flatMap((name) => (params[name] === undefined ? [] : [String(params[name])]))
  return {
    subject: cut(title),
    when: fullTime(Number(params['at'] ?? params['due'] ?? at.getTime())),
    note: cut(noted.join(' ')),
  }
}

/** What a person agrees to when WeChat asks; the operator applies for templates of these meanings. */
export const templateLabels: Record<MessageTemplate, { title: string; when: string }> = {
  reminder: { title: '服务预约提醒', when: '预约有变化、服务快要开始时' },
  progress: { title: '办理进度提醒', when: '有答复、有进展时' },
  todo: { title: '待办提醒', when: '有事情等您办理时' },
}
