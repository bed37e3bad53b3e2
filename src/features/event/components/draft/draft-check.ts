import { draftProblemLabels } from '@/domain/event/labels'
import { draftProblems, type DraftProblem } from '@/domain/event/rules'
import { COORDINATES_WRONG, coordinatesOf } from '@/features/coordinates'
import type { DraftField, DraftForm } from './draft-form'

/** Words beside the fields that need another look. */
export type FieldProblems = Partial<Record<DraftField, string>>

const fieldOfProblem: Record<DraftProblem, DraftField> = {
  endsBeforeStart: 'endsAt',
  tooLong: 'endsAt',
  signUpWindowEmpty: 'signUp',
  signUpAfterEnd: 'signUp',
  cancelAfterStart: 'cancelUntil',
  checkInWindowEmpty: 'checkIn',
  checkInOutside: 'checkIn',
}

/** The form's own lengths, those of the contract. */
export const DRAFT_LENGTHS = { title: 60, summary: 1000, placeName: 60, address: 120, agendaTitle: 80 } as const
export const MAX_AGENDA_ROWS = 30
export const MAX_HOSTS = 10
export const MAX_FILES = 9
const MAX_CAPACITY = 5000

const capacityIsWrong = (form: DraftForm): boolean =>
  form.limited &&
  !(/^\d{1,4}$/.test(form.capacity.trim()) && Number(form.capacity) >= 1 && Number(form.capacity) <= MAX_CAPACITY)

/** Everything that keeps this form from being sent, in words beside its fields; empty when it can be sent. */
export const problemsOf = (form: DraftForm): FieldProblems => {
  const problems: FieldProblems = {}
  for (const problem of draftProblems(form)) problems[fieldOfProblem[problem]] ??= draftProblemLabels[problem]
  if (!form.title.trim()) problems.title = '请填写活动标题'
  if (!form.placeName.trim()) problems.placeName = '请填写活动地点'
  if (form.hostBranchIds.length === 0) problems.hostBranchIds = '请至少选择一个主办支部'
  if (form.hostBranchIds.length > MAX_HOSTS) problems.hostBranchIds = `主办支部最多 ${MAX_HOSTS} 个`
  if (!coordinatesOf(form.coordinates)) problems.coordinates = COORDINATES_WRONG
  if (capacityIsWrong(form)) problems.capacity = `请填写 1 到 ${MAX_CAPACITY} 之间的人数`
  if (form.agenda.some((row) => !row.title.trim())) problems.agenda = '请补全议程内容，或删除空行'
  return problems
}

/** The field beside which the words of a refused save belong; null when they belong to the whole form. */
export const fieldOfRefusal = (code: string): DraftField | null => {
  const fields: Record<string, DraftField> = {
    branchUnknown: 'hostBranchIds',
    capacityBelowTaken: 'capacity',
    fileUnusable: 'pictures',
  }
  return fields[code] ?? null
}
