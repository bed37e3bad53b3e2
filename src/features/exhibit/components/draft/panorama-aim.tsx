import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { FACES } from '@/domain/exhibit/rules'
import { Button } from '@/ui/button'
import { Cube, type CubeFace, type CubeSpot } from '@/ui/cube'
import { createTurner } from '@/ui/turner'
import { numberOf, type FormPanorama, type SpotTo } from './exhibit-form'
import './exhibit-draft.scss'

interface PanoramaAimProps {
  panorama: FormPanorama
  titleOf: (to: SpotTo) => string
  /** Which spot is being placed. */
  aimed: number
  onAim: (look: { yaw: number; pitch: number }) => void
}

const nothing = () => undefined

/** The room itself: turned until the place is in the middle, which then becomes the spot's. */
export function PanoramaAim({ panorama, titleOf, aimed, onAim }: PanoramaAimProps) {
  const turner = useMemo(() => createTurner(), [])
  const { faces, spots } = panorama
  const addresses = FACES.map((face) => faces[face]?.url ?? '').join(' ')
  const sources = useMemo(() => {
    const urls = addresses.split(' ')
    return Object.fromEntries(FACES.map((face, at) => [face, urls[at] ?? ''])) as Record<CubeFace, string>
  }, [addresses])
  const shown: CubeSpot[] = spots.map(({ yaw, pitch, to }, at) => ({
    key: String(at),
    yaw: numberOf(yaw) || 0,
    pitch: numberOf(pitch) || 0,
    words: 'number' in to ? to.number : titleOf(to),
    label: titleOf(to),
    icon: at === aimed ? 'check' : 'eye',
    onPress: nothing,
  }))
  const spot = spots[aimed]
  if (!spot) return null
  const aim = () => {
    const { yaw, pitch } = turner.look()
    onAim({ yaw: Math.round(yaw), pitch: Math.round(pitch) })
  }
  return (
    <View className="exhibit-draft__aim">
      <View className="exhibit-draft__room">
        <Cube
          sources={sources}
          spots={shown}
          turner={turner}
          label="转动全景，把热点的位置转到正中"
          onFaceLoad={nothing}
          onFaceError={nothing}
        />
        <View className="exhibit-draft__cross" />
      </View>
      <Text className="exhibit-draft__note">{`转动全景，把位置对准正中的圆圈，再点下面的按钮`}</Text>
      <View className="exhibit-draft__above">
        <Button kind="quiet" icon="place" onPress={aim}>
          {`用当前视角：${titleOf(spot.to)}`}
        </Button>
      </View>
    </View>
  )
}
