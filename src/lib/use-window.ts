import { useEffect, useState } from 'react'
import { watchWindow, windowSize, type WindowSize } from './screen'

/** From this width on, in px, a page has room for two panes; the same edge as in the page frame. */
export const TWO_PANES = 900

/** The window's size, followed while it changes. */
export function useWindow(): WindowSize {
  const [size, setSize] = useState(windowSize)
  useEffect(() => watchWindow(setSize), [])
  return size
}
