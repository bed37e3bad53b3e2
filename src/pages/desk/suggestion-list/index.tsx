import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { DeskGate } from '@/features/member/components/desk-gate'
import { AnswerSheet, SuggestionsToAnswer, type DeskSuggestion } from '@/features/member/components/suggestion-desk'
import { useList } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { PageFrame } from '@/ui/page-frame'
import { Segmented } from '@/ui/segmented'
import './index.scss'

const TITLE = '建议办理'
type Tab = 'open' | 'answered'
const views: { value: Tab; words: string }[] = [
  { value: 'open', words: '待答复' },
  { value: 'answered', words: '已答复' },
]

/** Complaints and suggestions, each with its next step. */
export default function SuggestionsPage() {
  return (
    <DeskGate title={TITLE} only="staff">
      <Suggestions />
    </DeskGate>
  )
}

function Suggestions() {
  const [view, setView] = useState<Tab>('open')
  const [answering, setAnswering] = useState<DeskSuggestion | null>(null)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const list = useList('member.suggestions', { open: view === 'open' })
  usePullRefresh(list.refresh)
  useReachBottom(() => void list.loadMore())
  return (
    <PageFrame title={TITLE}>
      <Segmented label="办理状态" options={views} value={view} onChange={setView} />
      <SuggestionsToAnswer list={list} open={view === 'open'} onAnswer={setAnswering} />
      {answering && (
        <AnswerSheet
          suggestion={answering}
          typed={typed[answering.id] ?? ''}
          onType={(words) => setTyped((all) => ({ ...all, [answering.id]: words }))}
          onClose={() => setAnswering(null)}
          onAnswered={() => {
            setAnswering(null)
            void Taro.showToast({ title: '已答复', icon: 'none' })
            void list.refresh()
          }}
        />
      )}
    </PageFrame>
  )
}
