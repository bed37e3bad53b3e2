import type { Outcome, ProblemKind } from '@/domain/consultation/rules'
import type { Topic } from '@/domain/service/rules'
import { useIntent } from '@/features/use-intent'
import type { ConsultationView } from '../../talk/talk-model'
import { BLANK, isTemplateWords, type ConcludeForm } from './conclude-form'
import { OUTCOME_TEMPLATES, type Template } from './templates'

const KIND_OF_TOPIC: Partial<Record<Topic, ProblemKind>> = {
  logistics: 'logistics',
  talent: 'talent',
  labour: 'labour',
  finance: 'finance',
  technology: 'technology',
}

/** The outcome being written: choosing what came of it fills in what is known already, and never what was typed. */
export function useConclude({ outline, full }: ConsultationView) {
  const blank: ConcludeForm = {
    ...BLANK,
    problemKind: KIND_OF_TOPIC[outline.topic] ?? 'other',
    statement: full?.question.slice(0, 500) ?? '',
  }
  const intent = useIntent(`consultation-outcome-${outline.id}`, blank)
  const fill = ({ words, nextStep, dueDays }: Template) =>
    intent.change({ words, ...(nextStep ? { nextStep } : {}), ...(dueDays ? { dueDays } : {}) })
  const pickOutcome = (outcome: Outcome) => {
    const { form } = intent
    intent.change({ outcome, ...(isTemplateWords(form.words) ? { words: '' } : {}) })
    const [first] = OUTCOME_TEMPLATES[outcome]
    if (first?.nextStep && !form.nextStep.trim()) intent.change({ nextStep: first.nextStep, dueDays: first.dueDays })
  }
  return { intent, pickOutcome, pickTemplate: fill }
}
