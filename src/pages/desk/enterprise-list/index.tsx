import { useRouter } from '@tarojs/taro'
import type { Contact } from '@/features/enterprise/components/desk/contact-facts'
import { ContactPanel } from '@/features/enterprise/components/desk/contact-panel'
import { useEnterpriseDesk, type Opened, type View } from '@/features/enterprise/components/desk/enterprise-desk'
import { EnterpriseForm } from '@/features/enterprise/components/desk/enterprise-form'
import { EnterprisePanel } from '@/features/enterprise/components/desk/enterprise-panel'
import { EnterpriseRows, WaitingRows } from '@/features/enterprise/components/desk/enterprise-rows'
import { DeskGate } from '@/features/member/components/desk-gate'
import { TWO_PANES, useWindow } from '@/lib/use-window'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { PageFrame } from '@/ui/page-frame'
import { EmptyState } from '@/ui/page-state'
import { SearchField } from '@/ui/search-field'
import { Segmented } from '@/ui/segmented'
import { Sheet } from '@/ui/sheet'

const TITLE = '企业管理'
const views: { value: View; words: string }[] = [
  { value: 'waiting', words: '待确认' },
  { value: 'withoutContact', words: '没有联络人' },
  { value: 'all', words: '全部企业' },
]
const titles: Record<Opened['is'], string> = { contact: '确认联络人', enterprise: '企业', new: '新增企业' }

/** Enterprises, and the people who speak for them or ask to. */
export default function EnterpriseListPage() {
  return (
    <DeskGate title={TITLE} only="staff">
      <Enterprises />
    </DeskGate>
  )
}

function Enterprises() {
  const desk = useEnterpriseDesk(useRouter().params['enterpriseId'])
  const panes = useWindow().width >= TWO_PANES
  const { view, opened, setOpened } = desk
  const panel = opened && <Panel opened={opened} onDone={desk.done} />
  const none = <EmptyState icon="flag" title="选一项查看" why="左边是申请和企业名单" />
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="hidden"
      side={panes ? <Card>{panel ?? none}</Card> : undefined}
      action={
        <Button icon="plus" onPress={() => setOpened({ is: 'new' })}>
          新增企业
        </Button>
      }
    >
      <Segmented label="看哪些企业" options={views} value={view} onChange={desk.choose} />
      <Rows desk={desk} />
      {!panes && opened && (
        <Sheet title={titles[opened.is]} onClose={() => setOpened(null)}>
          {panel}
        </Sheet>
      )}
    </PageFrame>
  )
}

const chosenIn = (opened: Opened | null): string | undefined => {
  if (opened?.is === 'contact') return `${opened.contact.enterpriseId}:${opened.contact.memberId}`
  return opened?.is === 'enterprise' ? opened.id : undefined
}

function Rows({ desk }: { desk: ReturnType<typeof useEnterpriseDesk> }) {
  const { view, words, setWords, opened, setOpened } = desk
  const chosen = chosenIn(opened)
  if (view === 'waiting') {
    const open = (contact: Contact) => setOpened({ is: 'contact', contact })
    return <WaitingRows list={desk.waiting} chosen={chosen} onOpen={open} />
  }
  const open = ({ id }: { id: string }) => setOpened({ is: 'enterprise', id })
  return (
    <>
      <SearchField label="搜企业名称或拼音" value={words} onChange={setWords} />
      <EnterpriseRows list={desk.managed} searched={words !== ''} chosen={chosen} onOpen={open} />
    </>
  )
}

function Panel({ opened, onDone }: { opened: Opened; onDone: (words: string) => void }) {
  if (opened.is === 'new') return <EnterpriseForm onSaved={onDone} />
  if (opened.is === 'enterprise') return <EnterprisePanel key={opened.id} enterpriseId={opened.id} onDone={onDone} />
  const { contact } = opened
  return <ContactPanel key={`${contact.enterpriseId}:${contact.memberId}`} contact={contact} onDone={onDone} />
}
