import type { List, ListAction } from '@/lib/use-list'
import { LoadMore } from '@/ui/load-more'

/** The foot of a list that comes in pages; nothing under a list that fits on one. */
export function ListFoot<N extends ListAction>({ list }: { list: List<N> }) {
  if (!list.more) return null
  const state = list.loadingMore ? 'working' : list.error ? 'failed' : 'more'
  return <LoadMore state={state} onMore={list.loadMore} />
}
