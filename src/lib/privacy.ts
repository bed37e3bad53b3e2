import Taro from '@tarojs/taro'

/**
 * Asks the person to agree to the privacy notice, where the platform wants that before a private interface (camera,
 * album, clipboard). Ask at the moment of use. False when they refuse: then only that one thing is not possible.
 */
export function askPrivacy(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5' || !Taro.canIUse('requirePrivacyAuthorize')) return Promise.resolve(true)
  return new Promise((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })
}
