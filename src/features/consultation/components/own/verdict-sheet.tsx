import { View } from '@tarojs/components'
import { useState } from 'react'
import { verdictLabels } from '@/domain/consultation/labels'
import { VERDICTS, type Verdict } from '@/domain/consultation/rules'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { closeConsultation } from '../../api'
import type { ConsultationView } from '../talk/talk-model'

const notes: Record<Verdict, string> = {
  solved: '这件事就此办结',
  partly: '没办完的继续跟进',
  notSolved: '退回负责人重新办',
}
const OPTIONS = VERDICTS.map((value) => ({ value, words: verdictLabels[value], note: notes[value] }))
const BLANK: { verdict: Verdict | ''; words: string } = { verdict: '', words: '' }

interface VerdictSheetProps {
  consultationId: string
  onClose: () => void
  onDone: (view: ConsultationView) => void
}

const problemOf = ({ verdict, words }: typeof BLANK) => ({
  verdict: verdict === '' ? '请选一个' : undefined,
  words:
    verdict !== 'solved' && verdict !== '' && !words.trim() ? '请写一句还差什么，负责人才知道怎么接着办' : undefined,
})

/** The enterprise's word on an answer. What was typed stays when the sheet is closed. */
export function VerdictSheet({ consultationId, onClose, onDone }: VerdictSheetProps) {
  const intent = useIntent(`consultation-verdict-${consultationId}`, BLANK)
  const { verdict, words } = intent.form
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const problems = problemOf(intent.form)
  const send = () => {
    setAsked(true)
    if (verdict === '' || problems.words) return undefined
    return run(async () => {
      const { requestId } = intent
      const view = await closeConsultation({ consultationId, requestId, verdict, words: words.trim() })
      intent.done()
      onDone(view)
    })
  }
  return (
    <Sheet
      title="问题解决了吗"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          提交
        </Button>
      }
    >
      <View>
        <Choice
          label="结果"
          options={OPTIONS}
          value={verdict === '' ? undefined : verdict}
          error={asked ? problems.verdict : undefined}
          onChange={(value) => intent.change({ verdict: value })}
        />
        <TextField
          kind="lines"
          label={verdict === 'solved' || verdict === '' ? '想说的话' : '还差什么'}
          optional={verdict === 'solved' || verdict === ''}
          maxLength={500}
          value={words}
          error={asked ? problems.words : undefined}
          onChange={(value) => intent.change({ words: value })}
        />
        {refused && <Refused error={refused} />}
      </View>
    </Sheet>
  )
}
