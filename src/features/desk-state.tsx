import { refusalWords } from '@/domain/labels'
import type { CallError } from '@/lib/call-error'
import type { List, ListAction } from '@/lib/use-list'
import { LoadMore } from '@/ui/load-more'
import { Notice } from '@/ui/notice'
import { ErrorState, NotAllowed } from '@/ui/page-state'

const WHO = '工作台供支部书记和党委工作人员使用'
const HOW = '如果这项工作由您负责，请联系党委工作人员授予权限'

/** A page's state after its question failed: who can, where it is not for this person; words and a retry otherwise. */
export function CallFailed({ error, onRetry }: { error: CallError; onRetry: () => unknown }) {
  if (error.code === 'notAllowed' || error.code === 'notBound') return <NotAllowed who={WHO} how={HOW} />
  return (
    <ErrorState
      words={refusalWords(error.action, error.code, error.detail)}
      requestId={error.requestId}
      onRetry={onRetry}
    />
  )
}

/** The words of a refused action, where it was tried. */
export function Refused({ error, words }: { error: CallError; words?: string }) {
  return (
    <Notice tone="bad">
      {words ?? refusalWords(error.action, error.code, error.detail)}
      {error.code === 'failed' && error.requestId ? `（请求编号 ${error.requestId}）` : ''}
    </Notice>
  )
}

/** The foot of a list that comes in pages; nothing under a list that fits on one. */
export function ListFoot<N extends ListAction>({ list }: { list: List<N> }) {
  if (!list.more) return null
  const state = list.loadingMore ? 'working' : list.error ? 'failed' : 'more'
  return <LoadMore state={state} onMore={list.loadMore} />
}
