import { useRouter } from '@tarojs/taro'
import { CallFailed } from '@/features/call-state'
import { ItemActions } from '@/features/consultation/components/desk/item/item-actions'
import { ItemBody, ItemQuestion } from '@/features/consultation/components/desk/item/item-body'
import { ItemHead } from '@/features/consultation/components/desk/item/item-head'
import { SilenceNotice } from '@/features/consultation/components/desk/item/silence-notice'
import { useItemView } from '@/features/consultation/components/desk/item/use-item-view'
import { useItemDesk } from '@/features/consultation/components/desk/item/use-item'
import type { ConsultationView } from '@/features/consultation/components/talk/talk-model'
import { Refused } from '@/features/desk-state'
import { DeskGate } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { PageFrame } from '@/ui/page-frame'
import { NotAllowed } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '咨询事项'

/** One question of an enterprise, as the team works on it. */
export default function ConsultationItemPage() {
  return (
    <DeskGate title={TITLE} only="team">
      <Opening />
    </DeskGate>
  )
}

function Opening() {
  const { consultationId = '' } = useRouter<{ consultationId?: string }>().params
  const { item, view, put } = useItemView(consultationId)
  if (view) return <Item view={view} onView={put} />
  return (
    <PageFrame title={TITLE}>
      {item.error?.code === 'notAllowed' ? (
        <NotAllowed who="这件事只有负责人、队长和企业能看" how="需要了解时请联系队长" />
      ) : item.error ? (
        <CallFailed error={item.error} onRetry={item.refresh} />
      ) : (
        <Skeleton shape="detail" />
      )}
    </PageFrame>
  )
}

function Item({ view, onView }: { view: ConsultationView; onView: (view: ConsultationView) => void }) {
  const desk = useItemDesk(view, onView)
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="before"
      action={desk.action}
      side={
        <>
          <ItemHead view={view} />
          <SilenceNotice view={view} />
          <ItemQuestion view={view} />
          {desk.refused && <Refused error={desk.refused} />}
          <ItemActions view={view} desk={desk} />
          <GuidanceLink view={view} />
        </>
      }
    >
      <ItemBody view={view} onView={onView} />
      {desk.sheet}
    </PageFrame>
  )
}

/** On to the guidance that it is, or to one that begins with it: whoever is responsible leads it. */
function GuidanceLink({ view: { outline, side } }: { view: ConsultationView }) {
  const { id, mode, enterprise, teamId } = outline
  if (mode === 'oneToOne')
    return (
      <Card flush>
        <ListRow icon="growth" title="一对一指导" note="阶段、清单和会面" onPress={() => to.deskGuidance(id)} />
      </Card>
    )
  if ((side !== 'owner' && side !== 'leader') || outline.state === 'cancelled') return null
  const begin = { consultationId: id, teamId, enterpriseId: enterprise.id, enterpriseName: enterprise.name }
  return (
    <Card flush>
      <ListRow
        icon="growth"
        title="开始一对一指导"
        note="项目申报要多次会面时用"
        onPress={() => to.deskGuidances(begin)}
      />
    </Card>
  )
}
