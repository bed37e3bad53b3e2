import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { spoken } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { QrCanvas } from '@/ui/qr-canvas'
import type { CodeFace } from './desk-clock'
import { qrModules } from './qr-modules'
import './code-panel.scss'

export interface CodePanelProps {
  face: CodeFace
  /** Edge of the picture, in px. */
  side: number
  /** Why the code is not being renewed; null while it is. */
  trouble: string | null
}

/** The code of this moment as a picture and as digits, with what is left of its time; a cover once it is dead. */
export function CodePanel({ face, side, trouble }: CodePanelProps) {
  const matrix = useMemo(() => qrModules(face.text), [face.text])
  return (
    <View className="code-panel" style={{ width: `${side}px` }}>
      <View className="code-panel__picture" style={{ height: `${side}px` }}>
        {face.stale ? (
          <Cover trouble={trouble} />
        ) : (
          <QrCanvas id="desk-code" matrix={matrix} size={side} label="签到二维码" />
        )}
      </View>
      <View className="code-panel__time" {...spoken({ hidden: true })}>
        <View className="code-panel__left" style={{ transform: `scaleX(${face.stale ? 0 : face.remaining})` }} />
      </View>
      <Text className="code-panel__digits" {...spoken({ role: 'text', label: `签到数字 ${face.digits}` })}>
        {face.stale ? '---- ----' : face.digits}
      </Text>
      {trouble ? (
        <View className="code-panel__trouble" {...spoken({ role: 'alert' })}>
          <Icon name="offline" />
          <Text className="code-panel__trouble-words">{trouble}</Text>
        </View>
      ) : (
        <Text className="code-panel__hint">{hintOf(face)}</Text>
      )}
    </View>
  )
}

const hintOf = ({ stale, seconds }: CodeFace): string => {
  if (stale) return '正在取新的签到码'
  return seconds > 0 ? `扫码或输入数字签到，${seconds} 秒后更换` : '扫码或输入数字签到，正在更换'
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
