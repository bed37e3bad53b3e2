import Taro from '@tarojs/taro'
import { person } from './person'

/** The phone refuses more than 1 MB under one key; a little stays free for how it counts. */
export const MAX_BYTES = 1_000_000

/**
 * What stays on this phone. In the browser several demo people share one storage, each in a tab of their own,
 * so every key carries the person.
 */
const keyOf = (name: string) => `${person()}:${name}`

const WIDE = /[^\u0000-\u007f]/g // eslint-disable-line no-control-regex -- the range means every character of one byte

/** How much room a value takes, in bytes of UTF-8 (three for a Chinese character). */
const bytesOf = (value: unknown): number => {
  const json = JSON.stringify(value) ?? ''
  return json.length + 2 * (json.match(WIDE)?.length ?? 0)
}

/** Keeps a value that survives JSON, under a name of the app. Returns false when there is no room for it or the phone forbids it. */
export function keep(name: string, value: unknown): boolean {
  if (bytesOf(value) > MAX_BYTES) return false
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
