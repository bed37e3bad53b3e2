import type { BackgroundAudio } from '../background-audio'
import { download, fileSystem } from './files'
import type { PageStack } from './stack'
import { selectorQuery } from './selector-query'
import type { Work } from './timers'

type Options = Record<string, unknown> & {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}
type Run = (options: Options) => unknown
export type Listener = (event: object) => void

/** The phone around the mini-program, for the test to set and to read. */
export type Device = {
  online: boolean
  fontSizeSetting: number
  /** What the scanner reads next; with nothing left the person closes it. */
  scans: string[]
  /** What the person presses in the next dialogs; with nothing left they are cancelled. */
  modalAnswers: boolean[]
  toasts: string[]
  modals: { title: string; content: string }[]
  clipboard: string
  title: string
  storage: Map<string, string>
  /** Downloaded and saved files by path. */
  files: Map<string, Uint8Array>
  network: 'wifi' | '4g'
  /** The player of background sound; the test moves its time. */
  sound: BackgroundAudio
  listeners: Map<string, Set<Listener>>
  /** Every API call in order. */
  calls: { name: string; options: unknown }[]
}

export type WxHost = {
  device: Device
  work: Work
  stack: PageStack
  /** Where `wx.cloud.callFunction` leads. */
  call: (name: string, data: unknown) => Promise<unknown>
  createCanvas: (width: number, height: number) => object
  complain: (line: string) => void
}

const sizes = {
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  pixelRatio: 2,
}
const safeArea = { top: 20, left: 0, right: 375, bottom: 667, width: 375, height: 647 }
const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** APIs that show or do something on the phone which nothing here can see; they succeed. */
const silent = [
  ...[
    'showLoading',
    'hideLoading',
    'hideToast',
    'showNavigationBarLoading',
    'hideNavigationBarLoading',
    'stopPullDownRefresh',
  ],
  ...[
    'setNavigationBarColor',
    'setBackgroundColor',
    'setBackgroundTextStyle',
    'setKeepScreenOn',
    'vibrateShort',
    'pageScrollTo',
  ],
  ...[
    'showShareMenu',
    'hideShareMenu',
    'updateShareMenu',
    'setTabBarBadge',
    'removeTabBarBadge',
    'showTabBarRedDot',
    'hideTabBarRedDot',
  ],
  ...[
    'previewImage',
    'openLocation',
    'makePhoneCall',
    'addPhoneCalendar',
    'requirePrivacyAuthorize',
    'enableAlertBeforeUnload',
    'disableAlertBeforeUnload',
  ],
]

/**
 * The `wx` object. An API which is not here can be read (Taro looks at all of them when it starts), but calling it is an error of the run,
 * so that the package never leans on something that this ring does not know.
 */
export function createWx(host: WxHost): object {
  const known: Record<string, unknown> = { ...system(host), ...asynchronous(host), ...events(host) }
  return new Proxy(known, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || /^(__|webpackJsonp)/.test(key)) return target[key as string]
      if (/^(on|off)[A-Z]/.test(key)) return () => {}
      return () => host.complain(`wx.${key} was called; test/support/weapp/wx.ts does not know it`)
    },
    has: () => true,
  })
}

function system({ device, work, stack, createCanvas }: WxHost): Record<string, unknown> {
  const info = () => ({
    ...sizes,
    safeArea,
    brand: 'Apple',
    model: 'iPhone',
    platform: 'ios',
    system: 'iOS 16.0',
    language: 'zh_CN',
    version: '8.0.50',
    SDKVersion: '3.7.0',
    theme: 'light',
    fontSizeSetting: device.fontSizeSetting,
    fontSizeScaleFactor: device.fontSizeSetting / 16,
  })
  const launch = () => ({ path: stack.tabs[0] ?? '', query: {}, scene: 1001, referrerInfo: {} })
  return {
    env: { USER_DATA_PATH: 'http://usr' },
    getSystemInfoSync: info,
    getWindowInfo: info,
    getDeviceInfo: info,
    getAppBaseInfo: info,
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true }),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, left: 281, top: 24, right: 368, bottom: 56 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    canIUse: () => true,
    nextTick: (run: () => void) => work.setTimeout(run),
    getBackgroundAudioManager: () => device.sound,
    createSelectorQuery: () => selectorQuery({ stack, work, createCanvas }),
    setStorageSync: (key: string, value: unknown) => void device.storage.set(key, JSON.stringify(value)),
    getStorageSync: (key: string): unknown => JSON.parse(device.storage.get(key) ?? '""'),
    removeStorageSync: (key: string) => void device.storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...device.storage.keys()], currentSize: 0, limitSize: 10240 }),
  }
}

