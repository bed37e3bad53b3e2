import Taro from '@tarojs/taro'
import { watchConnection } from './connection'

/** Whether what is loaded costs the person something: `mobile` is any network but wifi or a cable. */
export type ConnectionKind = 'free' | 'mobile' | 'none'

/** How the phone is connected. Never rejects: what cannot be told costs nothing. */
export async function connectionKind(): Promise<ConnectionKind> {
  try {
    const { networkType } = await Taro.getNetworkType()
    if (networkType === 'none') return 'none'
    return networkType === 'wifi' || networkType === 'unknown' ? 'free' : 'mobile'
  } catch (error) {
    console.info('kind of network unknown', error)
    return 'free'
  }
}

/** Calls back whenever the connection changes; answers how to stop. */
export const watchConnectionKind = (changed: () => void): (() => void) => watchConnection(changed)
