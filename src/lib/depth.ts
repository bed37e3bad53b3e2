/** Whether this person has asked for no motion of its own. WeChat does not tell. */
export const wantsNoMotion = (): boolean => false

/** Whether a room can be shown around the eye. WeChat's view layer can, on every version that runs this app. */
export const canShowDepth = (): boolean => true
