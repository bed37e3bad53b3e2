import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Asks everything on the page again when it is pulled down, and lets go when all has answered. */
export function usePullRefresh(...refreshes: readonly (() => Promise<void>)[]): void {
  usePullDownRefresh(() => {
    void Promise.all(refreshes.map((refresh) => refresh())).finally(() => Taro.stopPullDownRefresh())
  })
}
