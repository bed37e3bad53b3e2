import Taro from '@tarojs/taro'

/** Calls back whenever the phone's connection comes or goes. */
export function watchConnection(changed: (connected: boolean) => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => changed(isConnected))
}
