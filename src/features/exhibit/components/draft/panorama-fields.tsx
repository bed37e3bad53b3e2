import { Text, View } from '@tarojs/components'
import { faceLabels } from '@/domain/exhibit/labels'
import { FACES, MIN_FACE_SIDE, type Face, type HallId } from '@/domain/exhibit/rules'
import { Wrong } from '@/features/draft-parts'
import type { Uploads } from '@/features/use-uploads'
import { WaitingFiles } from '@/features/waiting-files'
import { pickPictures } from '@/lib/pick-file'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Picture } from '@/ui/picture'
import { Pressable } from '@/ui/pressable'
import { SectionTitle } from '@/ui/section-title'
import type { FormPanorama } from './exhibit-form'
import { PanoramaSpots } from './panorama-spots'
import type { SectionProps } from './section'
import './exhibit-draft.scss'

/** A queue for each of the six. */
export type FaceUploads = Record<Face, Uploads>

const NONE: FormPanorama = { faces: {}, spots: [] }

interface PanoramaFieldsProps extends SectionProps {
  hallId: HallId
  uploads: FaceUploads
}

/** The hall around the eye: six pictures, and what can be tapped in them. */
export function PanoramaFields({ form, problems, set, hallId, uploads }: PanoramaFieldsProps) {
  const panorama = form.panorama ?? NONE
  const put = (values: Partial<FormPanorama>) => set({ panorama: { ...panorama, ...values } })
  const whole = FACES.every((face) => panorama.faces[face])
  return (
    <View>
      <SectionTitle note="选填，六张正方形图片">全景</SectionTitle>
      <Card>
        <View className="exhibit-draft__faces">
          {FACES.map((face) => (
            <FaceField key={face} face={face} src={panorama.faces[face]?.url} uploads={uploads[face]} />
          ))}
        </View>
        {FACES.map((face) => (
          <WaitingFiles key={face} uploads={uploads[face]} />
        ))}
        <View className="exhibit-draft__note">
          站在厅中间向前、右、后、左、上、下各一张，边长 {MIN_FACE_SIDE} 像素以上
        </View>
        {form.panorama && (
          <View className="exhibit-draft__above">
            <Button icon="trash" onPress={() => set({ panorama: null })}>
              删除全景
            </Button>
          </View>
        )}
      </Card>
      {form.panorama && (
        <>
          <SectionTitle note="点开能去展项或相邻展厅">热点</SectionTitle>
          <PanoramaSpots panorama={panorama} hallId={hallId} whole={whole} onPut={(spots) => put({ spots })} />
          {problems.panorama && <Wrong words={problems.panorama} />}
        </>
      )}
    </View>
  )
}

function FaceField({ face, src, uploads }: { face: Face; src: string | undefined; uploads: Uploads }) {
  const name = `${faceLabels[face]}面`
  const pick = async () => uploads.add(await pickPictures(1))
  return (
    <View className="exhibit-draft__face">
      <Pressable label={`${src ? '换一张' : '添加'}${name}`} disabled={uploads.busy} onPress={() => void pick()}>
        <Picture src={src} alt={name} ratio={1} icon="plus" />
        <Text className="exhibit-draft__face-name">{name}</Text>
      </Pressable>
    </View>
  )
}
