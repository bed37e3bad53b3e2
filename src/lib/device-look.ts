/** How a phone is held, in degrees, as browsers and WeChat tell it: turned by `alpha` about z, then `beta` about x, then `gamma` about y. */
export interface DeviceAngles {
  alpha: number
  beta: number
  gamma: number
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const degrees = (value: number): number => (value * 180) / Math.PI

/**
 * Where the back of the phone points, in degrees: `yaw` to the right of north (or of wherever the phone's zero is),
 * `pitch` upwards. The world's axes point east, north and up; the back of the phone is its own -z.
 */
export function lookOf({ alpha, beta, gamma }: DeviceAngles): { yaw: number; pitch: number } {
  const [a, b, c] = [radians(alpha), radians(beta), radians(gamma)]
  const east = -(Math.cos(a) * Math.sin(c) + Math.sin(a) * Math.sin(b) * Math.cos(c))
  const north = -(Math.sin(a) * Math.sin(c) - Math.cos(a) * Math.sin(b) * Math.cos(c))
  const up = -(Math.cos(b) * Math.cos(c))
  return { yaw: degrees(Math.atan2(east, north)), pitch: degrees(Math.asin(Math.min(1, Math.max(-1, up)))) }
}
