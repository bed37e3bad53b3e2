import type { InputFor } from '@/domain/contracts'
import type { Outcome, ProblemKind } from '@/domain/consultation/rules'
import { consultationRefusals } from '@/domain/consultation/labels'
import { NOBODY_YET, type HandOver } from './hand-over-fields'
import { OUTCOME_TEMPLATES } from './templates'

export interface ConcludeForm extends HandOver {
  outcome: Outcome
  words: string
  nextStep: string
  dueDays: number
  problemKind: ProblemKind
  statement: string
}

export const BLANK: ConcludeForm = {
  outcome: 'answered',
  words: '',
  nextStep: '',
  dueDays: 3,
  ...NOBODY_YET,
  problemKind: 'other',
  statement: '',
}

/** An answer waits for the enterprise's word; everything else has a next step. */
export const hasNextStep = ({ outcome }: Pick<ConcludeForm, 'outcome'>): boolean => outcome !== 'answered'

export type ConcludeField = 'words' | 'nextStep' | 'statement'

const plain = (words: unknown): string => (typeof words === 'string' ? words : '')

/** What keeps the outcome from being sent, in words beside its fields; whom to hand it over to besides. */
export const concludeProblems = (form: ConcludeForm): Partial<Record<ConcludeField, string>> => {
  const problems: Partial<Record<ConcludeField, string>> = {}
  if (!form.words.trim()) problems.words = '请写一句说明，或点下面的常用语'
  if (hasNextStep(form) && !form.nextStep.trim()) problems.nextStep = plain(consultationRefusals.nextStepMissing)
  if (form.outcome === 'chainProblem' && !form.statement.trim())
    problems.statement = plain(consultationRefusals.problemMissing)
  return problems
}

type ConcludeInput = Omit<InputFor<'consultation.conclude'>, 'consultationId' | 'requestId'>

/** What is sent of a form: only what belongs to its outcome. */
export const concludeInput = (form: ConcludeForm): ConcludeInput => ({
  outcome: form.outcome,
  words: form.words.trim(),
  ...(hasNextStep(form) ? { nextStep: form.nextStep.trim(), dueDays: form.dueDays } : {}),
  ...(form.outcome === 'handedOver' ? { to: form.to, reason: form.reason.trim(), override: form.override } : {}),
  ...(form.outcome === 'chainProblem' ? { problem: { kind: form.problemKind, statement: form.statement.trim() } } : {}),
})

/** Whether the words are still those of a template, or none: then another outcome may replace them. */
export const isTemplateWords = (words: string): boolean =>
  words.trim() === '' ||
  Object.values(OUTCOME_TEMPLATES).some((templates) => templates.some((template) => template.words === words.trim()))
