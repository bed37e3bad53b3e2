import { useOutreachDesk, type OutreachView } from '@/features/enterprise/components/outreach/outreach-desk'
import { PlanSheet } from '@/features/enterprise/components/outreach/plan-sheet'
import { UnmetList } from '@/features/enterprise/components/outreach/unmet-list'
import { VisitCard } from '@/features/enterprise/components/outreach/visit-card'
import { WriteUpSheet } from '@/features/enterprise/components/outreach/write-up-sheet'
import { Listed } from '@/features/listed'
import { OutreachExport } from '@/features/service-exports'
import { DeskGate, leadsTeam } from '@/features/member/components/desk-gate'
import { useNow } from '@/lib/clock'
import { useSession } from '@/lib/session'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import { EmptyState } from '@/ui/page-state'
import { Segmented } from '@/ui/segmented'

const TITLE = '企业走访'
const views: { value: OutreachView; words: string }[] = [
  { value: 'unmet', words: '待走访' },
  { value: 'planned', words: '已安排' },
  { value: 'done', words: '已走访' },
]

/** Enterprises that nobody has met for long, and the visits to them. */
export default function OutreachPage() {
  return (
    <DeskGate title={TITLE} only="team">
      <Outreach />
    </DeskGate>
  )
}

function Outreach() {
  const desk = useOutreachDesk()
  const { member } = useSession()
  const { view, step, setStep } = desk
  return (
    <PageFrame title={TITLE}>
      <Segmented label="看哪些走访" options={views} value={view} onChange={desk.setView} />
      {desk.wrong !== '' && <Notice tone="bad">{desk.wrong}</Notice>}
      {view === 'done' && <OutreachExport />}
      {view === 'unmet' ? (
        <UnmetList list={desk.unmet} onPlan={(enterprise) => setStep({ is: 'plan', enterprise })} />
      ) : (
        <Visits desk={desk} />
      )}
      {step?.is === 'plan' && (
        <PlanSheet enterprise={step.enterprise} self={member?.id} onClose={() => setStep(null)} onPlanned={desk.done} />
      )}
      {step?.is === 'write' && <WriteUpSheet visit={step.visit} onClose={() => setStep(null)} onWritten={desk.done} />}
      {desk.sheet}
    </PageFrame>
  )
}

const empties = {
  planned: { title: '没有安排好的走访', why: '在“待走访”里选一家企业安排' },
  done: { title: '还没有走访记录', why: '走访后在“已安排”里写记录' },
}

function Visits({ desk }: { desk: ReturnType<typeof useOutreachDesk> }) {
  const now = useNow()
  const arranges = leadsTeam(useSession().grants)
  const { title, why } = empties[desk.view === 'done' ? 'done' : 'planned']
  return (
    <Listed of={desk.visits} empty={<EmptyState icon="calendar" title={title} why={why} />}>
      {(items) =>
        items.map((visit) => (
          <VisitCard
            key={visit.id}
            visit={visit}
            arranges={arranges}
            now={now}
            onWriteUp={() => desk.setStep({ is: 'write', visit })}
            onCancel={() => desk.cancel(visit)}
          />
        ))
      }
    </Listed>
  )
}
