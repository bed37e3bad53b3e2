import type { ReactNode } from 'react'
import { ErrorState, NotAllowed } from './page-state'
import { Skeleton } from './skeleton'

/** What a page asked for: on its way, here, failed with words for people, or not for this person. */
export type Loadable<Value> =
  | { status: 'loading' }
  | { status: 'ready'; data: Value }
  | { status: 'failed'; words?: string; requestId?: string }
  | { status: 'notAllowed'; who: string; how?: string }

export interface LoadedProps<Value> {
  of: Loadable<Value>
  /** The outline of what comes; rows by default. */
  skeleton?: ReactNode
  onRetry?: () => unknown
  children: (data: Value) => ReactNode
}

/** Shows what was asked for once it is here, and until then the state it is in. */
export function Loaded<Value>({ of, skeleton = <Skeleton />, onRetry, children }: LoadedProps<Value>) {
  if (of.status === 'loading') return <>{skeleton}</>
  if (of.status === 'failed') return <ErrorState words={of.words} requestId={of.requestId} onRetry={onRetry} />
  if (of.status === 'notAllowed') return <NotAllowed who={of.who} how={of.how} />
  return <>{children(of.data)}</>
}
