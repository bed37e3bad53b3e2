/** Where somebody in the middle of a room looks, in degrees: `yaw` 0 ahead and 90 to the right, `pitch` 90 straight up. */
export interface Look {
  yaw: number
  pitch: number
}

/** Nobody looks quite straight up or down: there left and right lose their meaning. */
export const STEEPEST = 85

/** The same direction between -180 (included) and 180. */
export const wrapYaw = (yaw: number): number => ((((yaw + 180) % 360) + 360) % 360) - 180

export const clampPitch = (pitch: number): number => Math.min(STEEPEST, Math.max(-STEEPEST, pitch))

/** `look` turned to the right and upwards by so many degrees. */
export const turned = (look: Look, by: Look): Look => ({
  yaw: wrapYaw(look.yaw + by.yaw),
  pitch: clampPitch(look.pitch + by.pitch),
})

/** At the usual distance of the eye the picture stays under the finger with so many degrees a px. */
const DEGREES_PER_PX = 0.3

/** How far a finger turns the room: it takes the picture along, so the look goes the other way. */
export const dragTurn = (dx: number, dy: number): Look => ({ yaw: -dx * DEGREES_PER_PX, pitch: dy * DEGREES_PER_PX })

/** Short: it goes to the view layer with each frame. */
const degrees = (value: number): string => `${Number(value.toFixed(2))}deg`

/** How the room stands for an eye that looks this way. */
export const roomTransform = ({ yaw, pitch }: Look): string => `rotateX(${degrees(pitch)}) rotateY(${degrees(yaw)})`

/** Turns what stands straight ahead to where this look goes; it keeps facing the eye. */
export const placeTransform = ({ yaw, pitch }: Look): string => `rotateY(${degrees(-yaw)}) rotateX(${degrees(-pitch)})`
