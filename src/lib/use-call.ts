import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionName, InputFor, OutputFor } from '@/domain/contracts'
import { CallError } from './call-error'
import { call } from './cloud'
import { keepAnswer, keptAnswer, questionKey } from './kept-answers'
import { useOnline } from './network'

/** What a page knows of one question to the server. */
export interface Question<N extends ActionName> {
  /** The answer, possibly an old one: see `asOf`. */
  data: OutputFor<N> | undefined
  /** Why the last try gave none. Stands beside old data when there is some. */
  error: CallError | undefined
  /** True while there is neither an answer nor an error. */
  loading: boolean
  /** True while a try is under way, data or not. */
  refreshing: boolean
  /** Set while the data is older than the last try, because that failed or is still under way: when it was true, in milliseconds. */
  asOf: number | undefined
  /** Asks again; resolves when there is an answer or an error. Never throws. */
  refresh: () => Promise<void>
  /** Puts in what another call has just answered. */
  put: (data: OutputFor<N>) => void
}

export interface CallOptions {
  /** Keeps the last answer on the phone, for pages that must open without a network. */
  keep?: boolean
  /** Does not ask yet. */
  skip?: boolean
}

interface Known<N extends ActionName> {
  key: string
  data?: OutputFor<N>
  /** When the server said `data`. */
  at?: number
  fresh: boolean
  error?: CallError
  refreshing: boolean
}

const asCallError = (error: unknown): CallError => {
  if (error instanceof CallError) return error
  throw error
}

const begin = <N extends ActionName>(key: string, keepIt: boolean): Known<N> => {
  const old = keepIt ? keptAnswer<N>(key) : undefined
  return { key, data: old?.data, at: old?.at, fresh: false, refreshing: true }
}

/**
 * Asks the server for as long as the page lives: at once, again when it is shown again, and again when the network
 * returns after it failed. An answer to a question that is no longer asked is dropped.
 */
export function useCall<N extends ActionName>(action: N, input: InputFor<N>, options: CallOptions = {}): Question<N> {
  const { keep: keepIt = false, skip = false } = options
  const key = questionKey(action, input)
  const [known, setKnown] = useState<Known<N>>(() => begin(key, keepIt))
  const latest = useRef({ key, input })
  latest.current = { key, input }
  const underWay = useRef<string | undefined>(undefined)

  const put = useCallback(
    (data: OutputFor<N>) => {
      const at = Date.now()
      if (keepIt) keepAnswer<N>(key, { data, at })
      setKnown({ key, data, at, fresh: true, refreshing: false })
    },
    [key, keepIt],
  )
  const refresh = useCallback(async () => {
    if (skip || underWay.current === key) return
    underWay.current = key
    setKnown((was) => (was.key === key ? { ...was, refreshing: true } : begin(key, keepIt)))
    try {
      const data = await call(action, latest.current.input)
      if (latest.current.key === key) put(data)
    } catch (thrown) {
      const error = asCallError(thrown)
      if (latest.current.key === key) setKnown((was) => ({ ...was, key, error, fresh: false, refreshing: false }))
    } finally {
      if (underWay.current === key) underWay.current = undefined
    }
  }, [action, key, keepIt, put, skip])

  useEffect(() => void refresh(), [refresh])
  useWhenBack(refresh, known.error)
  return { ...viewOf(known.key === key ? known : begin<N>(key, keepIt), skip), refresh, put }
}

const viewOf = <N extends ActionName>({ data, error, at, fresh, refreshing }: Known<N>, skip: boolean) => ({
  data,
  error,
  loading: !data && !error,
  refreshing: refreshing && !skip,
  asOf: data && !fresh ? at : undefined,
})

const RETRY_FROM_MS = 5_000
const RETRY_UP_TO_MS = 60_000
const BACK_AGAIN_MS = 1_000

/** Asks again when the page is shown again, when the network returns, and, while it failed for want of one, ever more seldom. */
export function useWhenBack(refresh: () => Promise<void>, error: CallError | undefined): void {
  const online = useOnline()
  const shown = useRef(true)
  const wait = useRef(RETRY_FROM_MS)

  useDidShow(() => {
    shown.current = true
    void refresh()
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (!error?.offline) {
      wait.current = RETRY_FROM_MS
      return
    }
    const delay = online ? BACK_AGAIN_MS : wait.current
    wait.current = Math.min(RETRY_UP_TO_MS, wait.current * 2)
    const timer = setTimeout(() => shown.current && void refresh(), delay)
    return () => clearTimeout(timer)
  }, [error, online, refresh])
}
