/** Reads codes in the browser, where there is no WeChat scanner. The decoder is fetched only when somebody scans. */

/** A picture is tried at these widths: small ones read quickly, large ones show a code far away. */
const WIDTHS = [900, 1800]

/** Why the camera gives nothing. */
export type CameraProblem = 'refused' | 'missing' | 'unsupported' | 'busy'

const problems: Record<string, CameraProblem> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

export class CameraUnusable extends Error {
  constructor(readonly problem: CameraProblem) {
    super(`camera: ${problem}`)
  }
}

async function openCamera(video: HTMLVideoElement) {
  const { rearCamera } = await import('qr/dom.js')
  if (!navigator.mediaDevices) throw new CameraUnusable('unsupported')
  try {
    return await rearCamera(video)
  } catch (error) {
    throw new CameraUnusable(problems[error instanceof Error ? error.name : ''] ?? 'missing')
  }
}

/**
 * Shows the camera in a video element and reports each code that comes into sight. Gives what ends it.
 * Throws `CameraUnusable`.
 */
export async function watchCamera(video: HTMLVideoElement, onText: (text: string) => void): Promise<() => void> {
  const camera = await openCamera(video)
  const { frameLoop, QRCanvas } = await import('qr/dom.js')
  const canvas = new QRCanvas({}, { cropToSquare: true })
  let reading = false
  await video.play()
  const endLoop = frameLoop(() => {
    if (reading || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
    reading = true
    void camera
      .readFrame(canvas, true)
      .then((text) => typeof text === 'string' && onText(text))
      .finally(() => {
        reading = false
      })
  })
  return () => {
    endLoop()
    camera.stop()
  }
}

function pixelsOf(picture: ImageBitmap, width: number): ImageData {
  const scale = Math.min(1, width / picture.width)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** The text of the code in a picture; null when there is none to be read. */
export async function readPicture(file: Blob): Promise<string | null> {
  const { decodeQR } = await import('qr/decode.js')
  const picture = await createImageBitmap(file)
  for (const width of WIDTHS) {
    try {
      return decodeQR(pixelsOf(picture, width))
    } catch (error) {
      console.info('no code at this size', width, error)
    }
  }
  return null
}
