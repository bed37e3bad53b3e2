import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { transferItem } from '../../../api'
import { HandOverFields, handOverProblems, NOBODY_YET } from './hand-over-fields'
import { useColleagues } from './people-field'
import type { SheetProps } from './sheet-props'

/** Asks somebody else to take it over. */
export function TransferSheet({ view, onClose, onDone }: SheetProps) {
  const { outline } = view
  const intent = useIntent(`consultation-transfer-${outline.id}`, NOBODY_YET)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const { form, change } = intent
  const team = useColleagues(outline)
  const problems = handOverProblems(form, team)
  const send = () => {
    setAsked(true)
    if (Object.keys(problems).length > 0) return undefined
    return run(async () => {
      const { to, override } = form
      const next = await transferItem({ consultationId: outline.id, to, reason: form.reason.trim(), override })
      intent.done()
      onDone(next, `已请${next.outline.transfer?.to.name ?? '对方'}接手，等对方答复`)
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
      <HandOverFields item={outline} team={team} form={form} problems={asked ? problems : {}} change={change} />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
