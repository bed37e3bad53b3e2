import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'

/** The gestures of a page that is one list: pulling down asks again, reaching the end fetches the next part. */
export function useListGestures(list: { refresh: () => Promise<void>; loadMore?: () => Promise<void> }): void {
  usePullDownRefresh(() => {
    void list.refresh().then(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    void list.loadMore?.()
  })
}
