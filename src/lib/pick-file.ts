import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'

/** A file on this device that the person has chosen. */
export interface PickedFile {
  /** Where it lies; also shows a picture of it. */
  path: string
  name: string
  /** In bytes. */
  size: number
  /** Of a film, where the platform makes one: a picture out of it. */
  poster?: string
}

const nameIn = (path: string) => path.split('/').pop() ?? path

/** Lets the person choose pictures, made smaller by the platform. Empty when they close the album. */
export async function pickPictures(most: number): Promise<PickedFile[]> {
  if (!(await askPrivacy())) return []
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] })
    return tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, name: nameIn(tempFilePath), size }))
  } catch (error) {
    console.info('album closed', error)
    return []
  }
}

/** Lets the person choose papers, which WeChat takes from a chat. Empty when they close it. */
export async function pickPapers(most: number): Promise<PickedFile[]> {
  if (!(await askPrivacy())) return []
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: most, type: 'all' })
    return tempFiles.map(({ path, name, size }) => ({ path, name, size }))
  } catch (error) {
    console.info('chat closed', error)
    return []
  }
}

/** Lets the person choose a sound, which WeChat takes from a chat. Empty when they close it. */
export async function pickSounds(most: number): Promise<PickedFile[]> {
  if (!(await askPrivacy())) return []
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: most, type: 'file', extension: ['.mp3', 'mp3'] })
    return tempFiles.map(({ path, name, size }) => ({ path, name, size }))
  } catch (error) {
    console.info('chat closed', error)
    return []
  }
}

/** Lets the person choose a film from the album. Empty when they close it. */
export async function pickFilms(most: number): Promise<PickedFile[]> {
  if (!(await askPrivacy())) return []
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['video'], sizeType: ['compressed'] })
    return tempFiles.map(({ tempFilePath, size, thumbTempFilePath }) => ({
      path: tempFilePath,
      name: nameIn(tempFilePath),
      size,
      poster: thumbTempFilePath,
    }))
  } catch (error) {
    console.info('album closed', error)
    return []
  }
}
