import { View } from '@tarojs/components'
import { useState } from 'react'
import { hallLabels } from '@/domain/exhibit/labels'
import { HALL_IDS, type HallId } from '@/domain/exhibit/rules'
import { CallFailed } from '@/features/desk-state'
import { Remove } from '@/features/draft-parts'
import { useList, type List } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { TextField } from '@/ui/text-field'
import { MAX_SPOTS } from './exhibit-check'
import type { FormPanorama, FormSpot, SpotTo } from './exhibit-form'
import { PanoramaAim } from './panorama-aim'
import './exhibit-draft.scss'

type Displays = List<'exhibit.managed'>

interface PanoramaSpotsProps {
  panorama: FormPanorama
  hallId: HallId
  /** Whether all six faces are there, so that one can turn around in it. */
  whole: boolean
  onPut: (spots: FormSpot[]) => void
}

/** What can be tapped in the room, and where it stands. */
export function PanoramaSpots({ panorama, hallId, whole, onPut }: PanoramaSpotsProps) {
  const { spots } = panorama
  const [choosing, setChoosing] = useState(false)
  const [aimed, setAimed] = useState(0)
  const displays = useList('exhibit.managed', { kind: 'display', hallId })
  const titleOf = (to: SpotTo): string => {
    if ('hallId' in to) return `去${hallLabels[to.hallId]}`
    const title = displays.items.find(({ number }) => number === to.number)?.title
    return title ? `${to.number} ${title}` : `${to.number} 号展项`
  }
  const put = (at: number, values: Partial<FormSpot>) =>
    onPut(spots.map((spot, place) => (place === at ? { ...spot, ...values } : spot)))
  const add = (to: SpotTo) => {
    setAimed(spots.length)
    onPut([...spots, { yaw: '0', pitch: '0', to }])
    setChoosing(false)
  }
  return (
    <Card>
      {whole && spots.length > 0 && (
        <PanoramaAim
          panorama={panorama}
          titleOf={titleOf}
          aimed={aimed}
          onAim={({ yaw, pitch }) => put(aimed, { yaw: String(yaw), pitch: String(pitch) })}
        />
      )}
      {spots.map((spot, at) => (
        <SpotRow
          key={at}
          spot={spot}
          title={titleOf(spot.to)}
          onAim={whole && at !== aimed ? () => setAimed(at) : undefined}
          onPut={(values) => put(at, values)}
          onDrop={() => onPut(spots.filter((_, place) => place !== at))}
        />
      ))}
      <Button icon="plus" disabled={spots.length >= MAX_SPOTS} onPress={() => setChoosing(true)}>
        添加热点
      </Button>
      {choosing && <TargetSheet hallId={hallId} displays={displays} onPick={add} onClose={() => setChoosing(false)} />}
    </Card>
  )
}

interface SpotRowProps {
  spot: FormSpot
  title: string
  onAim: (() => void) | undefined
  onPut: (values: Partial<FormSpot>) => void
  onDrop: () => void
}

function SpotRow({ spot, title, onAim, onPut, onDrop }: SpotRowProps) {
  return (
    <View className="exhibit-draft__item">
      <View className="exhibit-draft__item-head">
        <View className="exhibit-draft__name">{title}</View>
        <Remove label={`删除热点：${title}`} onPress={onDrop} />
      </View>
      <View className="exhibit-draft__pair">
        <TextField label="水平角" unit="°" maxLength={6} value={spot.yaw} onChange={(yaw) => onPut({ yaw })} />
        <TextField label="俯仰角" unit="°" maxLength={6} value={spot.pitch} onChange={(pitch) => onPut({ pitch })} />
      </View>
      {onAim && (
        <View className="exhibit-draft__file">
          <Button label={`在全景里调整：${title}`} onPress={onAim}>
            在全景里调整
          </Button>
        </View>
      )}
    </View>
  )
}

interface TargetSheetProps {
  hallId: HallId
  displays: Displays
  onPick: (to: SpotTo) => void
  onClose: () => void
}

function TargetSheet({ hallId, displays, onPick, onClose }: TargetSheetProps) {
  return (
    <Sheet title="热点通向哪里" onClose={onClose}>
      <SectionTitle>本厅展项</SectionTitle>
      {displays.loading && <Skeleton />}
      {displays.items.length === 0 && displays.error && (
        <CallFailed error={displays.error} onRetry={displays.refresh} />
      )}
      <Card flush>
        {displays.items
          .filter(({ number }) => number !== '')
          .map(({ id, number, title }) => (
            <ListRow key={id} title={`${number} ${title}`} onPress={() => onPick({ number })} />
          ))}
      </Card>
      <SectionTitle>其他展厅</SectionTitle>
      <Card flush>
        {HALL_IDS.filter((id) => id !== hallId).map((id) => (
          <ListRow key={id} title={hallLabels[id]} onPress={() => onPick({ hallId: id })} />
        ))}
      </Card>
    </Sheet>
  )
}
