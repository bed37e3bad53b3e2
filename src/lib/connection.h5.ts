/** Calls back whenever the browser's connection comes or goes; Taro's own event does not fire in most browsers. */
export function watchConnection(changed: (connected: boolean) => void): void {
  window.addEventListener('online', () => changed(true))
  window.addEventListener('offline', () => changed(false))
}
