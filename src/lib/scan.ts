import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'

/** What became of scanning: the text in the code, or why there is none. */
export type Scanned = { text: string } | { closed: 'byPerson' | 'privacyRefused' }

/** Opens WeChat's own scanner, which also reads a picture from the album. Never throws. */
export async function scan(): Promise<Scanned> {
  if (!(await askPrivacy())) return { closed: 'privacyRefused' }
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return { text: result }
  } catch (error) {
    console.info('scanner closed', error)
    return { closed: 'byPerson' }
  }
}
