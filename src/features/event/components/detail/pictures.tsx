import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Picture } from '@/ui/picture'
import { Pressable } from '@/ui/pressable'
import { SectionTitle } from '@/ui/section-title'
import type { EventDetail } from '@/features/event-state'

type Shown = EventDetail['pictures']

const look = (pictures: Shown, current: string) =>
  void Taro.previewImage({ urls: pictures.map(({ url }) => url), current })

/** The first picture, across the head of the page; a tap shows all of them full. */
export function Cover({ pictures }: { pictures: Shown }) {
  const [first] = pictures
  if (!first) return null
  return (
    <Pressable className="event-cover" label={`查看图片：${first.name}`} onPress={() => look(pictures, first.url)}>
      <Picture src={first.url} alt={first.name} ratio={2} icon="picture" />
    </Pressable>
  )
}

/** The pictures after the first, which is the cover; a tap shows them full, one after the other. */
export function MorePictures({ pictures }: { pictures: Shown }) {
  const more = pictures.slice(1)
  if (more.length === 0) return null
  return (
    <>
      <SectionTitle note={`${more.length} 张`}>更多图片</SectionTitle>
      <View className="event-pictures">
        {more.map(({ name, url }) => (
          <Pressable
            key={url}
            className="event-pictures__item"
            label={`查看图片：${name}`}
            onPress={() => look(pictures, url)}
          >
            <Picture src={url} alt={name} ratio={4 / 3} icon="picture" />
          </Pressable>
        ))}
      </View>
    </>
  )
}
