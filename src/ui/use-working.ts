import { useEffect, useRef, useState } from 'react'

/**
 * Runs an action once at a time: while its promise is open, further calls do nothing and `working` is true.
 * What the action throws goes on to whoever called `run`.
 */
export function useWorking(action: (() => unknown) | undefined): { working: boolean; run: () => Promise<void> } {
  const [working, setWorking] = useState(false)
  const busy = useRef(false)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  const run = async () => {
    if (busy.current || !action) return
    busy.current = true
    const outcome = action()
    const open = outcome instanceof Promise
    if (open) setWorking(true)
    try {
      await outcome
    } finally {
      busy.current = false
      if (open && mounted.current) setWorking(false)
    }
  }
  return { working, run }
}
