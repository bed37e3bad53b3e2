import { refusalWords } from '@/domain/labels'
import type { CallError } from '@/lib/call-error'
import { replaceWith } from '@/lib/routes'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { PageFrame } from '@/ui/page-frame'
import { FindExhibit } from './find-exhibit'
import { useExhibitScan } from './use-exhibit-scan'

/** There is no such exhibit, or none that is shown: other ways help, trying again does not. */
export const isUnknown = (error: CallError | undefined): boolean =>
  error?.code === 'numberUnknown' || error?.code === 'notFound'

const whyOf = (error: CallError | undefined, numbered: boolean): string => {
  if (error?.code === 'notFound') return '它可能已经撤下，看看其他展项'
  if (error || numbered) return refusalWords('exhibit.get', 'numberUnknown')
  return '链接里没有展项编号，请扫墙上的码或输入编号'
}

interface UnknownExhibitProps {
  error: CallError | undefined
  /** Somebody gave a number, be it one that no exhibit can have. */
  numbered: boolean
}

/** In place of an exhibit that is not there: why, and every other way to one. */
export function UnknownExhibit({ error, numbered }: UnknownExhibitProps) {
  const open = (number: string) => void replaceWith('display', { number })
  const { begin, words, scanner } = useExhibitScan(open)
  return (
    <PageFrame
      title="展项"
      action={
        <Button id="main-action" kind="main" icon="scan" onPress={begin}>
          扫墙上的码
        </Button>
      }
    >
      <FindExhibit onNumber={open} words={words}>
        <EmptyState icon="search" title="没有找到这个展项" why={whyOf(error, numbered)} />
      </FindExhibit>
      {scanner}
    </PageFrame>
  )
}
