import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { spoken } from './a11y'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './title-bar.scss'

/** The bar that a browser lacks and WeChat draws itself: the page's name and the way back. */
export function TitleBar({ title, root }: { title?: string; root?: boolean }) {
  useDidShow(() => {
    if (title) void Taro.setNavigationBarTitle({ title })
  })
  if (!title || root) return null
  return (
    <View className="title-bar">
      <View className="title-bar__inner">
        <Pressable className="title-bar__back" label="返回" onPress={back}>
          <Icon name="back" />
        </Pressable>
        <Text className="title-bar__title" {...spoken({ role: 'heading', level: 1 })}>
          {title}
        </Text>
      </View>
    </View>
  )
}

/** A page opened by its address alone has nothing behind it: then back leads to where the app begins. */
function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.reLaunch({ url: '/' })
}
