import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import { sayWhen } from '../time'
import type { AttendanceWay, Audience, DraftProblem, EventKind, EventState, Phase, RegistrationState } from './rules'

export const eventKindLabels: Record<EventKind, string> = {
  themeDay: '主题党日',
  meeting: '三会一课',
  training: '培训班',
  lecture: '讲座',
  ceremony: '七一活动',
  contest: '知识竞赛',
}

export const eventStateLabels: Record<EventState, string> = { draft: '草稿', published: '已发布', cancelled: '已取消' }

export const phaseLabels: Record<Phase, string> = {
  draft: '草稿',
  cancelled: '已取消',
  upcoming: '未开始',
  running: '进行中',
  ended: '已结束',
}

export const audienceLabels: Record<Audience, string> = {
  public: '所有人可见',
  members: '已确认成员可见',
  hosts: '主办支部可见',
}

export const registrationStateLabels: Record<RegistrationState, string> = {
  registered: '已报名',
  waitlisted: '候补中',
  cancelled: '已取消报名',
}

export const attendanceWayLabels: Record<AttendanceWay, string> = {
  scan: '扫码签到',
  digits: '数字签到',
  manual: '补签',
}

/** Names of the roster's sections. */
export const rosterLabels: Record<'all' | 'attended' | 'absent' | 'waitlisted' | 'cancelled', string> = {
  all: '全部',
  attended: '已签到',
  absent: '未签到',
  waitlisted: '候补',
  cancelled: '已取消',
}

export const draftProblemLabels: Record<DraftProblem, string> = {
  endsBeforeStart: '结束时间要晚于开始时间',
  tooLong: '活动最长 31 天，请调整结束时间',
  signUpWindowEmpty: '报名截止时间要晚于报名开始时间',
  signUpAfterEnd: '报名截止时间不能晚于活动结束',
  cancelAfterStart: '取消截止时间不能晚于活动开始',
  checkInWindowEmpty: '签到结束时间要晚于签到开始时间',
  checkInOutside: '签到时间要在活动前后一天之内',
}

/** When something begins, to stand before 开始; without a time at hand, that it has not begun. */
const when = (instant: unknown, now: unknown): string =>
  typeof instant === 'number' && typeof now === 'number' ? ` ${sayWhen(instant, now)} ` : '还没有'

export const eventRefusals: Words<Contracts['event']> = {
  eventCancelled: '活动已取消，请留意主办支部的新安排',
  notPublished: '活动还没有发布，请稍后再来',
  signUpNotOpen: ({ at, now }) => `报名${when(at, now)}开始，届时再来`,
  signUpClosed: '报名已截止，如允许现场参加，可到场扫码',
  full: '名额已满，请联系主办支部或选择其他活动',
  notSignedUp: '没有您的报名记录，请先报名或联系现场工作人员',
  alreadyCheckedIn: '您已签到，不能再取消报名',
  cancelTooLate: '已过取消截止时间，来不了请告诉主办支部',
  notOpenYet: ({ at, now }) => `签到${when(at, now)}开始，请稍等`,
  closed: '签到已结束，确实到场的请找支部书记补签',
  codeInvalid: '这不是签到码，请对准签到屏幕上的二维码再扫',
  codeExpired: '签到码已刷新，请再扫一次屏幕上的新码',
  codeOfAnotherEvent: '这是另一个活动的签到码，请扫本场活动屏幕上的码',
  digitsWrong: ({ left }) =>
    typeof left === 'number' ? `数字不对或已刷新，请看屏幕重新输入，还可以试 ${left} 次` : '请输入屏幕上的 8 位数字',
  tooManyTries: ({ minutes }) => `输错次数太多，请 ${String(minutes ?? 10)} 分钟后再试，或直接扫码`,
  signUpCancelled: '您已取消报名，本场不接受现场参加，请联系现场工作人员',
  waitlisted: '您还在候补，暂时没有空位，请联系现场工作人员',
  timesWrong: '时间安排有矛盾，请按提示修改',
  branchUnknown: '没有找到主办支部，请重新选择',
  fileUnusable: '有文件没有上传成功，请重新选择',
  textRisky: '内容未通过安全检查，请修改后再提交',
  changedMeanwhile: '别人刚改过这个活动，请刷新后再改，您填写的内容还在',
  eventOver: '活动已结束，不能再修改',
  capacityBelowTaken: ({ taken }) => `已有${taken === undefined ? '' : ` ${taken} `}人占用名额，人数上限不能比这更小`,
  tooLateToRecord: '活动结束超过 7 天，不能再补签',
}
