import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'

/** The platform takes `wxCode`, a mini-program code, which Taro's type does not know. */
const CODES = ['qrCode', 'wxCode'] as unknown as NonNullable<Taro.scanCode.Option['scanType']>

/** What became of scanning: the text in the code, or why there is none. */
export type Scanned = { text: string } | { closed: 'byPerson' | 'privacyRefused' }

/**
 * Opens WeChat's own scanner, which also reads a picture from the album, ordinary codes and mini-program codes alike.
 * A code of this mini-program answers with the page that it opens. Never throws.
 */
export async function scan(): Promise<Scanned> {
  if (!(await askPrivacy())) return { closed: 'privacyRefused' }
  try {
    const { result, path } = await Taro.scanCode({ scanType: CODES })
    return { text: path || result }
  } catch (error) {
    console.info('scanner closed', error)
    return { closed: 'byPerson' }
  }
}
