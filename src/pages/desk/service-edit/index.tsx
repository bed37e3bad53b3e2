import Taro, { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { CallFailed } from '@/features/call-state'
import { DeskGate } from '@/features/member/components/desk-gate'
import { DayClosed, NoTeam } from '@/features/service/components/desk/edit/day-closed'
import { dayDraft, type DayDraft, type DayDraftState } from '@/features/service/components/desk/edit/day-draft'
import { useDayEditor } from '@/features/service/components/desk/edit/day-editor'
import { newDayForm, type DayForm } from '@/features/service/components/desk/edit/day-form'
import { DayPublished } from '@/features/service/components/desk/edit/day-published'
import { useDayDeeds } from '@/features/service/components/desk/edit/use-day-deeds'
import { useBlankDay } from '@/features/service/components/desk/edit/use-blank-day'
import { useDraft } from '@/features/use-draft'
import { back, replaceWith } from '@/lib/routes'
import { useSession, type Session } from '@/lib/session'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '编辑服务日'
type Query = { serviceDayId?: string; copyOf?: string }

/** Planning, changing and publishing a service day. */
export default function ServiceEditPage() {
  return (
    <DeskGate title={TITLE} only="leaders">
      <Opening />
    </DeskGate>
  )
}

const teamLed = (grants: Session['grants']): string =>
  grants.find(({ role, scope }) => role === 'teamLeader' && scope === 'team')?.scopeId ?? ''

/** What a new day begins with has to be known first. */
function Opening() {
  const { serviceDayId = '', copyOf = '' } = useRouter<Query>().params
  const { grants } = useSession()
  const team = teamLed(grants)
  const { form: blank, nobody, failed, retry } = useBlankDay(serviceDayId ? '' : copyOf, team)
  if (serviceDayId || blank) {
    return <Opened id={serviceDayId} copyOf={copyOf} blank={blank ?? newDayForm(Date.now(), team)} />
  }
  return (
    <PageFrame title={TITLE}>
      {nobody ? <NoTeam /> : failed ? <CallFailed error={failed} onRetry={retry} /> : <Skeleton shape="detail" />}
    </PageFrame>
  )
}

function Opened({ id, copyOf, blank }: { id: string; copyOf: string; blank: DayForm }) {
  const kind = useMemo(() => dayDraft(copyOf), [copyOf])
  const draft = useDraft(kind, id, () => blank)
  if (draft.state) return <Editing draft={draft} state={draft.state} />
  return (
    <PageFrame title={TITLE}>
      {draft.failed ? <CallFailed error={draft.failed} onRetry={draft.reopen} /> : <Skeleton shape="detail" />}
    </PageFrame>
  )
}

const say = (title: string) => void Taro.showToast({ title, icon: 'none' })
const showTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })

function Editing({ draft, state }: { draft: DayDraft; state: DayDraftState }) {
  const [published, setPublished] = useState(false)
  const opened = useRouter<Query>().params.serviceDayId
  const { thing: day } = state
  const editor = useDayEditor(draft, state, {
    saved: () => say('已保存'),
    published: () => setPublished(true),
    wrong: showTop,
  })
  const deeds = useDayDeeds(draft, state, {
    changed: (id, words) => {
      say(words)
      // A day that was made on this page is not yet in its address: to open that again would be to begin another.
      if (opened === id) draft.reopen()
      else void replaceWith('serviceEdit', { serviceDayId: id })
    },
    discarded: () => void back(),
  })
  if (published && day) {
    return (
      <PageFrame title={TITLE}>
        <DayPublished day={day} onBack={() => setPublished(false)} />
      </PageFrame>
    )
  }
  const closed = day?.state === 'cancelled' ? day : null
  return (
    <PageFrame title={day ? TITLE : '新建服务日'} action={closed ? undefined : editor.action} side={deeds.side}>
      {closed ? <DayClosed day={closed} /> : editor.form}
      {editor.sheet}
      {deeds.sheet}
    </PageFrame>
  )
}
