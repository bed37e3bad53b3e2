import { useState, type ReactNode } from 'react'
import { dayProblemLabels } from '@/domain/service/labels'
import { atWallClock, sayDate } from '@/domain/time'
import { DraftNotices } from '@/features/draft-notices'
import { now } from '@/lib/clock'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { useConfirm } from '@/ui/use-confirm'
import { publishDay } from '../../../api'
import { isSameDay, type DayDraft, type DayDraftState } from './day-draft'
import { DayFields } from './day-fields'
import { coordinatesProblem, fieldOfProblem, problemsOf, type DayField, type DayForm, type EditedDay } from './day-form'
import { slotsWords } from './day-side'

type Problems = Partial<Record<DayField, string>>

/** Words beside the fields that keep the day from being published. */
const publishProblems = (form: DayForm): Problems => {
  const problems: Problems = {}
  for (const problem of problemsOf(form, now())) problems[fieldOfProblem[problem]] ??= dayProblemLabels[problem]
  return { ...problems, ...draftProblems(form) }
}

/** Words beside the fields that keep even a draft from being sent. */
const draftProblems = (form: DayForm): Problems => {
  const wrong = coordinatesProblem(form)
  return wrong ? { coordinates: wrong } : {}
}

const publishQuestion = (form: DayForm) => ({
  title: '发布这个服务日',
  words: `${sayDate(atWallClock(form.day, '12:00'))} ${form.from}–${form.to}，${form.placeName}。${slotsWords(form)}。发布后企业就能预约，安排的队员会收到通知；改时间要用“改期”。`,
  yes: '发布',
})

interface EditorEvents {
  saved: () => void
  published: (day: EditedDay) => void
  wrong: () => void
}

/** The form and its buttons, for a page to place. */
export function useDayEditor(draft: DayDraft, state: DayDraftState, on: EditorEvents) {
  const [asked, setAsked] = useState<'save' | 'publish' | null>(null)
  const { ask, sheet } = useConfirm()
  const { form, thing } = state
  const problemsFor = (what: 'save' | 'publish') => (what === 'publish' ? publishProblems(form) : draftProblems(form))
  const ready = (what: 'save' | 'publish'): boolean => {
    setAsked(what)
    const wrong = Object.keys(problemsFor(what)).length > 0
    if (wrong) on.wrong()
    return !wrong
  }
  const published = thing?.state === 'published'
  const save = async () => {
    if (!ready(published ? 'publish' : 'save')) return
    if (await draft.save()) on.saved()
    else on.wrong()
  }
  const publish = async () => {
    if (!ready('publish') || !(await ask(publishQuestion(form)))) return
    const day = await draft.act(({ id, rev }) => publishDay({ serviceDayId: id, rev }), 'saveFirst')
    if (day) on.published(day)
    else on.wrong()
  }
  const fields: ReactNode = (
    <>
      <DraftNotices
        state={state}
        changed="别人刚改过这个服务日，您填写的内容还在"
        showRefusal
        onDiscard={draft.discard}
      />
      <DayFields
        form={form}
        problems={asked ? problemsFor(asked) : {}}
        fixed={published}
        set={(values) => draft.change((was) => ({ ...was, ...values }))}
      />
    </>
  )
  return { form: fields, sheet, action: <EditorButtons state={state} onSave={save} onPublish={publish} /> }
}

interface EditorButtonsProps {
  state: DayDraftState
  onSave: () => Promise<void>
  onPublish: () => Promise<void>
}

/** A published day is saved; a draft is kept or published. */
function EditorButtons({ state, onSave, onPublish }: EditorButtonsProps) {
  const unchanged = state.thing !== null && isSameDay(state.base, state.form)
  if (state.thing?.state === 'published')
    return (
      <Button kind="main" disabled={unchanged} onPress={onSave}>
        {unchanged ? '没有改动' : '保存修改'}
      </Button>
    )
  return (
    <ButtonRow>
      <Button disabled={unchanged} onPress={onSave}>
        {unchanged ? '已存草稿' : '存草稿'}
      </Button>
      <Button kind="main" onPress={onPublish}>
        发布
      </Button>
    </ButtonRow>
  )
}
