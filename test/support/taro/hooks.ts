import { useEffect, useRef } from 'react'
import { phone, type Listener } from './phone'

/** Subscribes the newest closure for as long as the component is mounted. */
function useEvent(event: string, listener: Listener) {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => phone.on(event, (...args) => latest.current(...args)), [event])
}

const eventHook = (event: string) => (listener: Listener) => useEvent(event, listener)

function useOnMount(listener: () => unknown) {
  const latest = useRef(listener)
  useEffect(() => void latest.current(), [])
}

export const useDidHide = eventHook('didHide')
export const usePullDownRefresh = eventHook('pullDownRefresh')
export const useReachBottom = eventHook('reachBottom')
export const usePageScroll = eventHook('pageScroll')
export const useShareAppMessage = eventHook('shareAppMessage')
export const useShareTimeline = eventHook('shareTimeline')
export const useAddToFavorites = eventHook('addToFavorites')
export const useTabItemTap = eventHook('tabItemTap')
export const useTitleClick = eventHook('titleClick')
export const useResize = eventHook('resize')
export const useError = eventHook('error')
export const useUnhandledRejection = eventHook('unhandledRejection')
export const usePageNotFound = eventHook('pageNotFound')

/** A page is shown once when it opens, and again after each `phone.fire('didShow')`. */
export function useDidShow(listener: Listener) {
  useOnMount(() => listener())
  useEvent('didShow', listener)
}

export const useLoad = (listener: Listener) => useOnMount(() => listener(phone.params))
export const useReady = (listener: Listener) => useOnMount(() => listener())
export const useLaunch = (listener: Listener) =>
  useOnMount(() => listener({ path: phone.path, query: phone.params, scene: 1001 }))

export function useUnload(listener: Listener) {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => () => void latest.current(), [])
}

export const useRouter = () => ({ path: `/${phone.path}`, params: phone.params })
