import Taro from '@tarojs/taro'
import { cell } from './cell'
import { keep, kept } from './storage'

const LARGE_TYPE = 'large-type'

const largeType = cell<boolean | undefined>(undefined)

/** Whether this person reads in large type (长辈版), and the switch for it. */
export function useLargeType(): [on: boolean, choose: (on: boolean) => void] {
  if (largeType.get() === undefined) largeType.set(kept(LARGE_TYPE) === true)
  return [largeType.use() === true, chooseLargeType]
}

function chooseLargeType(on: boolean): void {
  largeType.set(on)
  keep(LARGE_TYPE, on)
}

/** WeChat's own font setting in px; nothing in the browser, where the browser's own zoom does it. */
export function systemFontSize(): number | undefined {
  if (process.env.TARO_ENV !== 'weapp') return undefined
  // WeChat answers with it since 2.23; Taro's type does not know it yet.
  const info: ReturnType<typeof Taro.getAppBaseInfo> & { fontSizeSetting?: number } = Taro.getAppBaseInfo()
  return info.fontSizeSetting
}
