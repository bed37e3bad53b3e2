import { View } from '@tarojs/components'
import { refusalWords } from '@/domain/labels'
import { Refused } from '@/features/desk-state'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { fieldOfRefusal } from './draft-check'
import type { DraftState } from './use-draft'

/** What an organiser has to know before going on: found typing, somebody else's change, a refusal. */
export function DraftNotices({ state, onDiscard }: { state: DraftState; onDiscard: () => void }) {
  const { restored, merged, refused } = state
  const whole = refused && !fieldOfRefusal(refused.code) ? refused : null
  if (!restored && !merged && !whole) return null
  return (
    <View className="draft__notices">
      {restored && !merged && <Restored created={state.event !== null} onDiscard={onDiscard} />}
      {merged && (
        <Notice tone="wait" title="别人刚改过这个活动，您填写的内容还在">
          {mergedWords(merged)}
        </Notice>
      )}
      {whole && <Refused error={whole} />}
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

function mergedWords({ taken, disputed }: NonNullable<DraftState['merged']>): string {
  const theirs = taken.length > 0 ? `已换成对方改的：${taken.join('、')}。` : ''
  const mine = disputed.length > 0 ? `两人都改了，留的是您的：${disputed.join('、')}。` : ''
  return `${theirs}${mine}请看过后再保存`
}

/** The words of a refusal that belong beside a field. */
export const refusedField = (state: DraftState): Record<string, string> => {
  const { refused } = state
  const field = refused && fieldOfRefusal(refused.code)
  return refused && field ? { [field]: refusalWords(refused.action, refused.code, refused.detail) } : {}
}
