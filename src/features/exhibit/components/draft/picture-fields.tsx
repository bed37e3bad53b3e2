import { View } from '@tarojs/components'
import { MIN_PICTURE_WIDTH } from '@/domain/exhibit/rules'
import { Wrong } from '@/features/draft-parts'
import type { Uploads } from '@/features/use-uploads'
import { WaitingFiles } from '@/features/waiting-files'
import { pickPictures } from '@/lib/pick-file'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Picture } from '@/ui/picture'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { LENGTHS, MAX_PICTURES } from './exhibit-check'
import type { FormPicture } from './exhibit-form'
import type { SectionProps } from './section'
import './exhibit-draft.scss'

const keyOf = ({ file }: FormPicture): string => ('key' in file ? file.key : file.ticketId)

/** The same list with the one at this place moved by one. */
const moved = <T,>(all: readonly T[], at: number, by: 1 | -1): T[] => {
  const next = [...all]
  const [one] = next.splice(at, 1)
  if (one !== undefined) next.splice(at + by, 0, one)
  return next
}

/** Pictures, each with the words for people who do not see it. */
export function PictureFields({ form, problems, set, uploads }: SectionProps & { uploads: Uploads }) {
  const { pictures } = form
  const left = MAX_PICTURES - pictures.length - uploads.waiting.length
  const add = async () => uploads.add(await pickPictures(left))
  const put = (at: number, alt: string) =>
    set({ pictures: pictures.map((picture, place) => (place === at ? { ...picture, alt } : picture)) })
  return (
    <View>
      <SectionTitle note={`最多 ${MAX_PICTURES} 张，第一张用在列表里`}>图片</SectionTitle>
      <Card>
        {pictures.map((picture, at) => (
          <PictureRow
            key={keyOf(picture)}
            picture={picture}
            at={at}
            last={at === pictures.length - 1}
            onAlt={(alt) => put(at, alt)}
            onMove={(by) => set({ pictures: moved(pictures, at, by) })}
            onDrop={() => set({ pictures: pictures.filter((other) => other !== picture) })}
          />
        ))}
        <WaitingFiles uploads={uploads} />
        {problems.pictures && <Wrong words={problems.pictures} />}
        <Button icon="picture" disabled={left <= 0} onPress={add}>
          添加图片
        </Button>
        <View className="exhibit-draft__note">
          宽 {MIN_PICTURE_WIDTH} 像素以上的 JPG、PNG 或 WebP，上传前会自动缩小到手机需要的大小
        </View>
      </Card>
    </View>
  )
}

interface PictureRowProps {
  picture: FormPicture
  at: number
  last: boolean
  onAlt: (alt: string) => void
  onMove: (by: 1 | -1) => void
  onDrop: () => void
}

function PictureRow({ picture, at, last, onAlt, onMove, onDrop }: PictureRowProps) {
  const name = `第 ${at + 1} 张图片`
  const broken = picture.file.url === ''
  return (
    <View className="exhibit-draft__picture">
      <Picture src={picture.file.url} alt={picture.alt || name} ratio={16 / 9} icon="picture" />
      {broken && <Wrong words="这张图片打不开，请删除后重新上传" />}
      <View className="exhibit-draft__tools">
        {!(at === 0 && last) && (
          <>
            <Button compact icon="up" label={`${name}上移`} disabled={at === 0} onPress={() => onMove(-1)}>
              上移
            </Button>
            <Button compact icon="down" label={`${name}下移`} disabled={last} onPress={() => onMove(1)}>
              下移
            </Button>
          </>
        )}
        <Button compact icon="trash" label={`删除${name}`} onPress={onDrop}>
          删除
        </Button>
      </View>
      <TextField
        kind="lines"
        label={`${name}的文字说明`}
        placeholder="例如：讲解员在园区沙盘前介绍规划"
        hint={picture.alt.trim() ? undefined : '必填，读给看不见图片的人听'}
        maxLength={LENGTHS.alt}
        value={picture.alt}
        onChange={onAlt}
      />
    </View>
  )
}
