import { useState } from 'react'
import { suggestionKindLabels } from '@/domain/member/labels'
import { SUGGESTION_KINDS } from '@/domain/member/rules'
import { MySuggestions } from '@/features/member/components/my-suggestions'
import { useSuggestion, type SuggestionDraft } from '@/features/member/components/use-suggestion'
import { useListGestures } from '@/features/use-list-gestures'
import { useList } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import { Segmented } from '@/ui/segmented'
import { TextField } from '@/ui/text-field'
import './index.scss'

const VIEWS = [
  { value: 'write', words: '写意见' },
  { value: 'sent', words: '我提过的' },
] as const
const KINDS = SUGGESTION_KINDS.map((kind) => ({ value: kind, words: suggestionKindLabels[kind] })).reverse()

function Write({ draft }: { draft: SuggestionDraft }) {
  const { form, change, problem } = draft
  return (
    <>
      <Choice label="类型" options={KINDS} value={form.kind} onChange={(kind) => change({ kind })} />
      <TextField
        kind="lines"
        label="您的意见"
        value={form.text}
        onChange={(text) => change({ text })}
        placeholder="发生了什么，或希望怎样改进"
        maxLength={500}
      />
      <TextField
        label="联系方式"
        optional
        value={form.contact}
        onChange={(contact) => change({ contact })}
        hint="需要进一步了解情况时使用，不填也会答复在这里"
        maxLength={50}
      />
      {problem && <Notice tone="bad">{problem}</Notice>}
    </>
  )
}

/** Complaints and suggestions: write one, and see the answers. */
export default function SuggestPage() {
  const [view, setView] = useState<'write' | 'sent'>('write')
  const [sent, setSent] = useState(false)
  const list = useList('member.mySuggestions', {})
  const draft = useSuggestion(() => {
    setView('sent')
    setSent(true)
    void list.refresh()
  })
  useListGestures(list)
  const send = (
    <Button kind="main" onPress={draft.send}>
      发送
    </Button>
  )
  return (
    <PageFrame title="投诉与建议" action={view === 'write' && send}>
      <Segmented label="查看" options={VIEWS} value={view} onChange={setView} />
      {view === 'sent' && sent && <Notice tone="good">已收到，答复会显示在这里</Notice>}
      {view === 'write' ? <Write draft={draft} /> : <MySuggestions list={list} />}
    </PageFrame>
  )
}
