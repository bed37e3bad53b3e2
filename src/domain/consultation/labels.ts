import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import type { Match } from '../matching'
import { sayDate, sayDay, sayWhen } from '../time'
import type { Lateness, SilenceLevel } from '../consultation-clock'
import type { ConsultationState, LineKind, Mark, Mode, Outcome, ProblemKind, Verdict } from './rules'

export const modeLabels: Record<Mode, string> = { slot: '服务日咨询', oneToOne: '一对一指导' }

export const consultationStateLabels: Record<ConsultationState, string> = {
  booked: '已预约',
  unplaced: '待改约',
  arrived: '已到场',
  started: '咨询中',
  open: '跟进中',
  answered: '待企业确认',
  closed: '已办结',
  noShow: '未到场',
  cancelled: '已取消',
}

export const outcomeLabels: Record<Outcome, string> = {
  answered: '已答复',
  followUp: '由我跟进',
  handedOver: '转交他人',
  chainProblem: '列入问题清单',
}

export const problemKindLabels: Record<ProblemKind, string> = {
  logistics: '物流堵点',
  talent: '人才难招',
  labour: '用工短缺',
  finance: '融资困难',
  supply: '供应链配套',
  technology: '技术难题',
  other: '其他',
}

export const verdictLabels: Record<Verdict, string> = { solved: '已解决', partly: '部分解决', notSolved: '没有解决' }

export const lineKindLabels: Record<LineKind, string> = {
  question: '咨询的问题',
  words: '留言',
  materialAsked: '请补充材料',
  outcome: '咨询结果',
  nextStep: '下一步',
  transfer: '更换负责人',
  verdict: '企业意见',
  look: '工作人员查看',
  state: '进展',
}

export const markLabels: Record<Mark, string> = { arrived: '已到场', started: '开始咨询', noShow: '未到场' }

export const latenessLabels: Record<Lateness, string> = {
  inTime: '按时',
  soon: '快到期',
  overdue: '已超期',
  escalated: '已超期，队长已知悉',
  farOverdue: '超期较久，党委已知悉',
}

interface Waited {
  /** In working days. */
  days: number
  level: SilenceLevel
  lapsesAt: number | null
}
const joined = (...parts: (string | false)[]): string => parts.filter(Boolean).join(' · ')
const waitedWords = ({ days }: Waited): string | false => days > 0 && `已等 ${days} 个工作日`

/** That the enterprise is waited for, how long, and what comes of it, as it reads it itself. */
export const waitingForYouWords = (waited: Waited, now: number): string => {
  const { lapsesAt } = waited
  const ends = lapsesAt !== null && now >= lapsesAt ? '现在' : lapsesAt !== null && `${sayDay(lapsesAt, now)}起`
  return joined('等您答复', waitedWords(waited), ends && `${ends}可能按“未反馈”办结，办结后还可以重新打开`)
}

const remindedWords: Record<SilenceLevel, string> = {
  fresh: '',
  reminded: '已提醒 1 次',
  warned: '已提醒 2 次',
  silent: '已提醒 2 次',
  lapsed: '已提醒 2 次',
}
/** The same as the team reads it. @param what 确认 or 回复 */
export const waitingForEnterpriseWords = (what: string, waited: Waited, now: number): string => {
  const { lapsesAt, level } = waited
  const ends =
    lapsesAt !== null && (now >= lapsesAt ? '可按“未反馈”办结' : `${sayDay(lapsesAt, now)}起可按“未反馈”办结`)
  return joined(`等企业${what}，暂不计时`, waitedWords(waited), remindedWords[level], ends)
}

/** What the course of things says by itself, in the conversation. */
export const courseWords = {
  rescheduled: (when: string) => `改约到${when}`,
  unanswered: (words: string) => `提醒后没有收到企业答复，按“未反馈”办结：${words}`,
  reopened: (words: string) => `重新打开：${words}`,
  gaveUp: (reason: string) => ['取消了预约', reason].filter(Boolean).join('：'),
  moved: (when: string, place: string) => `服务日调整，改到${when}，${place}`,
  lost: '服务日调整，原来的时段没有了，请重新选择时段',
  elsewhere: (place: string) => `地点改为${place}`,
} as const

/** A contact whose name is gone. */
export const FORMER_CONTACT = '原联络人'
/** Somebody of staff whose name is gone. */
export const FORMER_STAFF = '已注销的工作人员'
/** In one's own data, instead of words that are confidential to others by now. */
export const NOT_YOURS_ANY_MORE = '您已不再参与这项咨询，内容不再显示'
/** What the leader is called who takes over what nobody else is responsible for. */
export const LEADER_TITLE = '小分队队长'
/** What an attachment is called whose own name is not known. @param nth from 1 */
export const fileWords = (nth: number, ending: string): string => `附件${nth}${ending}`

/** Why somebody fits, as the enterprise reads it unless it is said otherwise. */
export const reasonWords = (
  { kind, at, count }: Match['reasons'][number],
  topicWords: string,
  now: number,
  enterprise = '贵企业',
): string => {
  if (kind === 'knowsTopic') return `熟悉${topicWords}`
  if (kind === 'onlyGeneral') return `不专攻${topicWords}，可先接待再转介`
  if (kind === 'metBefore') return `${at === null ? '' : `${sayDate(at)} `}接待过${enterprise}`
  if (kind === 'lightLoad') return count === 0 ? '手上没有在办事项' : `手上在办 ${count} 件`
  return at === null ? '近期有空' : `最早 ${sayWhen(at, now)}`
}

export const consultationRefusals: Words<Contracts['consultation']> = {
  holdLapsed: '时段保留已到期，请重新选择时段，填写的内容还在',
  textRisky: '填写的文字未通过安全检查，请修改后再提交',
  fileUnusable: '有文件没有上传成功，请删除后重新添加',
  meetingBegun: '咨询已经开始，不能再改约或取消',
  notBooked: '这次咨询的状态已经变化，请刷新后查看',
  otherPerson: '改约只能选同一位队员的时段，换人请取消后重新预约',
  notAnswered: '还没有答复可以确认，请等负责人答复后再评价',
  wordsMissing: '请写一句还差什么，负责人才知道怎么接着办',
  notSilent: '企业已经答复，或者还没到可以按“未反馈”办结的日期，请刷新后查看',
  notReopenable: '现在不能重新打开，需要时请新预约一次',
  notClosed: '办结以后才能评价',
  alreadyRated: '您已经评价过了，谢谢',
  over: '这件事已经办结或取消，需要时请新预约一次',
  tooEarly: '还没到时间，请在咨询开始前后再登记',
  alreadyConcluded: '结果已经写过了，请用“下一步”或“答复”继续',
  nextStepMissing: '请写明下一步做什么',
  personMissing: '请选择转交给谁',
  reasonMissing: '请写明转交的原因，对方和队长看得到',
  problemMissing: '请写明列入问题清单的问题',
  notInTeam: '选择的人现在不是小分队队员，请换一位',
  personConflict: '选择的人需要回避这家企业，请换一位',
  notOpen: '这件事不在跟进中，请刷新后查看',
  guided: '一对一指导的下一步和结果，请在指导页面办理',
  samePerson: '现在就是由这位队员负责',
  offTopic: '这位队员不熟悉这个主题，确定要转交请勾选“仍然转交”，原因会留存',
  alreadyAsked: '已经在等一位队员答复，请等对方答复，或先撤回再转',
  notAsked: '这次转交已经处理过了，请刷新查看',
  personBusy: '对方在这个时间另有安排，请换人或先改约',
}
