/**
 * `@tarojs/taro` for the pages ring: WeChat's side of the API, answered by the `phone` of the test. An API that is not here is undefined,
 * so that a page which needs one fails at the line that uses it; add it to the file where it belongs.
 */
import { device } from './device'
import * as hooks from './hooks'
import { navigation } from './navigation'
import { network } from './network'
import { phone, type Listener } from './phone'
import { prompts } from './prompts'
import { createSelectorQuery } from './query'
import { storage } from './storage'

const centre = new Map<string, Set<Listener>>()
export const eventCenter = {
  on: (event: string, listener: Listener) => void centre.set(event, (centre.get(event) ?? new Set()).add(listener)),
  off: (event: string, listener?: Listener) =>
    void (listener ? centre.get(event)?.delete(listener) : centre.delete(event)),
  once: (event: string, listener: Listener) => {
    const run: Listener = (...args) => {
      eventCenter.off(event, run)
      return listener(...args)
    }
    eventCenter.on(event, run)
  },
  trigger: (event: string, ...args: unknown[]) =>
    [...(centre.get(event) ?? [])].forEach((listener) => listener(...args)),
}

export const ENV_TYPE = {
  WEAPP: 'WEAPP',
  WEB: 'WEB',
  ALIPAY: 'ALIPAY',
  SWAN: 'SWAN',
  TT: 'TT',
  QQ: 'QQ',
  JD: 'JD',
  RN: 'RN',
}
export const getEnv = () => ENV_TYPE.WEAPP
export const pxTransform = (size: number) => `${size}rpx`
export const nextTick = (run: () => void) => void setTimeout(run, 0)
export const canIUse = () => true
export const getApp = () => ({})
export const createIntersectionObserver = () => {
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: () => {},
    disconnect: () => {},
  }
  return observer
}

export * from './hooks'
export const {
  getCurrentInstance,
  getCurrentPages,
  navigateTo,
  redirectTo,
  switchTab,
  reLaunch,
  navigateBack,
  pageScrollTo,
} = navigation
export const { getSystemInfoSync, getSystemInfo, getWindowInfo, getAppBaseInfo, getNetworkType, scanCode } = device
export const { getBackgroundAudioManager, createVideoContext } = device
export const { showToast, showModal, showLoading, hideLoading, previewImage } = prompts
export const { getStorageSync, setStorageSync, removeStorageSync, chooseImage, chooseMedia, env } = storage
export const { cloud, uploadFile } = network
export { createSelectorQuery, phone }

const Taro = {
  ...hooks,
  ...navigation,
  ...device,
  ...prompts,
  ...storage,
  ...network,
  createSelectorQuery,
  createIntersectionObserver,
  eventCenter,
  ENV_TYPE,
  getEnv,
  pxTransform,
  nextTick,
  canIUse,
  getApp,
}

export default Taro
