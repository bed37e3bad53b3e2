import { useState } from 'react'
import { outcomeLabels, problemKindLabels } from '@/domain/consultation/labels'
import { OUTCOMES, PROBLEM_KINDS } from '@/domain/consultation/rules'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Chips } from '@/ui/segmented'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { conclude } from '../../../api'
import { concludeInput, concludeProblems, hasNextStep, type ConcludeForm } from './conclude-form'
import { DueField, Templates } from './form-parts'
import { HandOverFields, handOverProblems, type HandOverProblems } from './hand-over-fields'
import { useColleagues } from './people-field'
import type { ConsultationView } from '../../talk/talk-model'
import type { SheetProps } from './sheet-props'
import { OUTCOME_TEMPLATES } from './templates'
import { useConclude } from './use-conclude'

const outcomes = OUTCOMES.map((value) => ({ value, words: outcomeLabels[value] }))
const kinds = PROBLEM_KINDS.map((value) => ({ value, words: problemKindLabels[value] }))

/** What came of the meeting: a chip, a template, and it is written. */
export function ConcludeSheet({ view, onClose, onDone }: SheetProps) {
  const writing = useConclude(view)
  const { intent } = writing
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const handsOver = intent.form.outcome === 'handedOver'
  const team = useColleagues(view.outline, !handsOver)
  const problems = { ...concludeProblems(intent.form), ...(handsOver ? handOverProblems(intent.form, team) : {}) }
  const send = () => {
    setAsked(true)
    if (Object.keys(problems).length > 0) return undefined
    return run(async () => {
      const consultationId = view.outline.id
      const next = await conclude({ consultationId, requestId: intent.requestId, ...concludeInput(intent.form) })
      intent.done()
      onDone(next, '结果已写好，企业看得到')
    })
  }
  return (
    <Sheet
      title="咨询结果"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          提交结果
        </Button>
      }
    >
      <ConcludeFields view={view} writing={writing} team={team} problems={asked ? problems : {}} />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

interface ConcludeFieldsProps {
  view: ConsultationView
  writing: ReturnType<typeof useConclude>
  team: ReturnType<typeof useColleagues>
  problems: ReturnType<typeof concludeProblems> & HandOverProblems
}

function ConcludeFields({ view, writing, team, problems }: ConcludeFieldsProps) {
  const { intent, pickOutcome, pickTemplate } = writing
  const { form, change } = intent
  return (
    <>
      <Field label="结果">
        <Chips label="结果" options={outcomes} value={form.outcome} onChange={pickOutcome} />
      </Field>
      <TextField
        kind="lines"
        label="说明"
        hint="企业会看到这段话"
        maxLength={1000}
        value={form.words}
        error={problems.words}
        onChange={(words) => change({ words })}
      />
      <Templates templates={OUTCOME_TEMPLATES[form.outcome]} onPick={pickTemplate} />
      {form.outcome === 'handedOver' && (
        <HandOverFields item={view.outline} team={team} form={form} problems={problems} change={change} />
      )}
      {form.outcome === 'chainProblem' && <ProblemFields form={form} problems={problems} change={change} />}
      {hasNextStep(form) && (
        <>
          <TextField
            label="下一步"
            maxLength={100}
            value={form.nextStep}
            error={problems.nextStep}
            onChange={(nextStep) => change({ nextStep })}
          />
          <DueField label="什么时候完成" value={form.dueDays} onChange={(dueDays) => change({ dueDays })} />
        </>
      )}
    </>
  )
}

interface ProblemFieldsProps {
  form: ConcludeForm
  problems: ReturnType<typeof concludeProblems>
  change: (part: Partial<ConcludeForm>) => void
}

/** What goes onto the list of problems (问题清单). */
function ProblemFields({ form, problems, change }: ProblemFieldsProps) {
  return (
    <>
      <Field label="问题类型">
        <Chips
          label="问题类型"
          options={kinds}
          value={form.problemKind}
          onChange={(problemKind) => change({ problemKind })}
        />
      </Field>
      <TextField
        kind="lines"
        label="列入清单的问题"
        hint="写清楚卡在哪里、需要谁来协调"
        maxLength={500}
        value={form.statement}
        error={problems.statement}
        onChange={(statement) => change({ statement })}
      />
    </>
  )
}
