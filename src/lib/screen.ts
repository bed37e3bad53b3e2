import Taro from '@tarojs/taro'

export interface WindowSize {
  width: number
  height: number
}

/** What the page has to itself, in px. */
export function windowSize(): WindowSize {
  const { windowWidth, windowHeight } = Taro.getWindowInfo()
  return { width: windowWidth, height: windowHeight }
}

/** Calls back whenever the window changes its size or the phone is turned. Gives what ends it. */
export function watchWindow(changed: (size: WindowSize) => void): () => void {
  const listener = () => changed(windowSize())
  Taro.onWindowResize(listener)
  return () => Taro.offWindowResize(listener)
}

/** Keeps the screen lit while somebody needs to read it from afar. */
export function keepAwake(on: boolean): void {
  Taro.setKeepScreenOn({ keepScreenOn: on }).catch((error: unknown) => console.warn('screen may go dark', error))
}

/** Whether the page can be shown without the browser around it. A mini-program already is. */
export const canFillScreen = (): boolean => false

/** Shows the page without the browser around it, or gives the browser back. */
export async function fillScreen(_on: boolean): Promise<void> {}

/** Calls back whenever the browser comes or goes. Gives what ends it. */
export function watchFilled(_changed: (filled: boolean) => void): () => void {
  return () => undefined
}
