import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Picture } from '@/ui/picture'
import { Pressable } from '@/ui/pressable'
import { SectionTitle } from '@/ui/section-title'
import type { EventDetail } from '@/features/event-state'

/** An event's pictures; a tap shows them full, one after the other. */
export function Pictures({ pictures }: { pictures: EventDetail['pictures'] }) {
  if (pictures.length === 0) return null
  const urls = pictures.map(({ url }) => url)
  return (
    <>
      <SectionTitle note={`${pictures.length} 张`}>图片</SectionTitle>
      <View className="event-pictures">
        {pictures.map(({ name, url }) => (
          <Pressable
            key={url}
            className="event-pictures__item"
            label={`查看图片：${name}`}
            onPress={() => void Taro.previewImage({ urls, current: url })}
          >
            <Picture src={url} alt={name} ratio={4 / 3} icon="picture" />
          </Pressable>
        ))}
      </View>
    </>
  )
}
