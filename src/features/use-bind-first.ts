import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { to } from '@/lib/routes'
import { refreshSession } from '@/lib/session'

/**
 * Binding is a page of its own: whoever comes back bound goes on with what they held in hand.
 * @param goOn what they wanted to do
 * @param stayed when they came back without
 */
export function useBindFirst(goOn: () => unknown, stayed: () => unknown = () => undefined): () => Promise<void> {
  const away = useRef(false)
  useDidShow(() => {
    if (!away.current) return
    away.current = false
    void refreshSession().then(({ member }) => (member ? goOn() : stayed()))
  })
  return async () => {
    away.current = true
    await to.bind()
  }
}
