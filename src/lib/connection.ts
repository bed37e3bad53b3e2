import Taro from '@tarojs/taro'

/** Calls back whenever the phone's connection comes or goes; answers how to stop. */
export function watchConnection(changed: (connected: boolean) => void): () => void {
  const told = ({ isConnected }: { isConnected: boolean }) => changed(isConnected)
  Taro.onNetworkStatusChange(told)
  return () => Taro.offNetworkStatusChange(told)
}
