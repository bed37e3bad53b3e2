import { useRouter } from '@tarojs/taro'
import { AskMessages } from '@/features/ask-messages'
import { Asked } from '@/features/call-state'
import { AskBar } from '@/features/consultation/components/ask/ask-bar'
import { AskForm } from '@/features/consultation/components/ask/ask-form'
import { Booked } from '@/features/consultation/components/ask/booked'
import { MoveForm } from '@/features/consultation/components/ask/move-form'
import { useAsking } from '@/features/consultation/components/ask/use-asking'
import { useMoving } from '@/features/consultation/components/ask/use-moving'
import { OfferNotice, WaitPanel } from '@/features/service/components/wait/wait-panel'
import { useWaits } from '@/features/service/components/wait/use-waits'
import { ChooseEnterprise, SpeakerGate } from '@/features/speaker-gate'
import { useListGestures } from '@/features/use-list-gestures'
import { useSpeaker, type Speaker } from '@/features/use-speaker'
import { useNow } from '@/lib/clock'
import type { BookServiceQuery } from '@/lib/routes'
import { useCall } from '@/lib/use-call'
import type { OutputFor } from '@/domain/contracts'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

/** What is worth a reminder once something is booked. */
const TOLD = ['reminder', 'progress'] as const

interface AskingForProps {
  enterpriseId: string
  speaker: Speaker
  query: BookServiceQuery
}

function AskingFor({ enterpriseId, speaker, query }: AskingForProps) {
  const asking = useAsking(enterpriseId, query)
  const waits = useWaits(enterpriseId)
  const now = useNow()
  useListGestures(asking.offer)
  const { form, hold, canChoose, booked, trouble, missing, book } = asking
  if (booked)
    return (
      <PageFrame title="预约咨询">
        <Booked view={booked} title="预约成功" now={now} messages={<AskMessages templates={TOLD} />} />
      </PageFrame>
    )
  const bar = (
    <AskBar
      hold={hold}
      now={now}
      words="确认预约"
      before={form.topic === '' ? '请先选咨询主题' : '请选一个时段'}
      trouble={trouble}
      missing={missing}
      busy={form.uploads.busy}
      onConfirm={book}
    />
  )
  return (
    <PageFrame title="预约咨询" action={canChoose && bar}>
      <ChooseEnterprise speaker={speaker} />
      <AskForm
        asking={asking}
        now={now}
        whenNone={(topic) => <WaitPanel topic={topic} waits={waits} now={now} />}
        offered={(topic) => <OfferNotice topic={topic} waits={waits} now={now} onOffer={hold.hold} />}
      />
    </PageFrame>
  )
}

function Asking({ query }: { query: BookServiceQuery }) {
  const speaker = useSpeaker(query.enterpriseId)
  const { enterpriseId } = speaker
  if (enterpriseId) return <AskingFor key={enterpriseId} enterpriseId={enterpriseId} speaker={speaker} query={query} />
  return (
    <PageFrame title="预约咨询">
      <SpeakerGate speaker={speaker} doing="预约咨询" />
    </PageFrame>
  )
}

function MovingTo({ outline }: { outline: OutputFor<'consultation.get'>['outline'] }) {
  const moving = useMoving(outline)
  const now = useNow()
  const { hold, moved, trouble, move } = moving
  if (moved)
    return (
      <PageFrame title="改约">
        <Booked view={moved} title="改约成功" now={now} messages={<AskMessages templates={TOLD} />} />
      </PageFrame>
    )
  const bar = <AskBar hold={hold} now={now} words="确认改约" before="请选一个时段" trouble={trouble} onConfirm={move} />
  return (
    <PageFrame title="改约" action={bar}>
      <MoveForm moving={moving} outline={outline} now={now} />
    </PageFrame>
  )
}

function Moving({ consultationId }: { consultationId: string }) {
  const view = useCall('consultation.get', { consultationId })
  if (view.data) return <MovingTo outline={view.data.outline} />
  return (
    <PageFrame title="改约">
      <Asked of={view} skeleton={<Skeleton shape="cards" />}>
        {() => null}
      </Asked>
    </PageFrame>
  )
}

/** Booking the service team, or moving a meeting to another slot. */
export default function BookServicePage() {
  const { params } = useRouter()
  // WeChat hands parameters over as they were encoded; of a slot's id that touches the colons alone.
  const query: BookServiceQuery = { ...params, slotId: params.slotId?.replace(/%3a/gi, ':') }
  return query.consultationId ? <Moving consultationId={query.consultationId} /> : <Asking query={query} />
}
