import Taro from '@tarojs/taro'
import type { DeviceAngles } from './device-look'

/**
 * Follows how the phone is held. Answers how to stop, or null where the phone has no such sense or does not allow it.
 * WeChat tells the angles in degrees, about 50 times a second.
 */
export async function watchDeviceTurn(changed: (angles: DeviceAngles) => void): Promise<(() => void) | null> {
  const told = ({ alpha, beta, gamma }: DeviceAngles) => changed({ alpha, beta, gamma })
  try {
    await Taro.startDeviceMotionListening({ interval: 'game' })
  } catch (error) {
    console.info('phone does not tell how it is held', error)
    return null
  }
  Taro.onDeviceMotionChange(told)
  return () => {
    Taro.offDeviceMotionChange(told)
    Taro.stopDeviceMotionListening()
  }
}
