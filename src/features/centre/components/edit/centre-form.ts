import type { InputFor, OutputFor } from '@/domain/contracts'
import { centreProblemLabels } from '@/domain/centre/labels'
import { centreProblems, type Hours } from '@/domain/centre/rules'
import { COORDINATES_WRONG, coordinatesOf, coordinatesText } from '@/features/coordinates'
import type { Merging } from '@/features/draft-merge'

type Centre = OutputFor<'centre.edit'>['centre']
type CentreInput = InputFor<'centre.change'>['centre']

/** What an editor has typed. Numbers are text until they are sent. */
export interface CentreForm {
  intro: string
  address: string
  /** As typed, `23.7012, 113.0398`; empty without a place on the map. */
  coordinates: string
  directions: string
  phone: string
  /** Sunday first. */
  week: Hours[]
  closures: { from: string; to: string; reason: string }[]
  notices: { title: string; text: string; at: number }[]
  slotMinutes: string
  capacity: string
  guides: string
  daysAhead: string
  closesBefore: string
}
export type CentreField = keyof CentreForm

export const SLOT_MINUTES = [30, 45, 60, 90] as const
/** The lengths of the contract. */
export const LENGTHS = { intro: 1000, address: 120, directions: 300, reason: 40, noticeTitle: 40, notice: 500 } as const
export const MAX_CLOSURES = 30
export const MAX_NOTICES = 20

const labels: Record<CentreField, string> = {
  intro: '介绍',
  address: '地址',
  coordinates: '地图坐标',
  directions: '怎么来',
  phone: '电话',
  week: '开放时间',
  closures: '临时闭馆',
  notices: '公告',
  slotMinutes: '每段时长',
  capacity: '每段人数',
  guides: '讲解员',
  daysAhead: '提前天数',
  closesBefore: '截止时间',
}

/** How two versions are put together. */
export const centreMerging: Merging<CentreForm> = {
  labels,
  comparable: (form, field) => form[field],
  placed: (form) => form,
}

export const formOf = ({ visiting, ...centre }: Centre): CentreForm => ({
  intro: centre.intro,
  address: centre.address,
  coordinates: coordinatesText(centre),
  directions: centre.directions,
  phone: centre.phone,
  week: centre.week.map((hours) => hours && { ...hours }),
  closures: centre.closures.map((closure) => ({ ...closure })),
  notices: centre.notices.map((notice) => ({ ...notice })),
  slotMinutes: String(visiting.slotMinutes),
  capacity: String(visiting.capacity),
  guides: String(visiting.guides),
  daysAhead: String(visiting.daysAhead),
  closesBefore: String(visiting.closesBefore),
})

/** What is sent. Call it only for a form without problems. */
export const inputOf = (form: CentreForm): CentreInput => ({
  intro: form.intro,
  address: form.address,
  ...coordinatesOf(form.coordinates),
  directions: form.directions,
  phone: form.phone.trim(),
  week: form.week,
  closures: form.closures,
  notices: form.notices,
  visiting: {
    slotMinutes: SLOT_MINUTES.find((minutes) => String(minutes) === form.slotMinutes) ?? 60,
    capacity: Number(form.capacity),
    guides: Number(form.guides),
    daysAhead: Number(form.daysAhead),
    closesBefore: Number(form.closesBefore),
  },
})

/** Words beside the fields that need another look. */
export type CentreProblems = Partial<Record<CentreField, string>>

/** What each number may be. */
export const RANGES = {
  capacity: [1, 200],
  guides: [0, 10],
  daysAhead: [1, 30],
  closesBefore: [0, 1440],
} as const

const inRange = (text: string, [least, most]: readonly [number, number]): boolean =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most

function numberProblems(form: CentreForm): CentreProblems {
  const problems: CentreProblems = {}
  for (const field of Object.keys(RANGES) as (keyof typeof RANGES)[]) {
    const [least, most] = RANGES[field]
    if (!inRange(form[field], RANGES[field])) problems[field] = `请填写 ${least} 到 ${most} 之间的数`
  }
  return problems
}

function closuresProblem({ week, closures }: CentreForm): string | undefined {
  if (closures.some(({ from, to }) => !from || !to)) return '请补全闭馆的日期，或删除空行'
  if (centreProblems({ week, closures }).includes('closureWrong')) return centreProblemLabels.closureWrong
  return closures.some(({ reason }) => !reason.trim()) ? '请写明闭馆的原因' : undefined
}

/** Everything that keeps this form from being sent, in words beside its fields; empty when it can be sent. */
export function problemsOf(form: CentreForm): CentreProblems {
  const closures = closuresProblem(form)
  return {
    ...numberProblems(form),
    ...(form.intro.trim() ? {} : { intro: '请填写介绍' }),
    ...(form.address.trim() ? {} : { address: '请填写地址' }),
    ...(coordinatesOf(form.coordinates) ? {} : { coordinates: COORDINATES_WRONG }),
    ...(/^[0-9 +()-]{0,20}$/.test(form.phone.trim()) ? {} : { phone: '电话只能填数字、空格和 + - ( )' }),
    ...(centreProblems({ week: form.week, closures: [] }).length > 0 ? { week: centreProblemLabels.hoursWrong } : {}),
    ...(closures ? { closures } : {}),
    ...(form.notices.some(({ title }) => !title.trim()) ? { notices: '请给每条公告写标题，或删除空的公告' } : {}),
  }
}
