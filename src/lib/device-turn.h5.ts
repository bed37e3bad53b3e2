import type { DeviceAngles } from './device-look'

/** Safari asks the person first, within a tap; other browsers have no such question. */
interface Asking {
  requestPermission?: () => Promise<string>
}

/** A computer has the event too but never fires it: whoever has not told by then has no such sense. */
const FIRST_WITHIN_MS = 1_000

async function isAllowed(): Promise<boolean> {
  if (typeof DeviceOrientationEvent === 'undefined') return false
  const { requestPermission } = DeviceOrientationEvent as Asking
  if (!requestPermission) return true
  try {
    return (await requestPermission.call(DeviceOrientationEvent)) === 'granted'
  } catch (error) {
    console.info('phone does not tell how it is held', error)
    return false
  }
}

/** Follows how the phone is held. Answers how to stop, or null where the browser cannot tell or does not allow it. */
export async function watchDeviceTurn(changed: (angles: DeviceAngles) => void): Promise<(() => void) | null> {
  if (!(await isAllowed())) return null
  return new Promise((resolve) => {
    const told = ({ alpha, beta, gamma }: DeviceOrientationEvent) => {
      if (alpha === null || beta === null || gamma === null) return
      clearTimeout(timer)
      resolve(stop)
      changed({ alpha, beta, gamma })
    }
    const stop = () => window.removeEventListener('deviceorientation', told)
    const timer = setTimeout(() => {
      stop()
      resolve(null)
    }, FIRST_WITHIN_MS)
    window.addEventListener('deviceorientation', told)
  })
}
