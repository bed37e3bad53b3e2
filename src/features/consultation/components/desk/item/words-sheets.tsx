import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { answerItem, askForMaterial, closeUnanswered, planNextStep } from '../../../api'
import type { ConsultationView } from '../../talk/talk-model'
import { dueWords } from '../item-words'
import { DueField, Templates } from './form-parts'
import type { SheetProps } from './sheet-props'
import { ANSWER_TEMPLATES, MATERIAL_TEMPLATES, PLAN_TEMPLATES, UNANSWERED_TEMPLATES, type Template } from './templates'

interface WordsSheetProps extends SheetProps {
  /** What the typing is kept under. */
  name: string
  title: string
  lead: string
  label: string
  missing: string
  action: string
  maxLength: number
  oneLine?: boolean
  templates: readonly Template[]
  withDue?: boolean
  send: (said: { requestId: string; words: string; dueDays: number }) => Promise<ConsultationView>
  doneWords: (view: ConsultationView) => string
}

const BLANK = { words: '', dueDays: 3 }

/** A few words to the enterprise, from a template or typed. */
function WordsSheet(props: WordsSheetProps) {
  const intent = useIntent(`${props.name}-${props.view.outline.id}`, BLANK)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const { dueDays } = intent.form
  const words = intent.form.words.trim()
  const send = () => {
    setAsked(true)
    if (!words) return undefined
    return run(async () => {
      const view = await props.send({ requestId: intent.requestId, words, dueDays })
      intent.done()
      props.onDone(view, props.doneWords(view))
    })
  }
  return (
    <Sheet
      title={props.title}
      onClose={props.onClose}
      action={
        <Button kind="main" onPress={send}>
          {props.action}
        </Button>
      }
    >
      <View className="item-form__lead">{props.lead}</View>
      <TextField
        kind={props.oneLine ? 'text' : 'lines'}
        label={props.label}
        maxLength={props.maxLength}
        value={intent.form.words}
        error={asked && !words ? props.missing : undefined}
        onChange={(value) => intent.change({ words: value })}
      />
      <Templates
        templates={props.templates}
        onPick={(picked) =>
          intent.change({ words: picked.words, ...(picked.dueDays ? { dueDays: picked.dueDays } : {}) })
        }
      />
      {props.withDue && (
        <DueField label="什么时候完成" value={dueDays} onChange={(days) => intent.change({ dueDays: days })} />
      )}
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

/** Asks the enterprise for something that is missing. */
export function AskSheet(props: SheetProps) {
  return (
    <WordsSheet
      {...props}
      name="consultation-ask"
      title="请企业补充材料"
      lead="企业会收到通知。等企业补充期间不计时，收到后接着计时。"
      label="需要补充什么"
      missing="请写明需要补充什么"
      action="发给企业"
      maxLength={500}
      templates={MATERIAL_TEMPLATES}
      send={({ requestId, words }) => askForMaterial({ consultationId: props.view.outline.id, requestId, text: words })}
      doneWords={() => '已请企业补充材料'}
    />
  )
}

/** The answer to an open item. */
export function AnswerSheet(props: SheetProps) {
  return (
    <WordsSheet
      {...props}
      name="consultation-answer"
      title="答复企业"
      lead="答复后由企业确认是否解决；没有解决会回到您这里。"
      label="答复内容"
      missing="请写明答复内容"
      action="发出答复"
      maxLength={1000}
      templates={ANSWER_TEMPLATES}
      send={({ requestId, words }) => answerItem({ consultationId: props.view.outline.id, requestId, words })}
      doneWords={() => '已答复，等企业确认'}
    />
  )
}

/** What nobody answers, with how it was tried to reach the enterprise. */
export function CloseUnansweredSheet(props: SheetProps) {
  return (
    <WordsSheet
      {...props}
      name="consultation-unanswered"
      title="按“未反馈”办结"
      lead="企业会收到通知，20 个工作日内可以重新打开。不计入已解决。"
      label="怎么联系过企业"
      missing="请写一句怎么联系过企业"
      action="办结"
      maxLength={200}
      templates={UNANSWERED_TEMPLATES}
      send={({ requestId, words }) => closeUnanswered({ consultationId: props.view.outline.id, requestId, words })}
      doneWords={() => '已按“未反馈”办结'}
    />
  )
}

/** The next step of an open item, and until when. */
export function PlanSheet(props: SheetProps) {
  return (
    <WordsSheet
      {...props}
      name="consultation-plan"
      title="安排下一步"
      lead="企业会看到下一步做什么、什么时候完成。"
      label="下一步"
      missing="请写明下一步做什么"
      action="定下来"
      maxLength={100}
      oneLine
      withDue
      templates={PLAN_TEMPLATES}
      send={({ requestId, words, dueDays }) =>
        planNextStep({ consultationId: props.view.outline.id, requestId, nextStep: words, dueDays })
      }
      doneWords={({ outline, now }) => `下一步已定：${dueWords(outline, now)}`}
    />
  )
}
