import { View } from '@tarojs/components'
import { draftProblemLabels } from '@/domain/exhibit/labels'
import type { ExhibitKind } from '@/domain/exhibit/rules'
import { refusalWords } from '@/domain/labels'
import { Refused } from '@/features/desk-state'
import { DraftNotices } from '@/features/draft-notices'
import { Notice } from '@/ui/notice'
import { fieldOfRefusal, missingOf, type FieldProblems } from './exhibit-check'
import type { DraftState } from './exhibit-draft'
import type { Editor } from './use-exhibit-editor'

/** The words of a refusal that belong beside a field. */
export const refusedField = ({ refused }: DraftState): FieldProblems => {
  const field = refused && fieldOfRefusal(refused.code)
  return refused && field ? { [field]: refusalWords(refused.action, refused.code, refused.detail) } : {}
}

interface ExhibitNoticesProps {
  kind: ExhibitKind
  state: DraftState
  editor: Editor
  problems: FieldProblems
  onDiscard: () => void
}

/** Above the form: what has just happened, what is missing, what was found or refused. */
export function ExhibitNotices({ kind, state, editor, problems, onDiscard }: ExhibitNoticesProps) {
  const missing = editor.tried === 'publishing' ? missingOf(kind, state.form) : []
  const wrong = Object.values(problems)
  return (
    <View>
      <DraftNotices
        state={state}
        changed="别人刚改过这里，您填写的内容还在"
        showRefusal={Object.keys(refusedField(state)).length === 0}
        onDiscard={onDiscard}
      />
      <View className="draft__notices exhibit-draft__notices">
        {editor.done && <Notice tone="good">{editor.done}</Notice>}
        {wrong.length > 0 && (
          <Notice tone="bad" title="有内容需要修改">
            {wrong.join('；')}
          </Notice>
        )}
        {missing.length > 0 && (
          <Notice tone="wait" title="发布前还差">
            {missing.map((problem) => (
              <View key={problem}>{draftProblemLabels[problem]}</View>
            ))}
          </Notice>
        )}
        {editor.refused && <Refused error={editor.refused} />}
      </View>
    </View>
  )
}
