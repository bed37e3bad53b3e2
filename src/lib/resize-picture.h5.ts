import type { PictureSize, ResizedPicture, ResizeLimits } from './resize-picture'

export type { PictureSize, ResizedPicture, ResizeLimits }

/** Tried one after the other until the file is small enough. */
const QUALITIES = [0.82, 0.7, 0.55, 0.4] as const
const NARROWER = 0.8
const MIN_WIDTH = 120

/** The picture as the browser shows it, turned as the camera said. Rejects for a file that is no picture. */
function open(path: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error('not a picture'))
    picture.src = path
  })
}

const sizeOf = ({ naturalWidth, naturalHeight }: HTMLImageElement): PictureSize => ({
  width: naturalWidth,
  height: naturalHeight,
})

/** A picture's size as it is shown. Rejects for a file that is no picture. */
export const pictureSize = async (path: string): Promise<PictureSize> => sizeOf(await open(path))

function drawn(picture: HTMLImageElement, { width, height }: PictureSize): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws nothing')
  // JPEG knows no transparency: what was see-through would become black.
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return canvas
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no JPEG'))), 'image/jpeg', quality),
  )

/** Makes a picture as wide and as light as a phone needs. Rejects for a file that is no picture. */
export async function resizePicture(path: string, { width: most, maxBytes }: ResizeLimits): Promise<ResizedPicture> {
  const picture = await open(path)
  const { width, height } = sizeOf(picture)
  for (let wide = Math.min(width, most); wide >= MIN_WIDTH; wide = Math.floor(wide * NARROWER)) {
    const size = { width: wide, height: Math.round((height * wide) / width) }
    const canvas = drawn(picture, size)
    for (const quality of QUALITIES) {
      const blob = await jpegOf(canvas, quality)
      if (blob.size <= maxBytes) return { path: URL.createObjectURL(blob), type: 'jpg', size: blob.size, ...size }
    }
  }
  throw new Error('the picture does not become small enough')
}
