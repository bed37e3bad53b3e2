import type { ReactNode } from 'react'
import type { ItemOf, List, ListAction } from '@/lib/use-list'
import { LoadMore } from '@/ui/load-more'
import { Skeleton } from '@/ui/skeleton'
import { AsOf, CallFailed } from './call-state'

interface ListedProps<N extends ListAction> {
  of: List<N>
  skeleton?: ReactNode
  /** Why there is nothing, and the next step. */
  empty: ReactNode
  /** Words for the foot of a list that has been seen whole. */
  end?: string
  children: (items: readonly ItemOf<N>[]) => ReactNode
}

const footOf = <N extends ListAction>(list: List<N>) => {
  if (list.loadingMore) return 'working'
  if (!list.more) return 'end'
  return list.error ? 'failed' : 'more'
}

/** Shows an endless list in whatever state it is. */
export function Listed<N extends ListAction>({ of, skeleton, empty, end, children }: ListedProps<N>) {
  if (of.items.length === 0) {
    if (of.error) return <CallFailed error={of.error} onRetry={of.refresh} />
    return <>{of.loading ? (skeleton ?? <Skeleton shape="cards" />) : empty}</>
  }
  return (
    <>
      <AsOf at={of.asOf} error={of.error} />
      {children(of.items)}
      <LoadMore state={footOf(of)} onMore={of.loadMore} end={end} />
    </>
  )
}
