import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import { MAX_OPEN, MAX_ROWS, type ColumnKey, type DocumentKind, type JobState, type SheetKind } from './rules'

export const documentKindLabels: Record<DocumentKind, string> = {
  wallCodes: '墙面展项码',
  eventRoster: '活动名单',
  visitDay: '参观名单',
  consultations: '咨询台账',
  serviceDay: '服务日预约表',
  outreach: '走访记录',
  figures: '服务统计',
}

export const jobStateLabels: Record<JobState, string> = {
  waiting: '排队中',
  running: '生成中',
  done: '已生成',
  failed: '没有生成',
  expired: '已过期',
}

/** The heads of a sheet's columns. */
export const columnLabels: { [K in SheetKind]: Record<ColumnKey<K>, string> } = {
  eventRoster: {
    name: '姓名',
    branchName: '支部',
    identity: '身份',
    state: '报名',
    signedUpAt: '报名时间',
    attendedAt: '签到时间',
    way: '签到方式',
    reason: '补签原因',
  },
  visitDay: {
    name: '预约人',
    startsAt: '开始',
    endsAt: '结束',
    branchName: '支部',
    groupName: '团体',
    size: '人数',
    guide: '讲解',
    state: '预约',
    bookedAt: '预约时间',
    arrivedAt: '到访时间',
    way: '登记方式',
    reason: '登记原因',
  },
  consultations: {
    enterprise: '企业',
    topic: '咨询主题',
    mode: '方式',
    state: '状态',
    owner: '负责人',
    bookedAt: '预约时间',
    startsAt: '服务时间',
    place: '地点',
    dueAt: '办理期限',
    firstAnswerAt: '首次答复',
    outcome: '咨询结果',
    verdict: '企业意见',
    closedAt: '办结时间',
  },
  serviceDay: {
    startsAt: '开始',
    endsAt: '结束',
    enterprise: '企业',
    topic: '咨询主题',
    owner: '接待人',
    state: '状态',
    bookedAt: '预约时间',
  },
  outreach: { day: '走访日期', enterprise: '企业', goer: '走访人', state: '状态', writtenAt: '登记时间' },
  figures: {
    group: '分组',
    bookings: '预约',
    noShows: '未到场',
    answered: '已答复',
    firstAnswerMinutes: '首次答复用时中位数（工作分钟）',
    judged: '企业已评价',
    solved: '已解决',
  },
}

/** Where a person's name would stand, had they not taken it back. */
export const ERASED = '已注销'

/** What the cells of a sheet say that no other context has words for. */
export const cellLabels = { confirmed: '已确认', unconfirmed: '待确认', guide: '需要', total: '合计' } as const

/** `2026年11月` */
const sayMonth = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`

/** What a file is made of, as its sheet of explanations says it. */
export const scopeLabels = {
  period: '时间',
  months: (from: string, to: string) => {
    const [first, last] = [sayMonth(from), sayMonth(to)]
    if (from === to) return first
    return `${first}至${from.slice(0, 4) === to.slice(0, 4) ? last.slice('2026年'.length) : last}`
  },
  team: '小分队',
  allTeams: '全部',
  ownTeam: '您所带的小分队',
  event: '活动',
  eventTime: '活动时间',
  serviceDay: '服务日',
  day: '日期',
  groups: '分组',
  method: '口径',
  methodWords: '按预约时间统计服务日咨询，不含已取消；首次答复按工作时间计算，取中位数',
  extent: '范围',
} as const

/** Which rows of each kind of sheet there are. */
export const extentLabels: Record<Exclude<SheetKind, 'figures'>, string> = {
  eventRoster: '全部报名，含候补和已取消',
  visitDay: '当天全部预约，含已取消',
  consultations: '这段时间预约的全部咨询，含已取消；不含问题和沟通内容',
  serviceDay: '全部预约，含已取消；不含问题和沟通内容',
  outreach: '这段时间的全部走访，含已取消；不含走访记录内容',
}

/** The sheet that says how a file was made. */
export const aboutSheet = {
  name: '说明',
  title: '内容',
  by: '导出人',
  at: '导出时间',
  rows: '行数',
  personal: '个人信息',
  whole: '按您的权限完整显示',
  masked: '只完整显示您所管范围内的人员，其他人的姓名已遮盖',
  care: '使用提醒',
  careWords: '文件含个人信息，仅供本项工作使用，用完请删除；每次导出都有记录，本人可以查看',
  id: '编号',
} as const

export const documentRefusals: Words<Contracts['document']> = {
  nothingToPrint: '这里还没有展项，添加后再打印',
  tooManyCodes: ({ most }) => `一次最多打印 ${String(most ?? 60)} 个码，请按展厅分别打印`,
  codeServiceDown: '小程序码暂时生成不了，请稍后再试',
  // Words with a number in them are made when they are said: what nobody says then stays out of a function's bundle.
  tooManyOpen: () => `您已有 ${MAX_OPEN} 份文件正在生成，请等其中一份完成后再导出`,
  periodWrong: '结束月份不能早于开始月份',
  periodTooLong: '一次最多导出 12 个月（按天统计最多 3 个月），请缩短时间范围',
  tooManyRows: () => `一份文件最多 ${MAX_ROWS} 行，请缩小范围后再导出`,
}
