import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { wantsNoMotion } from '@/lib/depth'
import { useConnection } from '@/lib/use-connection'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Card } from '@/ui/card'
import { Cube } from '@/ui/cube'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import { Spinner } from '@/ui/spinner'
import { createTurner } from '@/ui/turner'
import { sizeWords } from '../exhibit-words'
import type { Panorama as PanoramaData } from '../hall/hall-words'
import { spotOf } from './spots'
import { TurnButtons } from './turn-buttons'
import { facesSize, useFaces } from './use-faces'
import './panorama.scss'

interface PanoramaProps {
  panorama: PanoramaData
  title: string
  /** The plan, which serves equally. */
  onPlan: () => void
}

/** The same spots as a list: for the keyboard, for a screen reader, and to see what there is. */
function SpotList({ spots }: { spots: readonly ReturnType<typeof spotOf>[] }) {
  if (spots.length === 0) return null
  return (
    <>
      <SectionTitle note="也可以在全景里点开">这里能看到</SectionTitle>
      <Card flush>
        {spots.map(({ key, label, icon, onPress }) => (
          <ListRow key={key} icon={icon} title={label} onPress={onPress} />
        ))}
      </Card>
    </>
  )
}

function Room({ panorama, title, onPlan }: PanoramaProps) {
  const turner = useMemo(() => createTurner({ calm: wantsNoMotion() }), [])
  const { sources, tries, whole, failed, again, onFaceLoad, onFaceError } = useFaces(panorama)
  const spots = useMemo(() => panorama.spots.map(spotOf), [panorama.spots])
  return (
    <>
      <View className="panorama">
        <Cube
          key={tries}
          sources={sources}
          spots={spots}
          turner={turner}
          label={`${title}的 360° 全景，可以用方向键转动`}
          onFaceLoad={onFaceLoad}
          onFaceError={onFaceError}
        />
        {!whole && !failed && (
          <View className="panorama__coming">
            <Spinner />
            <View className="panorama__words">全景正在载入</View>
          </View>
        )}
      </View>
      {failed && (
        <Notice
          tone="wait"
          title="全景没有载完"
          action={
            <ButtonRow>
              <Button onPress={again}>重新载入</Button>
              <Button onPress={onPlan}>看平面图</Button>
            </ButtonRow>
          }
        >
          可能是网络不稳，平面图里也能看到全部展项
        </Notice>
      )}
      <TurnButtons turner={turner} />
      <SpotList spots={spots} />
    </>
  )
}

/** A hall around the eye. Says its size before it loads over mobile data, and leads to the plan where it cannot load. */
export function Panorama(props: PanoramaProps) {
  const connection = useConnection()
  const [wanted, setWanted] = useState(false)
  // Once it stands it stays, whatever becomes of the network.
  useEffect(() => {
    if (connection === 'free') setWanted(true)
  }, [connection])
  if (connection === 'mobile' && !wanted) {
    return (
      <Notice
        title={`全景约 ${sizeWords(facesSize(props.panorama))}，正在使用移动数据`}
        action={
          <ButtonRow>
            <Button onPress={() => setWanted(true)}>加载</Button>
            <Button onPress={props.onPlan}>看平面图</Button>
          </ButtonRow>
        }
      >
        平面图里也能看到全部展项，不用另外加载
      </Notice>
    )
  }
  if (connection === 'none' && !wanted) {
    return (
      <Notice tone="wait" title="现在没有网络，全景打不开" action={<Button onPress={props.onPlan}>看平面图</Button>}>
        平面图和列表里的文字、小图已存在手机里
      </Notice>
    )
  }
  return connection === undefined && !wanted ? <View className="panorama panorama--waiting" /> : <Room {...props} />
}
