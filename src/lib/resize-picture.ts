import Taro from '@tarojs/taro'

/** A picture's size in px, as it is shown. */
export interface PictureSize {
  width: number
  height: number
}

/** A picture made smaller; it lies on this device until the app is closed. */
export interface ResizedPicture extends PictureSize {
  path: string
  /** What its content is. */
  type: 'jpg' | 'png' | 'webp'
  /** In bytes. */
  size: number
}

export interface ResizeLimits {
  /** In px; a narrower picture stays as wide as it is. */
  width: number
  /** In bytes. */
  maxBytes: number
}

/** Tried one after the other until the file is small enough. */
const QUALITIES = [82, 70, 55, 40] as const
const NARROWER = 0.8
const MIN_WIDTH = 120

/** Turned on its side by the camera, a picture is shown with its sides exchanged. */
const TURNED = ['left', 'right', 'left-mirrored', 'right-mirrored']

/** A picture's size as it is shown. Rejects for a file that is no picture. */
export async function pictureSize(path: string): Promise<PictureSize> {
  const { width, height, orientation } = await Taro.getImageInfo({ src: path })
  return TURNED.includes(orientation ?? 'up') ? { width: height, height: width } : { width, height }
}

const bytesOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size }) => resolve(size),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )

const typeOf = (path: string): ResizedPicture['type'] => {
  if (/\.png$/i.test(path)) return 'png'
  return /\.webp$/i.test(path) ? 'webp' : 'jpg'
}

/** Makes a picture as wide and as light as a phone needs. Rejects for a file that is no picture. */
export async function resizePicture(path: string, { width: most, maxBytes }: ResizeLimits): Promise<ResizedPicture> {
  const { width, height } = await pictureSize(path)
  for (let wide = Math.min(width, most); wide >= MIN_WIDTH; wide = Math.floor(wide * NARROWER)) {
    const high = Math.round((height * wide) / width)
    for (const quality of QUALITIES) {
      const { tempFilePath } = await Taro.compressImage({
        src: path,
        quality,
        compressedWidth: wide,
        compressedHeight: high,
      })
      const size = await bytesOf(tempFilePath)
      if (size <= maxBytes) return { path: tempFilePath, type: typeOf(tempFilePath), size, width: wide, height: high }
      // Only the quality of a JPEG can be lowered.
      if (typeOf(tempFilePath) !== 'jpg') break
    }
  }
  throw new Error('the picture does not become small enough')
}
