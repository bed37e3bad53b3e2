import { useState } from 'react'
import { programmeLabels } from '@/domain/guidance/labels'
import { GUIDED_TOPICS, PROGRAMMES, type Programme } from '@/domain/guidance/rules'
import { refusalWords } from '@/domain/labels'
import { topicLabels } from '@/domain/service/labels'
import { Refused } from '@/features/desk-state'
import { EnterprisePicker } from '@/features/enterprise-picker'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { startGuidance } from '../api'
import { ChipsField } from './chips-field'
import { GuideField, useGuides } from './guide-field'
import { knowsTopic } from './guide-words'

/** What is known already: the enterprise, and the consultation that it comes out of. */
export interface Beginning {
  enterprise?: { id: string; name: string }
  consultationId?: string
}

interface StartSheetProps {
  teamId: string
  /** A leader says who guides; a specialist does it themselves. */
  leads: boolean
  from: Beginning
  onClose: () => void
  onStarted: (consultationId: string) => void
}

const programmes = PROGRAMMES.map((value) => ({ value, words: programmeLabels[value] }))
const topics = GUIDED_TOPICS.map((value) => ({ value, words: topicLabels[value] }))

/** Begins guidance: for which enterprise, which project, and by whom. */
export function StartSheet({ from, onClose, ...props }: StartSheetProps) {
  const [enterprise, setEnterprise] = useState(from.enterprise)
  if (!enterprise) return <EnterprisePicker title="选择企业" chosen={[]} onPick={setEnterprise} onClose={onClose} />
  return <ProjectForm enterprise={enterprise} from={from} onClose={onClose} {...props} />
}

type ProjectFormProps = StartSheetProps & { enterprise: { id: string; name: string } }

const BLANK = {
  ...{ name: '', programme: 'keyResearch' as Programme, words: '' },
  ...{ topic: 'projectApplication' as (typeof GUIDED_TOPICS)[number], specialistId: '', reason: '' },
}

/** Who guides, as a leader chooses: the best until somebody else is chosen. */
function useGuide({ enterprise, teamId, leads }: ProjectFormProps, { topic, specialistId }: typeof BLANK) {
  const guides = useGuides({ enterpriseId: enterprise.id, topic, teamId }, !leads)
  const [best] = guides.data?.items ?? []
  const chosen = guides.data?.items.find(({ specialist }) => specialist.id === specialistId) ?? best
  return { guides, chosenId: chosen?.specialist.id, offTopic: chosen !== undefined && !knowsTopic(chosen) }
}

function useProject(props: ProjectFormProps) {
  const { enterprise, from, teamId, onStarted, leads } = props
  const { consultationId } = from
  const intent = useIntent(`guidance-start-${consultationId ?? enterprise.id}`, BLANK)
  const { form } = intent
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const guide = useGuide(props, form)
  const [name, words, reason] = [form.name.trim(), form.words.trim(), form.reason.trim()]
  const missing = { name: !name, words: !words, reason: guide.offTopic && !reason }
  const send = () => {
    setAsked(true)
    if (missing.name || missing.words || missing.reason || (leads && !guide.chosenId)) return undefined
    return run(async () => {
      const whom = { teamId, enterpriseId: enterprise.id, ...(consultationId ? { consultationId } : {}) }
      const who = leads ? { topic: form.topic, specialistId: guide.chosenId, reason } : {}
      const project = { name, programme: form.programme }
      const { outline } = await startGuidance({ requestId: intent.requestId, ...whom, ...who, project, words })
      intent.done()
      onStarted(outline.id)
    })
  }
  const lacks = { name: asked && missing.name, words: asked && missing.words, reason: asked && missing.reason }
  return { intent, refused, send, guide, lacks }
}

function ProjectForm(props: ProjectFormProps) {
  const { enterprise, onClose, leads } = props
  const project = useProject(props)
  const { intent, refused, send, lacks } = project
  return (
    <Sheet
      title="开始一对一指导"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          开始指导
        </Button>
      }
    >
      <ListRow icon="people" title={enterprise.name} note="企业联络人会收到通知" />
      <TextField
        label="项目名称"
        maxLength={60}
        value={intent.form.name}
        error={lacks.name ? '请填写项目名称' : undefined}
        onChange={(value) => intent.change({ name: value })}
      />
      <ChipsField
        label="计划类别"
        options={programmes}
        value={intent.form.programme}
        onChange={(value) => intent.change({ programme: value })}
      />
      <TextField
        kind="lines"
        label="企业的需求"
        hint="企业看得到"
        maxLength={500}
        value={intent.form.words}
        error={lacks.words ? '请写一句企业的需求' : undefined}
        onChange={(value) => intent.change({ words: value })}
      />
      {leads && <Whom project={project} />}
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

/** Who guides: against the matching, and without knowing the topic, only with a reason that the enterprise reads. */
function Whom({ project: { intent, guide, lacks } }: { project: ReturnType<typeof useProject> }) {
  const { form, change } = intent
  return (
    <>
      <ChipsField
        label="主要方向"
        options={topics}
        value={form.topic}
        onChange={(topic) => change({ topic, specialistId: '' })}
      />
      <GuideField
        guides={guide.guides}
        topic={form.topic}
        value={form.specialistId}
        onChange={(specialistId) => change({ specialistId })}
      />
      {guide.offTopic && (
        <TextField
          kind="lines"
          label={`为什么由不专攻${topicLabels[form.topic]}的队员辅导`}
          hint="企业看得到"
          maxLength={200}
          value={form.reason}
          error={lacks.reason ? refusalWords('guidance.start', 'offTopic') : undefined}
          onChange={(reason) => change({ reason })}
        />
      )}
    </>
  )
}
