import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import { sayWhen } from '../time'
import {
  MAX_ITEMS,
  MAX_MEETINGS,
  MAX_SLOTS,
  MAX_VERSIONS,
  MAX_OPEN_GUIDANCES,
  sayYuan,
  type GuidanceMeetingState,
  type ItemOwner,
  type MatchedBy,
  type NextStep,
  type Programme,
  type ResultFacts,
  type ResultState,
  type Stage,
} from './rules'

export const stageLabels: Record<Stage, string> = {
  diagnosis: '诊断',
  materials: '材料清单',
  draft: '初稿审阅',
  submission: '提交',
  result: '结果',
}
/** What is done in a stage, as both sides read it. */
export const stageNotes: Record<Stage, string> = {
  diagnosis: '看企业的条件，选定要申报的计划',
  materials: '列出要准备的材料，分好谁来办、什么时候办好',
  draft: '审阅初稿，提出修改意见',
  submission: '定稿后在申报系统提交',
  result: '等待和登记评审结果',
}

export const itemOwnerLabels: Record<ItemOwner, string> = { enterprise: '企业', specialist: '辅导员' }

export const guidanceMeetingLabels: Record<GuidanceMeetingState, string> = {
  planned: '已约定',
  unplaced: '待改时间',
  held: '已进行',
  cancelled: '已取消',
}

export const resultLabels: Record<ResultState, string> = {
  approved: '获批立项',
  rejected: '未获批',
  withdrawn: '撤回申报',
}

export const programmeLabels: Record<Programme, string> = {
  highTechEnterprise: '高新技术企业认定',
  innovativeSme: '科技型中小企业、专精特新',
  keyResearch: '重点研发计划',
  technologyCentre: '工程技术研究中心',
  achievement: '科技成果转化',
  talentProject: '人才项目',
  other: '其他计划',
}

/** Who chose whoever guides. */
export const matchedByLabels: Record<MatchedBy, string> = {
  matching: '系统匹配',
  enterprise: '企业选择',
  leader: '队长安排',
  self: '辅导员发起',
}

/** Why a planned meeting is not held: there is a result already. */
export const NO_NEED_TO_MEET = '已有结果'

/** What came of an application, in the words in which the enterprise is asked about it. */
export const resultWords = ({ state, amount, words }: Omit<ResultFacts, 'decidedOn'> & { words: string }): string =>
  [resultLabels[state], amount ? `${sayYuan(amount)} 元` : '', words].filter(Boolean).join('，')

/** What comes next in one line. */
export const nextStepWords = ({ kind, words, whose }: NextStep): string => {
  if (kind === 'meeting') return '下次会面'
  if (kind === 'note') return '写会面记录'
  if (kind === 'replan') return '重新约会面时间'
  if (kind === 'stage') return `推进“${stageLabels[words as Stage]}”`
  return `${itemOwnerLabels[whose]}：${words}`
}

const busy = (who: string) => (detail: Record<string, string | number>) =>
  detail['at'] === undefined
    ? `${who}这段时间另有安排，请换一个时间`
    : `${who} ${sayWhen(Number(detail['at']), Number(detail['now']))} 起另有安排，请换一个时间`

export const guidanceRefusals: Words<Contracts['guidance']> = {
  noContact: '这家企业还没有确认的联络人，请先请企业绑定联络人',
  notInTeam: '选择的人不是本队队员，请重新选择',
  personConflict: '这位队员需要回避这家企业，请选择其他人',
  noGuide: '小分队现在没有可以辅导的队员，请先预约一次咨询，队长会尽快安排',
  personGone: '这位队员暂时不能辅导，请选择其他人',
  offTopic: '这位队员不专攻这个方向，确定由其辅导请写明原因，企业看得到',
  alreadyGuided: '这个项目已经有人在辅导，请在“我的咨询”里打开',
  alreadyBegun: '这件咨询已经开始了一项辅导，请在“一对一指导”列表里打开',
  tooManyGuidances: () => `贵企业同时进行的辅导最多 ${MAX_OPEN_GUIDANCES} 项，请先办结一项`,
  fileUnusable: '有文件没有上传成功，请删除后重新添加',
  revealFirst: '查看时间已过或还没有登记，请先登记查看原因',
  textRisky: '填写的文字未通过安全检查，请修改后再提交',
  notOpen: '这项辅导在等企业确认或已经结束，不能再改',
  stageSkipped: '一次只能往前推进一个阶段，退回可以选任意前面的阶段',
  reasonMissing: '退回阶段请写明原因，企业会看到',
  changedMeanwhile: '内容刚被其他人改过，已为您刷新，请核对后再改',
  tooManyItems: () => `清单最多 ${MAX_ITEMS} 项，请先删除不需要的`,
  dayPassed: '完成日期要选今天或以后',
  itemGone: '这一项已被删除，请刷新查看',
  notYours: '每一方只能勾选自己负责的事项',
  tooManyFiles: () => `最多 ${MAX_SLOTS} 种文件，每种最多 ${MAX_VERSIONS} 个版本`,
  timesWrong: '会面要在同一天内，10 分钟到 8 小时，半年以内',
  meetingPassed: '开始时间已经过去，请选择以后的时间',
  tooManyMeetings: () => `最多 ${MAX_MEETINGS} 次会面`,
  enterpriseBusy: /* @__PURE__ */ busy('企业'),
  specialistBusy: /* @__PURE__ */ busy('辅导员'),
  meetingOver: '这次会面已经开始、结束或取消，请刷新查看',
  meetingAhead: '会面还没开始，开始以后再写纪要',
  tooEarly: '提交以后才能登记获批或未获批；不再申报请选“撤回申报”',
  amountMissing: '请填写获批金额，没有资金请填 0',
  dayAhead: '结果日期不能晚于今天',
}
