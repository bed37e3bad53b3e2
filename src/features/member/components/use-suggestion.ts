import { useRef, useState } from 'react'
import type { SuggestionKind } from '@/domain/member/rules'
import { errorWords } from '@/features/call-state'
import { CallError } from '@/lib/call-error'
import { newRequestId } from '@/lib/request-id'
import { forget, keep, kept } from '@/lib/storage'
import { suggest } from '../api'

const DRAFT = 'suggestion'

interface Form {
  kind: SuggestionKind
  text: string
  contact: string
}

const EMPTY: Form = { kind: 'suggestion', text: '', contact: '' }
const drafted = (): Form => {
  const draft = kept(DRAFT)
  return typeof draft === 'object' && draft !== null ? { ...EMPTY, ...draft } : EMPTY
}

/** One complaint or suggestion being written; what was typed survives leaving the page. */
export function useSuggestion(onSent: () => void) {
  const [form, setForm] = useState<Form>(drafted)
  const [problem, setProblem] = useState<string>()
  const intention = useRef(newRequestId())

  const change = (part: Partial<Form>) => {
    const next = { ...form, ...part }
    setForm(next)
    setProblem(undefined)
    keep(DRAFT, next)
  }
  const send = async () => {
    if (form.text.trim() === '') return setProblem('请先写下您的意见')
    try {
      await suggest({ requestId: intention.current, ...form })
      intention.current = newRequestId()
      forget(DRAFT)
      setForm(EMPTY)
      onSent()
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setProblem(errorWords(error))
    }
  }
  return { form, change, send, problem }
}

export type SuggestionDraft = ReturnType<typeof useSuggestion>
