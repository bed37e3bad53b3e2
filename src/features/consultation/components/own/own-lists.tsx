import { Listed } from '@/features/listed'
import { to } from '@/lib/routes'
import { useList, type List } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { OwnRow } from './own-row'

type Mine = List<'consultation.mine'>

/** What an enterprise has asked: what is open, and what is done; the end of the first leads on to the second. */
export function useOwnLists(enterpriseId: string) {
  const skip = enterpriseId === ''
  const open = useList('consultation.mine', { enterpriseId, closed: false }, { keep: true, skip })
  const closed = useList('consultation.mine', { enterpriseId, closed: true }, { skip })
  const refresh = async () => {
    await Promise.all([open.refresh(), closed.refresh()])
  }
  return { open, closed, refresh, loadMore: () => (open.more ? open.loadMore() : closed.loadMore()) }
}

const Rows = ({ items, now }: { items: Mine['items']; now: number }) => (
  <Card flush>
    {items.map((outline) => (
      <OwnRow key={outline.id} outline={outline} now={now} />
    ))}
  </Card>
)

interface OwnListsProps {
  enterpriseId: string
  open: Mine
  closed: Mine
  now: number
}

/** What is open first, by what comes next; below it what is done. */
export function OwnLists({ enterpriseId, open, closed, now }: OwnListsProps) {
  const nothing = (
    <EmptyState icon="chat" title="没有进行中的咨询" why="选好主题和时段，就有人当面解答并跟到办结">
      <Button kind="main" onPress={() => to.bookService({ enterpriseId })}>
        预约咨询
      </Button>
      <Button icon="flask" onPress={() => to.askGuidance({ enterpriseId })}>
        申请一对一指导
      </Button>
    </EmptyState>
  )
  return (
    <>
      <SectionTitle>进行中</SectionTitle>
      <Listed of={open} empty={nothing}>
        {(items) => <Rows items={items} now={now} />}
      </Listed>
      {closed.items.length > 0 && (
        <>
          <SectionTitle>已结束</SectionTitle>
          <Listed of={closed} empty={null}>
            {(items) => <Rows items={items} now={now} />}
          </Listed>
        </>
      )}
    </>
  )
}
