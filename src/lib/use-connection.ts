import { useEffect, useState } from 'react'
import { connectionKind, watchConnectionKind, type ConnectionKind } from './connection-kind'

/** How the phone is connected, followed while it changes; undefined until it has told. */
export function useConnection(): ConnectionKind | undefined {
  const [kind, setKind] = useState<ConnectionKind>()
  useEffect(() => {
    let open = true
    const ask = () => void connectionKind().then((found) => open && setKind(found))
    ask()
    const stop = watchConnectionKind(ask)
    return () => {
      open = false
      stop()
    }
  }, [])
  return kind
}
