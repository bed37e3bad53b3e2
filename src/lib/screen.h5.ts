export interface WindowSize {
  width: number
  height: number
}

/** What the page has to itself, in px. */
export function windowSize(): WindowSize {
  return { width: document.documentElement.clientWidth, height: window.innerHeight }
}

/** Calls back whenever the window changes its size. Gives what ends it. */
export function watchWindow(changed: (size: WindowSize) => void): () => void {
  const listener = () => changed(windowSize())
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

let lock: WakeLockSentinel | undefined
let wanted = false

/** The browser takes the lock away whenever the tab is hidden; it is asked for again when the tab is back. */
async function hold(): Promise<void> {
  if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
  try {
    lock = await navigator.wakeLock.request('screen')
    if (!wanted) await lock.release()
  } catch (error) {
    console.warn('screen may go dark', error)
  }
}

const holdAgain = () => void hold()

/** Keeps the screen lit while somebody needs to read it from afar, where the browser can. */
export function keepAwake(on: boolean): void {
  wanted = on
  document.removeEventListener('visibilitychange', holdAgain)
  if (on) {
    document.addEventListener('visibilitychange', holdAgain)
    void hold()
  } else {
    void lock?.release()
    lock = undefined
  }
}

/** Whether the page can be shown without the browser around it. */
export const canFillScreen = (): boolean => document.fullscreenEnabled

/** Shows the page without the browser around it, or gives the browser back. */
export async function fillScreen(on: boolean): Promise<void> {
  if (on) await document.documentElement.requestFullscreen()
  else if (document.fullscreenElement) await document.exitFullscreen()
}

/** Calls back whenever the browser comes or goes. Gives what ends it. */
export function watchFilled(changed: (filled: boolean) => void): () => void {
  const listener = () => changed(document.fullscreenElement !== null)
  document.addEventListener('fullscreenchange', listener)
  return () => document.removeEventListener('fullscreenchange', listener)
}
