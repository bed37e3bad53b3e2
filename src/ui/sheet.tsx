import { Text, View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import { spoken } from './a11y'
import { takeFocus } from './focus'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './sheet.scss'

export interface SheetProps {
  title: string
  onClose: () => void
  /** Buttons at the foot. */
  action?: ReactNode
  children?: ReactNode
}

const ID = 'sheet'

/** A sheet over the page: from below on a phone, in the middle of a wide screen. One at a time, inside the page's frame. */
export function Sheet({ title, onClose, action, children }: SheetProps) {
  useEffect(() => takeFocus(ID), [])
  const escape = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: '-1', onKeyDown: closeOn(onClose) }
  return (
    <View className="sheet" catchMove>
      <View className="sheet__shade" onClick={onClose} />
      <View id={ID} className="sheet__panel" {...spoken({ role: 'dialog', label: title, modal: true })} {...escape}>
        <View className="sheet__head">
          <Text className="sheet__title" {...spoken({ role: 'heading', level: 2 })}>
            {title}
          </Text>
          <Pressable className="sheet__close" label="关闭" onPress={onClose}>
            <Icon name="close" />
          </Pressable>
        </View>
        <View className="sheet__body">{children}</View>
        {action && <View className="sheet__action">{action}</View>}
      </View>
    </View>
  )
}

const closeOn = (onClose: () => void) => (event: { key: string }) => {
  if (event.key === 'Escape') onClose()
}
