import { useSyncExternalStore } from 'react'

/** One value that outlives pages and that any page can watch. */
export interface Cell<Value> {
  get(): Value
  set(next: Value): void
  /** The value, in a component that renders again when it changes. */
  use(): Value
}

export function cell<Value>(initial: Value): Cell<Value> {
  let value = initial
  const watchers = new Set<() => void>()
  const get = () => value
  const watch = (watcher: () => void) => {
    watchers.add(watcher)
    return () => void watchers.delete(watcher)
  }
  return {
    get,
    set(next) {
      if (Object.is(value, next)) return
      value = next
      for (const watcher of [...watchers]) watcher()
    },
    use: () => useSyncExternalStore(watch, get, get),
  }
}
