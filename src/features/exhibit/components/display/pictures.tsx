import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useSmallPicture } from '@/lib/small-pictures'
import { useSteadyAddress } from '@/lib/steady-address'
import { useConnection } from '@/lib/use-connection'
import { spoken } from '@/ui/a11y'
import { Picture } from '@/ui/picture'
import { Pressable } from '@/ui/pressable'
import { SectionTitle } from '@/ui/section-title'
import { sizeWords, type ExhibitView } from '../exhibit-words'
import './pictures.scss'

type Shown = ExhibitView['pictures'][number]

const largeOf = ({ file, small }: Shown): string => file.url || small.url

/** The small picture at once, from this phone where it is kept; the large one where it costs nothing. */
function useBest(picture: Shown) {
  const small = useSmallPicture(picture.small.url)
  const large = useSteadyAddress(picture.file.url)
  const free = useConnection() === 'free'
  const src = free && large !== '' ? large : small
  return { src, waiting: src === '' && picture.small.url !== '' }
}

function costWords({ file }: Shown, mobile: boolean): string {
  return mobile && file.url !== '' && file.size > 0 ? `点开看大图，约 ${sizeWords(file.size)}` : ''
}

interface OneProps {
  picture: Shown
  all: readonly Shown[]
  ratio: number
}

/** A picture to enlarge, with what is to be seen on it below in words. */
function One({ picture, all, ratio }: OneProps) {
  const { src, waiting } = useBest(picture)
  const mobile = useConnection() === 'mobile'
  const there = largeOf(picture) !== ''
  const cost = costWords(picture, mobile)
  const drawn = (
    <Picture src={src} alt={picture.alt} ratio={ratio} icon="picture" missing="图片暂缺" waiting={waiting} />
  )
  const look = () =>
    void Taro.previewImage({ urls: all.map(largeOf).filter((url) => url !== ''), current: largeOf(picture) })
  return (
    <View className="exhibit-picture">
      {there ? (
        <Pressable label={`查看大图：${picture.alt}`} onPress={look}>
          {drawn}
        </Pressable>
      ) : (
        drawn
      )}
      <Text className="exhibit-picture__words" {...spoken({ hidden: true })}>
        {picture.alt}
      </Text>
      {cost && <Text className="exhibit-picture__words">{cost}</Text>}
    </View>
  )
}

/** A picture's own shape, within what a page can bear. */
const ratioOf = ({ width, height }: Shown): number =>
  width > 0 && height > 0 ? Math.min(2.4, Math.max(0.8, width / height)) : 4 / 3

/** The first picture, at the head of the page. */
export function Cover({ pictures }: { pictures: readonly Shown[] }) {
  const [first] = pictures
  return first ? <One picture={first} all={pictures} ratio={ratioOf(first)} /> : null
}

/** The pictures after the first. */
export function MorePictures({ pictures }: { pictures: readonly Shown[] }) {
  const more = pictures.slice(1)
  if (more.length === 0) return null
  return (
    <>
      <SectionTitle note={`${more.length} 张`}>更多图片</SectionTitle>
      {more.map((picture) => (
        <One key={picture.file.key || picture.alt} picture={picture} all={pictures} ratio={ratioOf(picture)} />
      ))}
    </>
  )
}
