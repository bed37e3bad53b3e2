import { useState, type ReactNode } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { refusalWords } from '@/domain/labels'
import { DraftNotices } from '@/features/draft-notices'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { useConfirm } from '@/ui/use-confirm'
import { fieldOfRefusal, problemsOf } from './draft-check'
import { DraftFields } from './draft-fields'
import { isSameForm } from './draft-merge'
import type { Attachment, DraftForm } from './draft-form'
import { useAttachments, type Draft, type DraftState } from './event-draft'
import { publishQuestion } from './publish-question'
import { publishEvent } from '../../api'

type Detail = OutputFor<'event.get'>

export interface EditorParts {
  form: ReactNode
  action: ReactNode
  sheet: ReactNode
}

const adding = (field: 'pictures' | 'materials') => (file: Attachment) => (form: DraftForm) => ({
  ...form,
  [field]: [...form[field], file],
})

/**
 * The form and its buttons, for a page to place.
 *
 * @param onSaved after a save that went through
 * @param onPublished after publishing
 */
export function useEditor(
  draft: Draft,
  state: DraftState,
  on: { saved: (event: Detail) => void; published: (event: Detail) => void; wrong: () => void },
): EditorParts {
  const [asked, setAsked] = useState(false)
  const { ask, sheet } = useConfirm()
  const pictures = useAttachments('eventPicture', (file) => draft.change(adding('pictures')(file)))
  const materials = useAttachments('eventMaterial', (file) => draft.change(adding('materials')(file)))
  const problems = asked ? problemsOf(state.form) : {}

  const ready = (): boolean => {
    setAsked(true)
    const wrong = Object.keys(problemsOf(state.form)).length > 0
    if (wrong) on.wrong()
    return !wrong
  }
  const save = async () => {
    if (!ready()) return
    const event = await draft.save()
    if (event) on.saved(event)
    else on.wrong()
  }
  const publish = async () => {
    if (!ready() || !(await ask(publishQuestion(state.form)))) return
    const event = await draft.act(({ id, rev }) => publishEvent({ eventId: id, rev }), 'saveFirst')
    if (event) on.published(event)
    else on.wrong()
  }
  return {
    sheet,
    form: (
      <>
        <DraftNotices
          state={state}
          changed="别人刚改过这个活动，您填写的内容还在"
          showRefusal={Object.keys(refusedField(state)).length === 0}
          onDiscard={draft.discard}
        />
        <DraftFields
          form={state.form}
          problems={{ ...problems, ...refusedField(state) }}
          change={draft.change}
          pictures={pictures}
          materials={materials}
        />
      </>
    ),
    action: (
      <EditorButtons state={state} uploading={pictures.busy || materials.busy} onSave={save} onPublish={publish} />
    ),
  }
}

/** The words of a refusal that belong beside a field. */
const refusedField = ({ refused }: DraftState): Record<string, string> => {
  const field = refused && fieldOfRefusal(refused.code)
  return refused && field ? { [field]: refusalWords(refused.action, refused.code, refused.detail) } : {}
}

interface EditorButtonsProps {
  state: DraftState
  uploading: boolean
  onSave: () => Promise<void>
  onPublish: () => Promise<void>
}

/** A published event is saved; a draft is kept or published. */
function EditorButtons({ state, uploading, onSave, onPublish }: EditorButtonsProps) {
  const unchanged = state.thing !== null && isSameForm(state.base, state.form)
  if (state.thing?.state === 'published')
    return (
      <Button kind="main" disabled={uploading || unchanged} onPress={onSave}>
        {uploading ? '文件正在上传' : unchanged ? '没有改动' : '保存修改'}
      </Button>
    )
  return (
    <ButtonRow>
      <Button disabled={uploading || unchanged} onPress={onSave}>
        {unchanged ? '已存草稿' : '存草稿'}
      </Button>
      <Button kind="main" disabled={uploading} onPress={onPublish}>
        {uploading ? '文件正在上传' : '发布'}
      </Button>
    </ButtonRow>
  )
}
