import Taro from '@tarojs/taro'
import { person } from './person'

/**
 * What stays on this phone. In the browser several demo people share one storage, each in a tab of their own,
 * so every key carries the person.
 */
const keyOf = (name: string) => `${person()}:${name}`

/** Keeps a value that survives JSON, under a name of the app. Returns false when the phone has no room or forbids it. */
export function keep(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(keyOf(name), value)
    return true
  } catch (error) {
    console.warn('storage refused', name, error)
    return false
  }
}

/** What was kept under this name, as the unknown thing it is: whoever asks checks it. `undefined` when there is nothing. */
export function kept(name: string): unknown {
  const value: unknown = Taro.getStorageSync(keyOf(name))
  return value === '' ? undefined : value
}

/** Forgets what was kept under this name. */
export function forget(name: string): void {
  Taro.removeStorageSync(keyOf(name))
}
