import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { lookOf, type DeviceAngles } from '@/lib/device-look'
import { watchDeviceTurn } from '@/lib/device-turn'
import type { Turner } from '@/ui/turner'
import { wrapYaw, type Look } from '@/ui/turning'

/** How far the phone has turned since it last told; the room begins where it stands, and a finger may turn it as well. */
function turnsOf(turner: Turner): (angles: DeviceAngles) => void {
  let before: Look | undefined
  return (angles) => {
    const look = lookOf(angles)
    if (before) turner.turnBy({ yaw: wrapYaw(look.yaw - before.yaw), pitch: look.pitch - before.pitch })
    before = look
  }
}

/** Lets the room turn with the phone, from a tap on, for as long as the page is seen. */
export function useFollow(turner: Turner) {
  const [follows, setFollows] = useState<'off' | 'on' | 'impossible'>('off')
  const stop = useRef<(() => void) | null>(null)
  const end = useCallback(() => {
    stop.current?.()
    stop.current = null
    setFollows((was) => (was === 'on' ? 'off' : was))
  }, [])
  useEffect(() => () => stop.current?.(), [])
  useDidHide(end)

  const toggle = async () => {
    if (stop.current) return end()
    turner.hold()
    stop.current = await watchDeviceTurn(turnsOf(turner))
    setFollows(stop.current ? 'on' : 'impossible')
  }
  return { follows, toggle }
}
