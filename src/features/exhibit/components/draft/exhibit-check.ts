import { draftProblemLabels } from '@/domain/exhibit/labels'
import {
  draftProblems,
  isNumber,
  MILESTONE_DATE,
  type DraftFacts,
  type DraftProblem,
  type ExhibitKind,
} from '@/domain/exhibit/rules'
import { numberOf, type ExhibitForm, type FormField } from './exhibit-form'

/** The form's own lengths, those of the contract. */
export const LENGTHS = {
  title: 60,
  summary: 120,
  text: 6000,
  alt: 120,
  cue: 300,
  figureTitle: 40,
  figureUnit: 10,
  figureLabel: 20,
  figureNote: 40,
  figureSource: 60,
} as const
export const MAX_PICTURES = 9
export const MAX_LINKS = 5
export const MAX_FIGURE_ITEMS = 12
export const MAX_SPOTS = 30
export const MAX_CUES = 300

/** Words beside the fields that need another look before the form can be saved. */
export type FieldProblems = Partial<Record<FormField, string>>

const MAX_VALUE = 1e12

const figureProblem = ({ figure }: ExhibitForm): string | undefined => {
  if (!figure) return undefined
  if (!figure.title.trim()) return '请填写图表标题，或删除图表'
  if (figure.items.some(({ label }) => !label.trim())) return '请给每一项数字写上名称，或删除这一项'
  const fits = ({ value }: { value: string }) => Math.abs(numberOf(value)) <= MAX_VALUE
  return figure.items.every(fits) ? undefined : '数值只能是数字，例如 427 或 3.5'
}

const angleFits = (typed: string, most: number) => Math.abs(numberOf(typed)) <= most

const panoramaProblem = ({ panorama }: ExhibitForm): string | undefined =>
  panorama?.spots.every(({ yaw, pitch }) => angleFits(yaw, 180) && angleFits(pitch, 90)) === false
    ? '热点的水平角在 -180 到 180 之间，俯仰角在 -90 到 90 之间'
    : undefined

/** Everything that keeps this form from being saved as a draft, in words beside its fields; empty when it can be saved. */
export const problemsOf = (form: ExhibitForm): FieldProblems => {
  const problems: FieldProblems = {}
  const figure = figureProblem(form)
  const panorama = panoramaProblem(form)
  if (!form.title.trim()) problems.title = '请填写标题'
  if (form.number.trim() && !isNumber(form.number.trim())) problems.number = draftProblemLabels.numberMissing
  if (form.date.trim() && !MILESTONE_DATE.test(form.date.trim()))
    problems.date = '请写成 1921、1921-07 或 1921-07-23 的样子'
  if (figure) problems.figure = figure
  if (panorama) problems.panorama = panorama
  return problems
}

const factsOf = (kind: ExhibitKind, form: ExhibitForm): DraftFacts => {
  const spoken = (cues: readonly { at: number; text: string }[]) => cues.filter(({ text }) => text.trim() !== '')
  return {
    ...form,
    kind,
    number: form.number.trim(),
    date: form.date.trim(),
    summary: form.summary.trim(),
    text: form.text.trim(),
    pictures: form.pictures.map(({ alt }) => ({ alt: alt.trim() })),
    audio: form.audio && { ...form.audio, cues: spoken(form.audio.cues) },
    video: form.video && { ...form.video, cues: spoken(form.video.cues) },
  }
}

/** What is still missing before it can be published. */
export const missingOf = (kind: ExhibitKind, form: ExhibitForm): DraftProblem[] => draftProblems(factsOf(kind, form))

/** The field beside which the words of a refused save belong; null when they belong to the whole form. */
export const fieldOfRefusal = (code: string): FormField | null => {
  const fields: Record<string, FormField> = { numberTaken: 'number', pictureTooSmall: 'pictures' }
  return fields[code] ?? null
}
