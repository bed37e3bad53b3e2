import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { exhibitKindLabels } from '@/domain/exhibit/labels'
import type { ExhibitKind } from '@/domain/exhibit/rules'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { TWO_PANES, useWindow } from '@/lib/use-window'
import { Segmented } from '@/ui/segmented'
import { hallIdOf } from '../hall/hall-words'
import { ExhibitButtons } from './exhibit-buttons'
import { problemsOf } from './exhibit-check'
import type { Draft, DraftState } from './exhibit-draft'
import { ExhibitFields, useExhibitUploads } from './exhibit-fields'
import { ExhibitNotices, refusedField } from './exhibit-notices'
import { ExhibitPreview } from './exhibit-preview'
import { ExhibitSide, type SideActions } from './exhibit-side'
import { PublishSheet } from './publish-sheet'
import { useExhibitEditor } from './use-exhibit-editor'

/** The parts of the page, for it to place. */
export interface EditorParts {
  title: string
  form: ReactNode
  side: ReactNode
  action: ReactNode
  sheet: ReactNode
}

const showTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })

/** Whatever is needed to write something of a kind, publish it and take it back. */
export function useEditorParts(kind: ExhibitKind, draft: Draft, state: DraftState, onGone: () => void): EditorParts {
  const now = useNow(60_000)
  const editor = useExhibitEditor(kind, draft, state, now, { look: showTop, gone: onGone })
  const change: Draft['change'] = (work) => {
    editor.typed()
    draft.change(work)
  }
  const uploads = useExhibitUploads(change)
  const { thing, form } = state
  const problems = { ...(editor.tried === 'nothing' ? {} : problemsOf(form)), ...refusedField(state) }
  const on: SideActions = {
    ...editor.side,
    preview: () => thing && void to.exhibitPreview(thing.id),
    order: () => thing && void to.hallOrder(thing.id),
  }
  return {
    title: thing ? `编辑${exhibitKindLabels[kind]}` : `新建${exhibitKindLabels[kind]}`,
    form: (
      <>
        <ExhibitNotices kind={kind} state={state} editor={editor} problems={problems} onDiscard={draft.discard} />
        <ExhibitFields
          kind={kind}
          form={form}
          problems={problems}
          change={change}
          hallId={hallIdOf(thing?.id) ?? null}
          uploads={uploads}
        />
      </>
    ),
    side: <Pane kind={kind} state={state} now={now} on={on} />,
    action: <ExhibitButtons state={state} editor={editor} uploading={uploads.busy} />,
    sheet: (
      <>
        {editor.sheet}
        {editor.publishing && (
          <PublishSheet
            title={form.title}
            published={thing?.state === 'published'}
            now={now}
            onClose={editor.closeWhen}
            onPublish={editor.publish}
          />
        )}
      </>
    ),
  }
}

type Shown = 'standing' | 'preview'
const panes: { value: Shown; words: string }[] = [
  { value: 'standing', words: '状态' },
  { value: 'preview', words: '预览' },
]

interface PaneProps {
  kind: ExhibitKind
  state: DraftState
  now: number
  on: SideActions
}

/** Beside the form where there is room: where it stands, or what visitors would see of what has just been typed. */
function Pane(props: PaneProps) {
  const { kind, state, now } = props
  const [shown, setShown] = useState<Shown>('standing')
  const wide = useWindow().width >= TWO_PANES
  if (!wide) return <ExhibitSide {...props} />
  return (
    <>
      <Segmented label="旁边显示" options={panes} value={shown} onChange={setShown} />
      {shown === 'standing' ? (
        <ExhibitSide {...props} />
      ) : (
        <ExhibitPreview
          id={state.thing?.id ?? 'preview'}
          kind={kind}
          form={state.form}
          at={state.thing?.changedAt ?? now}
        />
      )}
    </>
  )
}
