import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { hallLabels } from '@/domain/exhibit/labels'
import type { HallId } from '@/domain/exhibit/rules'
import { Asked } from '@/features/call-state'
import { HallStory } from '@/features/exhibit/components/hall/hall-story'
import { HallView } from '@/features/exhibit/components/hall/hall-view'
import { hallIdOf, nextHall } from '@/features/exhibit/components/hall/hall-words'
import { Neighbours } from '@/features/exhibit/components/hall/neighbours'
import { useHallView, wholePanorama } from '@/features/exhibit/components/hall/use-hall-view'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { address, replaceWith, to } from '@/lib/routes'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'

function Hall({ hallId, asked }: { hallId: HallId; asked: string | undefined }) {
  const hall = useCall('exhibit.hall', { hallId }, { keep: true })
  const { viewFor, choose } = useHallView(asked)
  const { data } = hall
  usePullRefresh(hall.refresh)
  useShareAppMessage(() => ({ title: data?.hall.title ?? hallLabels[hallId], path: address('hall', { hallId }) }))
  const next = nextHall(hallId, data?.neighbours ?? [])
  return (
    <PageFrame
      title="展厅"
      side={
        data && (
          <>
            <HallStory hall={data.hall} />
            <Neighbours hallId={hallId} neighbours={data.neighbours} />
          </>
        )
      }
      action={
        <Button kind="main" icon="right" onPress={() => replaceWith('hall', { hallId: next.id })}>
          {`下一展厅：${next.title}`}
        </Button>
      }
    >
      <Asked of={hall} skeleton={<Skeleton shape="detail" />}>
        {(found) => (
          <HallView hallId={hallId} answer={found} view={viewFor(wholePanorama(found.panorama))} onView={choose} />
        )}
      </Asked>
    </PageFrame>
  )
}

/** One of the eight halls: a room to turn around in, a plan and a list, and what it tells. */
export default function ExhibitHallPage() {
  const { hallId: given, view } = useRouter().params
  const hallId = hallIdOf(given)
  if (hallId) return <Hall hallId={hallId} asked={view} />
  return (
    <PageFrame title="展厅">
      <EmptyState icon="hall" title="没有这个展厅" why="请从展馆的平面图或列表里选一个">
        <Button onPress={() => to.halls()}>看展馆</Button>
      </EmptyState>
    </PageFrame>
  )
}
