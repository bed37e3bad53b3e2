import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionName, InputFor, OutputFor } from '@/domain/contracts'
import { CallError } from './call-error'
import { call } from './cloud'
import { keepAnswer, keptAnswer, questionKey } from './kept-answers'
import { useWhenBack } from './use-call'

/** Actions that answer page by page. */
export type ListAction = {
  [N in ActionName]: OutputFor<N> extends { items: readonly unknown[]; nextCursor: string | null } ? N : never
}[ActionName]
export type ItemOf<N extends ListAction> = OutputFor<N> extends { items: (infer Item)[] } ? Item : never
type PageOf<N extends ListAction> = OutputFor<N> & { items: ItemOf<N>[]; nextCursor: string | null }

/** What a page knows of an endless list. */
export interface List<N extends ListAction> {
  items: readonly ItemOf<N>[]
  /** The newest first page as it came, for what it carries besides items. */
  first: OutputFor<N> | undefined
  error: CallError | undefined
  /** Nothing to show yet and no error. */
  loading: boolean
  refreshing: boolean
  loadingMore: boolean
  /** There is a further page. */
  more: boolean
  /** Set while the items are older than the last try. */
  asOf: number | undefined
  refresh: () => Promise<void>
  /** Fetches the next page, when there is one and none is on its way. Never throws. */
  loadMore: () => Promise<void>
}

interface Known<N extends ListAction> {
  key: string
  pages: PageOf<N>[]
  at?: number
  fresh: boolean
  error?: CallError
  busy: 'refresh' | 'more' | undefined
}

const begin = <N extends ListAction>(key: string, keepIt: boolean): Known<N> => {
  const old = keepIt ? keptAnswer<N>(key) : undefined
  return { key, pages: old ? [old.data as PageOf<N>] : [], at: old?.at, fresh: false, busy: 'refresh' }
}

/**
 * An endless list of one action: the first page at once, more on demand, the first page again when the page is shown
 * again or the network returns. Answers to a question that is no longer asked are dropped.
 * @param input without the cursor
 */
export function useList<N extends ListAction>(
  action: N,
  input: Omit<InputFor<N>, 'cursor'>,
  options: { keep?: boolean; skip?: boolean } = {},
): List<N> {
  const { keep: keepIt = false, skip = false } = options
  const key = questionKey(action, input)
  const [known, setKnown] = useState<Known<N>>(() => begin(key, keepIt))
  const asking = useRef({ key, input })
  asking.current = { key, input }
  const underWay = useRef<string | undefined>(undefined)

  const fetchPage = useCallback(
    async (busy: 'refresh' | 'more', cursor: string | null) => {
      if (skip || underWay.current === key) return
      underWay.current = key
      setKnown((was) => (was.key === key ? { ...was, busy } : begin(key, keepIt)))
      const isCurrent = () => asking.current.key === key
      try {
        const page = (await call(action, { ...asking.current.input, cursor } as InputFor<N>)) as PageOf<N>
        if (keepIt && busy === 'refresh') keepAnswer<N>(key, { data: page, at: Date.now() })
        if (isCurrent()) setKnown((was) => taken(was, key, busy, page))
      } catch (error) {
        if (!(error instanceof CallError)) throw error
        if (isCurrent()) setKnown((was) => ({ ...was, key, error, fresh: false, busy: undefined }))
      } finally {
        if (underWay.current === key) underWay.current = undefined
      }
    },
    [action, key, keepIt, skip],
  )

  const refresh = useCallback(() => fetchPage('refresh', null), [fetchPage])
  useEffect(() => void refresh(), [refresh])
  useWhenBack(refresh, known.error)
  const shown = known.key === key ? known : begin<N>(key, keepIt)
  const cursor = shown.pages.at(-1)?.nextCursor ?? null
  const loadMore = useCallback(async () => {
    if (cursor !== null) await fetchPage('more', cursor)
  }, [cursor, fetchPage])
  return { ...viewOf(shown, skip), more: cursor !== null, refresh, loadMore }
}

const taken = <N extends ListAction>(
  was: Known<N>,
  key: string,
  busy: 'refresh' | 'more',
  page: PageOf<N>,
): Known<N> => ({
  key,
  pages: busy === 'more' ? [...was.pages, page] : [page],
  at: Date.now(),
  fresh: true,
  busy: undefined,
})

const viewOf = <N extends ListAction>({ pages, error, at, fresh, busy }: Known<N>, skip: boolean) => ({
  items: pages.flatMap((page) => page.items),
  first: pages[0],
  error,
  loading: pages.length === 0 && !error,
  refreshing: busy === 'refresh' && !skip,
  loadingMore: busy === 'more',
  asOf: pages.length > 0 && !fresh ? at : undefined,
})
