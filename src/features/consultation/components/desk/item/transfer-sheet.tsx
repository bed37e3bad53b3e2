import { View } from '@tarojs/components'
import { useState } from 'react'
import { topicLabels } from '@/domain/service/labels'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { SwitchRow } from '@/ui/switch-row'
import { TextField } from '@/ui/text-field'
import { transferItem } from '../../../api'
import { Templates } from './form-parts'
import { PeopleField, useColleagues } from './people-field'
import type { SheetProps } from './sheet-props'
import { TRANSFER_REASONS } from './templates'

const BLANK = { to: '', reason: '', override: false }
const reasons = TRANSFER_REASONS.map((words) => ({ name: words, words }))

interface TransferForm {
  to: string
  reason: string
  override: boolean
}

const problemsOf = ({ to, reason, override }: TransferForm, offTopic: boolean) => ({
  to: to ? undefined : '请选择请谁接手',
  reason: reason.trim() ? undefined : '请写明原因，对方和队长看得到',
  override: offTopic && !override ? '这位队员不专攻这个主题，确定要转交请打开“仍然转交”' : undefined,
})

/** Asks somebody else to take it over. Who does not know the topic is asked only on purpose, with the reason kept. */
export function TransferSheet({ view, onClose, onDone }: SheetProps) {
  const { outline } = view
  const intent = useIntent(`consultation-transfer-${outline.id}`, BLANK)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const { form, change } = intent
  const team = useColleagues(outline)
  const person = team.data?.items.find(({ id }) => id === form.to)
  const offTopic = person?.fit === 'offTopic'
  const problems = problemsOf(form, offTopic)
  const send = () => {
    setAsked(true)
    if (problems.to || problems.reason || problems.override) return undefined
    return run(async () => {
      const { to, override } = form
      const next = await transferItem({ consultationId: outline.id, to, reason: form.reason.trim(), override })
      intent.done()
      onDone(next, `已请${person?.name ?? '对方'}接手，等对方答复`)
    })
  }
  return (
    <Sheet
      title="转交给其他队员"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          请对方接手
        </Button>
      }
    >
      <View className="item-form__lead">对方同意以前，仍由现在的负责人办理。</View>
      <PeopleField
        item={outline}
        team={team}
        value={form.to}
        error={asked ? problems.to : undefined}
        onChange={(to) => change({ to, override: false })}
      />
      {offTopic && (
        <Override
          words={`${person?.name ?? '对方'}不专攻${topicLabels[outline.topic]}`}
          checked={form.override}
          error={asked ? problems.override : undefined}
          onChange={(override) => change({ override })}
        />
      )}
      <TextField
        kind="lines"
        label="原因"
        maxLength={200}
        value={form.reason}
        error={asked ? problems.reason : undefined}
        onChange={(reason) => change({ reason })}
      />
      <Templates templates={reasons} onPick={({ words }) => change({ reason: words })} />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

interface OverrideProps {
  words: string
  checked: boolean
  error: string | undefined
  onChange: (checked: boolean) => void
}

/** Handing it on against the match: said, switched on by hand, and kept with the reason. */
function Override({ words, checked, error, onChange }: OverrideProps) {
  return (
    <>
      <Card flush>
        <SwitchRow title="仍然转交" note={`${words}，原因会留存`} checked={checked} onChange={onChange} />
      </Card>
      {error && <Notice tone="bad">{error}</Notice>}
    </>
  )
}
