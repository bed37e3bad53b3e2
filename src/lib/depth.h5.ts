/** Whether this person has asked for no motion of its own. */
export const wantsNoMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Whether a room can be shown around the eye. */
export const canShowDepth = (): boolean => CSS.supports('transform-style', 'preserve-3d')
