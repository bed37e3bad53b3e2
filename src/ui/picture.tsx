import { Image, Text, View } from '@tarojs/components'
import { useState, type CSSProperties } from 'react'
import { spoken } from './a11y'
import { Icon, type IconName } from './icon'
import './picture.scss'

export interface PictureProps {
  src?: string
  /** What is to be seen; empty when the picture says nothing that the words beside it do not say. */
  alt: string
  /** Width by height: 16 / 9 by default. */
  ratio?: number
  /** Drawn on warm paper where there is no picture, or it did not come. */
  icon?: IconName
  /** Words below the drawing, where the picture itself would say something. */
  missing?: string
  /** The address is still being found: nothing is missing yet. */
  waiting?: boolean
}

/** The browser's own picture inside Taro's element: what it shows is said by the frame around it. */
const silent = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : {}

/** A picture that keeps its place while it comes, and leaves a quiet drawing where it does not. */
export function Picture({ src, alt, ratio = 16 / 9, icon = 'hall', missing, waiting }: PictureProps) {
  const [failed, setFailed] = useState<string>()
  const style: CSSProperties = { paddingTop: `${(100 / ratio).toFixed(3)}%` }
  const shown = src !== undefined && src !== '' && failed !== src
  return (
    <View className="picture" style={style} {...spoken(alt ? { role: 'img', label: alt } : { hidden: true })}>
      <View className="picture__rest">
        <Icon name={icon} size="large" />
        {missing && !shown && !waiting && <Text className="picture__missing">{missing}</Text>}
      </View>
      {shown && (
        <Image
          className="picture__image"
          src={src}
          mode="aspectFill"
          lazyLoad
          onError={() => setFailed(src)}
          {...silent}
        />
      )}
    </View>
  )
}
