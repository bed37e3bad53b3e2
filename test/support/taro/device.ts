import { act } from '@testing-library/react'
import { BackgroundAudio } from '../background-audio'
import { api, refuse } from './answer'
import { phone, type Listener } from './phone'

const window = {
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
  statusBarHeight: 44,
  pixelRatio: 2,
}
const safeArea = { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 }

function system() {
  return {
    ...window,
    safeArea,
    platform: 'ios',
    system: 'iOS 16.0',
    brand: 'Apple',
    model: 'iPhone',
    language: 'zh_CN',
    version: '8.0.50',
    SDKVersion: '3.7.0',
    theme: 'light',
    fontSizeSetting: phone.fontSizeSetting,
    fontSizeScaleFactor: phone.fontSizeSetting / 16,
  }
}

const scan = () => phone.scans.shift() ?? refuse('cancel')
const menuButton = { width: 87, height: 32, left: 281, top: 48, right: 368, bottom: 80 }
const account = { miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }
const launch = () => ({ path: phone.path, query: phone.params, scene: 1001, referrerInfo: {} })

/** There is one on a phone, and it outlives every page: a test that plays something stops it. */
export const backgroundAudio = new BackgroundAudio((run) => void setTimeout(() => act(run), 0))
const videos = (id: string) => ({
  play: () => phone.calls.push({ name: 'video.play', options: id }),
  pause: () => phone.calls.push({ name: 'video.pause', options: id }),
  seek: (position: number) => phone.calls.push({ name: 'video.seek', options: { id, position } }),
})

const offs = new Map<Listener, () => void>()
const listen = (event: string) => (listener: Listener) => void offs.set(listener, phone.on(event, listener))
const unlisten = () => (listener?: Listener) => listener && offs.get(listener)?.()

export const device = {
  getSystemInfoSync: system,
  getSystemInfo: api('getSystemInfo', system),
  getWindowInfo: () => ({ ...window, safeArea }),
  getAppBaseInfo: system,
  getDeviceInfo: system,
  getSystemSetting: () => ({
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  }),
  getMenuButtonBoundingClientRect: () => menuButton,
  getAccountInfoSync: () => account,
  getLaunchOptionsSync: launch,
  getEnterOptionsSync: launch,
  getNetworkType: api('getNetworkType', () => ({ networkType: phone.network })),
  onNetworkStatusChange: listen('networkStatusChange'),
  offNetworkStatusChange: unlisten(),
  onAppShow: listen('appShow'),
  offAppShow: unlisten(),
  onAppHide: listen('appHide'),
  offAppHide: unlisten(),
  onThemeChange: listen('themeChange'),
  offThemeChange: unlisten(),
  onWindowResize: listen('windowResize'),
  offWindowResize: unlisten(),
  onNeedPrivacyAuthorization: listen('needPrivacyAuthorization'),
  scanCode: api('scanCode', () => ({ result: scan(), scanType: 'QR_CODE', charSet: 'UTF-8', path: '' })),
  getBackgroundAudioManager: () => backgroundAudio,
  createVideoContext: videos,
  setClipboardData: api('setClipboardData', ({ data }) => {
    phone.clipboard = String(data)
  }),
  getClipboardData: api('getClipboardData', () => ({ data: phone.clipboard })),
  makePhoneCall: api('makePhoneCall', () => {}),
  addPhoneCalendar: api('addPhoneCalendar', () => {}),
  openLocation: api('openLocation', () => {}),
  vibrateShort: api('vibrateShort', () => {}),
  vibrateLong: api('vibrateLong', () => {}),
  setKeepScreenOn: api('setKeepScreenOn', () => {}),
  setScreenBrightness: api('setScreenBrightness', () => {}),
  requirePrivacyAuthorize: api('requirePrivacyAuthorize', () => {}),
  getPrivacySetting: api('getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '' })),
  getSetting: api('getSetting', () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true } })),
  openSetting: api('openSetting', () => ({ authSetting: {} })),
  requestSubscribeMessage: api('requestSubscribeMessage', ({ tmplIds }) =>
    phone.mayBeAsked
      ? Object.fromEntries((tmplIds as string[]).map((id) => [id, phone.subscriptions[id] ?? 'reject']))
      : refuse('The main switch is switched off', 20004),
  ),
  login: api('login', () => ({ code: 'login-code' })),
}
