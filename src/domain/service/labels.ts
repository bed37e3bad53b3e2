import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import { sayWhen } from '../time'
import { ABSENCE_MAX_DAYS, MAX_WAITS, type DayProblem, type DayState, type Topic } from './rules'

export const topicLabels: Record<Topic, string> = {
  policy: '政策',
  tax: '税务',
  technology: '技术',
  projectApplication: '科技项目申报',
  partyWork: '党建',
  finance: '融资',
  talent: '人才',
  labour: '用工',
  logistics: '物流',
  other: '其他',
}

export const dayStateLabels: Record<DayState, string> = { draft: '草稿', published: '已发布', cancelled: '已取消' }

export const dayProblemLabels: Record<DayProblem, string> = {
  titleMissing: '请填写服务日名称',
  placeMissing: '请填写地点',
  timesWrong: '结束时间要晚于开始时间',
  breakWrong: '休息时间要落在服务时间里，结束晚于开始',
  nobodySits: '请至少安排一位队员',
  personTwice: '同一位队员只能坐一桌',
  tooManySlots: '时段太多，一天最多 200 个，请减少桌数或加长时段',
  noSlot: '服务时间放不下一个时段，请延长时间或缩短时段',
  dayPassed: '开始时间已经过去，请选择以后的时间',
}

// Pure, as a bundler sees it: functions that need no words leave it out.
export const serviceRefusals: Words<Contracts['service']> = /* @__PURE__ */ (() => ({
  ...dayProblemLabels,
  slotTaken: ({ nextAt, nextName, now }) =>
    nextAt === undefined
      ? '这个时段刚被约走，请换一个时段'
      : `这个时段刚被约走，最近的空位是 ${sayWhen(Number(nextAt), Number(now))}${nextName === undefined ? '' : `（${nextName}）`}`,
  dayFull: '这一天已经约满，可以加入候补，有空位时第一时间通知您',
  slotPassed: '这个时段已经停止预约，请选择更晚的时段',
  slotWithdrawn: '这个时段不再开放，请换一个时段',
  busyThen: ({ at, now }) =>
    at === undefined
      ? '贵企业在这个时间已有预约，请换一个时段'
      : `贵企业 ${sayWhen(Number(at), Number(now))} 已有预约，请换一个时段`,
  personConflict: '这位队员需要回避贵企业，请选择其他队员',
  tooManyBookings: '贵企业待进行的咨询已达上限，请先完成或取消一个',
  tooManyWaits: () => `最多同时候补 ${MAX_WAITS} 个主题，请先退出一个`,
  changedMeanwhile: '内容刚被其他人修改过，请刷新后再改',
  published: '服务日已发布，时间和人员请用“改期”',
  notPublished: '服务日还没有发布',
  cancelled: '服务日已取消',
  textRisky: '填写的文字未通过安全检查，请修改后再提交',
  notInTeam: '安排的人不是本队队员，请重新选择',
  personBusy: ({ name, at, now }) =>
    at === undefined
      ? `${String(name ?? '有队员')}在这段时间另有安排，请换人或换时间`
      : `${String(name ?? '有队员')} ${sayWhen(Number(at), Number(now))} 起另有安排，请换人或换时间`,
  dayBegun: '服务日已经开始，不能改期',
  dayOver: '服务日已经结束，不能取消',
  absenceTooLong: () => `一次请假最长 ${ABSENCE_MAX_DAYS} 天`,
  tooManyAbsences: '请假记录太多，请先删除过期的',
}))()
