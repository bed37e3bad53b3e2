import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { spoken } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { QrCanvas } from '@/ui/qr-canvas'
import type { CodeFace } from './live-clock'
import { qrModules } from './qr-modules'
import './code-panel.scss'

/** How a changing code is spoken of: `签到` names it (签到码), `签到` or `登记到访` is what people do with it. */
export interface CodeWords {
  name: string
  doing: string
}

export interface CodePanelProps {
  face: CodeFace
  words: CodeWords
  /** Edge of the picture, in px. */
  side: number
  /** Why the code is not being renewed; null while it is. */
  trouble: string | null
}

/** The code of this moment as a picture and as digits, with what is left of its time; a cover once it is dead. */
export function CodePanel({ face, words, side, trouble }: CodePanelProps) {
  const matrix = useMemo(() => qrModules(face.text), [face.text])
  return (
    <View className="code-panel" style={{ width: `${side}px` }}>
      <View className="code-panel__picture" style={{ height: `${side}px` }}>
        {face.stale ? (
          <Cover trouble={trouble} />
        ) : (
          <QrCanvas id="desk-code" matrix={matrix} size={side} label={`${words.name}二维码`} />
        )}
      </View>
      <View className="code-panel__time" {...spoken({ hidden: true })}>
        <View className="code-panel__left" style={{ transform: `scaleX(${face.stale ? 0 : face.remaining})` }} />
      </View>
      <Text
        className="code-panel__digits"
        {...spoken({ role: 'text', label: face.stale ? '数字已失效' : `${words.name}数字 ${face.digits}` })}
      >
        {face.stale ? '---- ----' : face.digits}
      </Text>
      {trouble ? (
        <View className="code-panel__trouble" {...spoken({ role: 'alert' })}>
          <Icon name="offline" />
          <Text className="code-panel__trouble-words">{trouble}</Text>
        </View>
      ) : (
        <Text className="code-panel__hint">{hintOf(face, words)}</Text>
      )}
    </View>
  )
}

const hintOf = ({ stale, seconds }: CodeFace, { name, doing }: CodeWords): string => {
  if (stale) return `正在取新的${name}码`
  return `扫码或输入数字${doing}，${seconds > 0 ? `${seconds} 秒后更换` : '正在更换'}`
}

function Cover({ trouble }: { trouble: string | null }) {
  return (
    <View className="code-panel__cover" {...spoken({ role: 'status' })}>
      <Icon name="lock" size="large" />
      <Text className="code-panel__cover-words">旧码已失效，请稍等新码</Text>
      {trouble && <Text className="code-panel__cover-note">网络恢复后会自动显示</Text>}
    </View>
  )
}
