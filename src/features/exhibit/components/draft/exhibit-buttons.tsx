import { changedFields } from '@/features/draft-merge'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { exhibitDrafts, type DraftState } from './exhibit-draft'
import type { Editor } from './use-exhibit-editor'

/** Whether everything typed is stored. */
export const isSaved = ({ thing, base, form }: DraftState): boolean =>
  thing !== null && changedFields(exhibitDrafts.display, base, form).length === 0

/** Keeping a draft, and publishing it. */
export function ExhibitButtons({
  state,
  editor,
  uploading,
}: {
  state: DraftState
  editor: Editor
  uploading: boolean
}) {
  const saved = isSaved(state)
  const { thing } = state
  const nothingNew = saved && thing?.state === 'published' && !thing.hasDraft
  return (
    <ButtonRow>
      <Button disabled={uploading || saved} onPress={editor.save}>
        {saved ? (nothingNew ? '没有改动' : '已存草稿') : '存草稿'}
      </Button>
      <Button kind="main" disabled={uploading || nothingNew} onPress={editor.askWhen}>
        {uploading ? '文件正在上传' : nothingNew ? '已发布' : '发布'}
      </Button>
    </ButtonRow>
  )
}
