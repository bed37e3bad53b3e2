import { useEffect, useRef } from 'react'
import { scan } from '@/lib/scan'

export interface ScannerProps {
  /** What is scanned for: 扫码签到. */
  name: string
  /** What to point the camera at. */
  aim: string
  /** What to do without a camera: 输入屏幕上的 8 位数字. */
  instead: string
  onText: (text: string) => void
  /** Closed without a code; `words` says why, when it was not the person's own wish. */
  onClose: (words?: string) => void
}

/** WeChat's own scanner: it covers everything, so there is nothing to draw. */
export function Scanner(props: ScannerProps) {
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    void scan().then((scanned) => {
      if ('text' in scanned) return latest.current.onText(scanned.text)
      const refused = scanned.closed === 'privacyRefused'
      latest.current.onClose(refused ? `没有同意使用相机，可以改为${latest.current.instead}` : undefined)
    })
  }, [])
  return null
}
