import { createContext, useContext, type ReactNode } from 'react'

/** How this person wants to see every page; the app fills it in, `PageFrame` applies it. */
export interface Display {
  /** Factor on all text, 1 to `MAX_SCALE`. */
  scale: number
  /** What stays at the top of every page, for example the offline band. */
  band?: ReactNode
  /** What stays at the foot of every page while there is something, for example the sound that plays. */
  foot?: ReactNode
}

/** The design holds up to here: nothing is cut and nothing overlaps. */
export const MAX_SCALE = 1.6

/** WeChat's font size in px at the middle of its own setting (16 on Android, 17 on iOS); anything up to here is scale 1. */
const STANDARD_FONT_SIZE = 17

const DisplayContext = createContext<Display>({ scale: 1 })

export const DisplayProvider = DisplayContext.Provider

/** From here on what stands side by side goes below each other. */
const LARGE_FROM = 1.4

/** Whether text is so large that a row has to break. */
export function isLarge(scale: number): boolean {
  return scale >= LARGE_FROM
}

export function useDisplay(): Display {
  return useContext(DisplayContext)
}

/**
 * The factor for the text of a page.
 * @param largeType whether the large-type switch is on: it goes to the full scale at once (12 px becomes 19, as the rules for elderly people ask)
 * @param systemFontSize WeChat's own font setting in px, where the platform tells it
 */
export function textScale(largeType: boolean, systemFontSize = STANDARD_FONT_SIZE): number {
  if (largeType) return MAX_SCALE
  return Math.min(MAX_SCALE, Math.max(1, systemFontSize / STANDARD_FONT_SIZE))
}
