import { useReachBottom } from '@tarojs/taro'
import { useRef } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { checkInWindow, manualDecision } from '@/domain/event/rules'
import { refusalWords } from '@/domain/labels'
import { useCall, type Question } from '@/lib/use-call'
import { useList, type List } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import type { Counts } from './roster-head'
import type { RosterState } from './roster-list'

type Detail = OutputFor<'event.get'>

export interface Roster {
  event: Question<'event.get'>
  list: List<'event.roster'>
  /** Of all states, also while another section is on its way. */
  counts: Counts | undefined
  /** Whether the desk has something to show now or soon. */
  deskOpens: boolean
  /** Whether somebody's presence may be recorded by hand now. */
  recordable: boolean
  /** Why it may not; null where it may, or nothing is known yet. */
  refusedWords: string | null
}

const words = (event: Detail, now: number): string | null => {
  const refused = manualDecision(event, now)
  return refused && refusalWords('event.recordAttendance', refused, { at: event.checkIn.opensAt, now })
}

/** An event's roster in one state, with its counts and what can be done. */
export function useRoster(eventId: string, state: RosterState): Roster {
  const event = useCall('event.get', { eventId })
  const list = useList('event.roster', { eventId, state })
  const counts = useRef<Counts>()
  counts.current = list.first?.counts ?? counts.current
  usePullRefresh(list.refresh, event.refresh)
  useReachBottom(() => void list.loadMore())
  const now = Date.now()
  const refusedWords = event.data ? words(event.data, now) : null
  const deskRefusal = event.data && checkInWindow(event.data, now)
  return {
    event,
    list,
    counts: counts.current,
    deskOpens: deskRefusal === null || deskRefusal === 'notOpenYet',
    recordable: event.data !== undefined && refusedWords === null,
    refusedWords,
  }
}
