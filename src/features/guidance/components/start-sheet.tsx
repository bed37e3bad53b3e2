import { useState } from 'react'
import { programmeLabels } from '@/domain/guidance/labels'
import { PROGRAMMES, type Programme } from '@/domain/guidance/rules'
import { Refused } from '@/features/desk-state'
import { EnterprisePicker } from '@/features/enterprise-picker'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { startGuidance } from '../api'

/** What is known already: the enterprise, and the consultation that it comes out of. */
export interface Beginning {
  enterprise?: { id: string; name: string }
  consultationId?: string
}

interface StartSheetProps {
  teamId: string
  from: Beginning
  onClose: () => void
  onStarted: (consultationId: string) => void
}

const programmes = PROGRAMMES.map((value) => ({ value, words: programmeLabels[value] }))

/** Begins guidance: for which enterprise and which project. */
export function StartSheet({ from, onClose, ...props }: StartSheetProps) {
  const [enterprise, setEnterprise] = useState(from.enterprise)
  if (!enterprise) return <EnterprisePicker title="选择企业" chosen={[]} onPick={setEnterprise} onClose={onClose} />
  return <ProjectForm enterprise={enterprise} from={from} onClose={onClose} {...props} />
}

type ProjectFormProps = StartSheetProps & { enterprise: { id: string; name: string } }

function useProject({ enterprise, from: { consultationId }, teamId, onStarted }: Omit<ProjectFormProps, 'onClose'>) {
  const blank = { name: '', programme: 'keyResearch' as Programme, words: '' }
  const intent = useIntent(`guidance-start-${consultationId ?? enterprise.id}`, blank)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const { programme } = intent.form
  const [name, words] = [intent.form.name.trim(), intent.form.words.trim()]
  const send = () => {
    setAsked(true)
    if (!name || !words) return undefined
    return run(async () => {
      const whom = { teamId, enterpriseId: enterprise.id, ...(consultationId ? { consultationId } : {}) }
      const input = { requestId: intent.requestId, ...whom, project: { name, programme }, words }
      const { outline } = await startGuidance(input)
      intent.done()
      onStarted(outline.id)
    })
  }
  return { intent, refused, send, lacks: { name: asked && !name, words: asked && !words } }
}

function ProjectForm({ onClose, ...props }: ProjectFormProps) {
  const { enterprise } = props
  const { intent, refused, send, lacks } = useProject(props)
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
      <Choice
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
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