function asynchronous(host: WxHost): Record<string, unknown> {
  const { device, stack } = host
  const back = ({ delta }: Options) => stack.navigateBack(typeof delta === 'number' ? delta : 1)
  const offline = { errCode: -1, errMsg: 'request:fail' }
  const table: Record<string, Run> = {
    ...Object.fromEntries(silent.map((name) => [name, () => ({})])),
    navigateTo: ({ url }) => stack.navigateTo(text(url)),
    redirectTo: ({ url }) => stack.redirectTo(text(url)),
    switchTab: ({ url }) => stack.switchTab(text(url)),
    reLaunch: ({ url }) => stack.reLaunch(text(url)),
    navigateBack: back,
    getNetworkType: () => ({ networkType: device.online ? device.network : 'none' }),
    scanCode: () => ({ result: device.scans.shift() ?? refuse('cancel'), scanType: 'QR_CODE', charSet: 'UTF-8' }),
    showToast: ({ title }) => void device.toasts.push(text(title)),
    showModal: ({ title, content }) => {
      device.modals.push({ title: text(title), content: text(content) })
      const confirm = device.modalAnswers.shift() ?? false
      return { confirm, cancel: !confirm }
    },
    setNavigationBarTitle: ({ title }) => void (device.title = text(title)),
    setClipboardData: ({ data }) => void (device.clipboard = text(data)),
    setStorage: ({ key, data }) => void device.storage.set(text(key), JSON.stringify(data)),
    getStorage: ({ key }) => ({
      data: JSON.parse(device.storage.get(text(key)) ?? refuse('data not found')) as unknown,
    }),
    removeStorage: ({ key }) => void device.storage.delete(text(key)),
    getSystemInfo: () => sizes,
    getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '' }),
    requestSubscribeMessage: ({ tmplIds }) => Object.fromEntries((tmplIds as string[]).map((id) => [id, 'reject'])),
  }
  const callFunction: Run = async ({ name, data }) => {
    if (!device.online) throw Object.assign(new Error(offline.errMsg), offline)
    const result = await host.call(text(name), JSON.parse(JSON.stringify(data ?? {})))
    return { result: JSON.parse(JSON.stringify(result ?? null)) as unknown, requestID: 'local' }
  }
  const downloadFile: Run = (options) => (device.online ? download(device.files)(options) : refuse('network'))
  const files = Object.entries(fileSystem(device.files)).map(([name, run]) => [name, api(host, name, run)])
  const fileManager: unknown = Object.fromEntries(files)
  const apis = Object.entries({ ...table, downloadFile }).map(([name, run]) => [name, api(host, name, run)])
  const cloud = { init: () => {}, callFunction: api(host, 'cloud.callFunction', callFunction) }
  return { ...(Object.fromEntries(apis) as Record<string, unknown>), cloud, getFileSystemManager: () => fileManager }
}

function refuse(reason: string): never {
  throw new Error(reason)
}

/** Answers as WeChat does: by callback when there is one, otherwise by promise; never at once. */
function api({ device, work }: WxHost, name: string, run: Run) {
  const answer = async (options: Options): Promise<object> => {
    const result = await run(options)
    return { errMsg: `${name}:ok`, ...(typeof result === 'object' ? result : {}) }
  }
  const broken = (error: unknown) => {
    const { message, errCode } = error as Error & { errCode?: number }
    return Object.assign(new Error(`${name}:fail ${message}`), {
      errMsg: `${name}:fail ${message}`,
      ...(errCode === undefined ? {} : { errCode }),
    })
  }
  return (options: Options = {}): Promise<object> | undefined => {
    device.calls.push({ name, options })
    const done = work.during(answer(options).catch((error: unknown) => Promise.reject(broken(error))))
    if (options.success === undefined && options.fail === undefined && options.complete === undefined) return done
    done.then(
      (result) => {
        options.success?.(result)
        options.complete?.(result)
      },
      (error: object) => {
        options.fail?.(error)
        options.complete?.(error)
      },
    )
    return undefined
  }
}

/** `onX`/`offX` that something here can fire. */
function events({ device }: WxHost): Record<string, unknown> {
  const names = ['NetworkStatusChange', 'AppShow', 'AppHide', 'WindowResize', 'ThemeChange']
  const pairs = names.flatMap((name) => {
    const all = device.listeners.get(name) ?? new Set<Listener>()
    device.listeners.set(name, all)
    const on: [string, unknown] = [`on${name}`, (listener: Listener) => void all.add(listener)]
    const off: [string, unknown] = [
      `off${name}`,
      (listener?: Listener) => (listener === undefined ? all.clear() : all.delete(listener)),
    ]
    return [on, off]
  })
  return Object.fromEntries(pairs)
}
