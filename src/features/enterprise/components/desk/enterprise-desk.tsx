import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { useSettled } from '@/features/use-settled'
import { useList } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import type { Contact } from './contact-facts'

export type View = 'waiting' | 'withoutContact' | 'all'
/** What is open beside the list, or over it. */
export type Opened = { is: 'contact'; contact: Contact } | { is: 'enterprise'; id: string } | { is: 'new' }

/**
 * The register of enterprises as staff work through it: which list, what is open, and what was just done.
 *
 * @param enterpriseId one that is open from the beginning
 */
export function useEnterpriseDesk(enterpriseId: string | undefined) {
  const [view, setView] = useState<View>(enterpriseId === undefined ? 'waiting' : 'all')
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState<Opened | null>(
    enterpriseId === undefined ? null : { is: 'enterprise', id: enterpriseId },
  )
  const asked = useSettled(words.trim())
  const waiting = useList('enterprise.waiting', {}, { skip: view !== 'waiting' })
  const filter = view === 'withoutContact' ? 'withoutContact' : 'all'
  const managed = useList('enterprise.managed', { filter, words: asked }, { skip: view === 'waiting' })
  const list = view === 'waiting' ? waiting : managed
  usePullRefresh(list.refresh)
  useReachBottom(() => void list.loadMore())

  const choose = (next: View) => {
    setView(next)
    setOpened(null)
  }
  /** What was decided about one who waited leaves nothing open; an enterprise stays. */
  const done = (said: string) => {
    void Taro.showToast({ title: said, icon: 'none' })
    if (opened?.is !== 'enterprise') setOpened(null)
    void list.refresh()
  }
  return { view, choose, words, setWords, opened, setOpened, waiting, managed, done }
}
