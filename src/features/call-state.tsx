import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ActionName } from '@/domain/contracts'
import { refusalWords } from '@/domain/labels'
import { sayWhen } from '@/domain/time'
import type { CallError } from '@/lib/call-error'
import { now } from '@/lib/clock'
import { to } from '@/lib/routes'
import type { Question } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { EmptyState, ErrorState, NotAllowed } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'

/** What to tell the person about a call that gave no answer. */
export const errorWords = (error: CallError): string => refusalWords(error.action, error.code, error.detail)

/** Errors that somebody has to look into; a plain refusal needs no number. */
const UNEXPECTED: readonly string[] = ['failed', 'busy', 'unknownAction']

/** What to quote when asking for help with an error; empty for a plain refusal. */
export const numberToQuote = (error: CallError): string => (UNEXPECTED.includes(error.code) ? error.requestId : '')

/** A failed call in place of the content: words, a retry where it can help, the request's number in small. */
export function CallFailed({ error, onRetry }: { error: CallError; onRetry: () => unknown }) {
  if (error.code === 'notAllowed') return <NotAllowed who={errorWords(error)} />
  if (error.code === 'notFound') {
    return (
      <EmptyState icon="search" title="打不开这个内容" why={errorWords(error)}>
        <Button onPress={() => to.home()}>回首页</Button>
      </EmptyState>
    )
  }
  const title = error.offline ? '网络不通' : undefined
  return <ErrorState title={title} words={errorWords(error)} requestId={numberToQuote(error)} onRetry={onRetry} />
}

/** Says from when the content is, while it could not be renewed. */
export function AsOf({ at, error }: { at: number | undefined; error: CallError | undefined }) {
  if (at === undefined || !error) return null
  return (
    <View className="as-of">
      <Notice tone="wait">以下是 {sayWhen(at, now())} 的内容，联网后会自动更新</Notice>
    </View>
  )
}

interface AskedProps<N extends ActionName> {
  of: Question<N>
  skeleton?: ReactNode
  children: (data: NonNullable<Question<N>['data']>) => ReactNode
}

/** Shows the answer to a question once it is here, an old one with its date, and until then the state it is in. */
export function Asked<N extends ActionName>({ of, skeleton = <Skeleton />, children }: AskedProps<N>) {
  if (of.data) {
    return (
      <>
        <AsOf at={of.asOf} error={of.error} />
        {children(of.data)}
      </>
    )
  }
  if (of.error) return <CallFailed error={of.error} onRetry={of.refresh} />
  return <>{skeleton}</>
}
