import { useState } from 'react'
import type { EventKind } from '@/domain/event/rules'
import type { Branch } from '@/features/branch-picker'
import { useSettled } from '@/features/use-settled'

export type When = 'upcoming' | 'past' | 'month'

/** What a person narrows the event list by; `input` is what the server is asked, words only once the typing rests. */
export function useEventFilter() {
  const [when, setWhen] = useState<When>('upcoming')
  const [kind, setKind] = useState<EventKind | 'all'>('all')
  const [branch, setBranch] = useState<Branch>()
  const [words, setWords] = useState('')
  const settled = useSettled(words.trim())
  const clear = () => {
    setKind('all')
    setBranch(undefined)
    setWords('')
  }
  return {
    ...{ when, setWhen, kind, setKind, branch, setBranch, words, setWords, clear },
    narrowed: kind !== 'all' || branch !== undefined || settled !== '',
    input: { kind: kind === 'all' ? undefined : kind, branchId: branch?.id, words: settled },
  }
}

export type EventFilter = ReturnType<typeof useEventFilter>
