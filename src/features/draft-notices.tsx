import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Refused } from './desk-state'
import type { DraftState } from './use-draft'
import './draft.scss'

interface DraftNoticesProps {
  state: DraftState<unknown, unknown>
  /** Words for somebody else's change in between: 别人刚改过这个活动，您填写的内容还在. */
  changed: string
  /** False when the words of the last refusal stand beside a field. */
  showRefusal: boolean
  onDiscard: () => void
}

/** What the writer has to know before going on: found typing, somebody else's change, a refusal. */
export function DraftNotices({ state, changed, showRefusal, onDiscard }: DraftNoticesProps) {
  const { restored, merged } = state
  const refused = showRefusal ? state.refused : null
  if (!restored && !merged && !refused) return null
  return (
    <View className="draft__notices">
      {restored && !merged && <Restored created={state.thing !== null} onDiscard={onDiscard} />}
      {merged && (
        <Notice tone="wait" title={changed}>
          {mergedWords(merged)}
        </Notice>
      )}
      {refused && <Refused error={refused} />}
    </View>
  )
}

function Restored({ created, onDiscard }: { created: boolean; onDiscard: () => void }) {
  return (
    <Notice
      tone="info"
      title="上次没存的内容还在"
      action={
        <Button compact kind="link" onPress={onDiscard}>
          {created ? '放弃，用已保存的内容' : '放弃，重新填写'}
        </Button>
      }
    >
      接着填写即可
    </Notice>
  )
}

function mergedWords({ taken, disputed }: { taken: string[]; disputed: string[] }): string {
  const theirs = taken.length > 0 ? `已换成对方改的：${taken.join('、')}。` : ''
  const mine = disputed.length > 0 ? `两人都改了，留的是您的：${disputed.join('、')}。` : ''
  return `${theirs}${mine}请看过后再保存`
}
