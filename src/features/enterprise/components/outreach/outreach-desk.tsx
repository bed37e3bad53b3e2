import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { errorWords } from '@/features/call-state'
import { CallError } from '@/lib/call-error'
import { useList } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { useConfirm } from '@/ui/use-confirm'
import { cancelVisit } from '../../api'
import type { Unmet } from './unmet-list'
import { visitDay, type Visit } from './visit-card'

export type OutreachView = 'unmet' | 'planned' | 'done'
export type OutreachStep = { is: 'plan'; enterprise: Unmet } | { is: 'write'; visit: Visit }

/** The work of visiting: which list, what is being planned or written, and what was just done. */
export function useOutreachDesk() {
  const [view, setView] = useState<OutreachView>('unmet')
  const [step, setStep] = useState<OutreachStep | null>(null)
  const [wrong, setWrong] = useState('')
  const { ask, sheet } = useConfirm()
  const unmet = useList('enterprise.unmet', {}, { skip: view !== 'unmet' })
  const state = view === 'done' ? 'done' : 'planned'
  const visits = useList('enterprise.visits', { state }, { skip: view === 'unmet' })
  const list = view === 'unmet' ? unmet : visits
  usePullRefresh(list.refresh)
  useReachBottom(() => void list.loadMore())

  const done = (words: string) => {
    setStep(null)
    setWrong('')
    void Taro.showToast({ title: words, icon: 'none' })
    void list.refresh()
  }
  const cancel = async ({ id, enterpriseName, day, byName }: Visit) => {
    const words = `${visitDay(day)}由${byName}走访${enterpriseName}的安排会取消，企业回到待走访名单。`
    if (!(await ask({ title: '取消走访', words, yes: '取消走访', danger: true }))) return
    try {
      await cancelVisit(id)
      done('已取消走访')
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setWrong(errorWords(error))
      await list.refresh()
    }
  }
  return { view, setView, step, setStep, wrong, unmet, visits, sheet, done, cancel }
}
