import type { Outcome } from '@/domain/consultation/rules'

/** Words to begin with; all of them can be changed before they are sent. */
export interface Template {
  name: string
  words: string
  nextStep?: string
  dueDays?: number
}

/** What specialists write most often, by what came of the meeting. */
export const OUTCOME_TEMPLATES: Record<Outcome, readonly Template[]> = {
  answered: [
    { name: '政策讲清了', words: '已当面说明适用的政策、条件和办理流程，企业表示清楚。' },
    { name: '给了材料清单', words: '已告知需要准备的材料和办理窗口，企业可以自行办理。' },
    { name: '给了技术建议', words: '已给出技术建议和可以联系的资源，企业先自行验证。' },
  ],
  followUp: [
    {
      name: '要核实政策',
      words: '问题已经了解清楚，需要向主管部门核实后答复。',
      nextStep: '向主管部门核实后答复',
      dueDays: 3,
    },
    { name: '要看材料', words: '需要看过企业补充的材料后再给意见。', nextStep: '看过材料后给意见', dueDays: 3 },
    { name: '要到现场', words: '需要到企业现场看过后再给意见。', nextStep: '约时间上门查看', dueDays: 5 },
  ],
  handedOver: [
    {
      name: '换更熟悉的人',
      words: '问题属于另一个专业，请更熟悉的队员接着办。',
      nextStep: '接手后联系企业',
      dueDays: 2,
    },
    { name: '时间排不开', words: '近期时间排不开，请其他队员接着办。', nextStep: '接手后联系企业', dueDays: 2 },
  ],
  chainProblem: [
    {
      name: '要多家协调',
      words: '问题需要多家单位一起协调，已列入问题清单。',
      nextStep: '报送问题清单并反馈进展',
      dueDays: 5,
    },
    {
      name: '多家都有',
      words: '多家企业有同样的情况，列入问题清单一并解决。',
      nextStep: '报送问题清单并反馈进展',
      dueDays: 5,
    },
  ],
}

/** What is asked of an enterprise most often before it comes. */
export const MATERIAL_TEMPLATES: readonly Template[] = [
  { name: '营业执照', words: '请补充营业执照副本的照片。' },
  { name: '申报材料', words: '请把已经写好的申报材料发来，不完整也没有关系。' },
  { name: '财务数据', words: '请补充最近一个年度的研发投入和营业收入数据。' },
  { name: '问题细节', words: '请再说明一下问题发生的时间、涉及的产品和目前的处理情况。' },
]

export const ANSWER_TEMPLATES: readonly Template[] = [
  { name: '已经核实', words: '已向主管部门核实，答复如下：' },
  { name: '已经办妥', words: '这件事已经办妥，请您核对。' },
  { name: '看过材料', words: '材料已经看过，意见如下：' },
]

/** How an enterprise was tried to be reached. */
export const UNANSWERED_TEMPLATES: readonly Template[] = [
  { name: '打过电话', words: '打过电话，没有人接。' },
  { name: '口头说好了', words: '电话里说问题已经解决，没有在这里确认。' },
  { name: '不再需要', words: '电话里说不再需要办理。' },
]

export const PLAN_TEMPLATES: readonly Template[] = [
  { name: '核实政策', words: '向主管部门核实后答复', dueDays: 3 },
  { name: '约上门', words: '约时间上门查看', dueDays: 5 },
  { name: '对接资源', words: '联系专家或服务机构对接', dueDays: 5 },
]

export const TRANSFER_REASONS = ['对方更熟悉这个主题', '我近期时间排不开', '企业希望换一位队员'] as const

/** Working days to choose from. */
export const DUE_DAYS = [1, 2, 3, 5, 10] as const
