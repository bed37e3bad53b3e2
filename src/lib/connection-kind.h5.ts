import type { ConnectionKind } from './connection-kind'
import { watchConnection } from './connection'

/** What browsers know of the network, where they know it. */
interface NetworkInformation extends EventTarget {
  type?: string
  saveData?: boolean
}

const information = (): NetworkInformation | undefined =>
  'connection' in navigator ? (navigator.connection as NetworkInformation) : undefined

/** How the browser is connected; asking to save data counts as mobile. What cannot be told costs nothing. */
export function connectionKind(): Promise<ConnectionKind> {
  const { type, saveData } = information() ?? {}
  if (!navigator.onLine || type === 'none') return Promise.resolve('none')
  return Promise.resolve(type === 'cellular' || saveData === true ? 'mobile' : 'free')
}

/** Calls back whenever the connection changes; answers how to stop. */
export function watchConnectionKind(changed: () => void): () => void {
  const stop = watchConnection(changed)
  const network = information()
  network?.addEventListener('change', changed)
  return () => {
    stop()
    network?.removeEventListener('change', changed)
  }
}
