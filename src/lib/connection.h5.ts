/** Calls back whenever the browser's connection comes or goes, and answers how to stop; Taro's own event does not fire in most browsers. */
export function watchConnection(changed: (connected: boolean) => void): () => void {
  const up = () => changed(true)
  const down = () => changed(false)
  window.addEventListener('online', up)
  window.addEventListener('offline', down)
  return () => {
    window.removeEventListener('online', up)
    window.removeEventListener('offline', down)
  }
}
