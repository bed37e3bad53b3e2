import Taro from '@tarojs/taro'
import type { DeviceAngles } from './device-look'

const startListening = (): Promise<boolean> =>
  new Promise((resolve) => {
    Taro.startDeviceMotionListening({
      interval: 'game',
      success: () => resolve(true),
      fail: ({ errMsg }) => {
        console.info('phone does not tell how it is held', errMsg)
        resolve(false)
      },
    })
  })

/**
 * Follows how the phone is held. Answers how to stop, or null where the phone has no such sense or does not allow it.
 * WeChat tells the angles in degrees, about 50 times a second.
 */
export async function watchDeviceTurn(changed: (angles: DeviceAngles) => void): Promise<(() => void) | null> {
  if (!(await startListening())) return null
  const told = ({ alpha, beta, gamma }: DeviceAngles) => changed({ alpha, beta, gamma })
  Taro.onDeviceMotionChange(told)
  return () => {
    Taro.offDeviceMotionChange(told)
    Taro.stopDeviceMotionListening()
  }
}
