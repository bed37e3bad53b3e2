import type { ActionName, OutputFor } from '@/domain/contracts'
import { forget, keep, kept } from './storage'

/**
 * Last known answers of the server, so that a page has something to show without a network. The oldest make room; every
 * hall of the centre fits in with each of its exhibits opened.
 */
const MAX_KEPT = 64
const INDEX = 'answers'
/** Changes when the shape of answers changes in a way that pages cannot bear. */
const VERSION = 1

export interface KeptAnswer<N extends ActionName> {
  data: OutputFor<N>
  /** When the server said so, in milliseconds. */
  at: number
}

const nameOf = (key: string) => `answer:${key}`

const index = (): string[] => {
  const keys = kept(INDEX)
  return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : []
}

/** A stable key for one question. */
export const questionKey = (action: ActionName, input: unknown): string => `${action} ${JSON.stringify(input)}`

export function keepAnswer<N extends ActionName>(key: string, answer: KeptAnswer<N>): void {
  const others = index().filter((other) => other !== key)
  for (const old of others.splice(MAX_KEPT - 1)) forget(nameOf(old))
  if (!keep(nameOf(key), { ...answer, version: VERSION })) return
  keep(INDEX, [key, ...others])
}

export function keptAnswer<N extends ActionName>(key: string): KeptAnswer<N> | undefined {
  const value = kept(nameOf(key))
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== VERSION)
    return undefined
  // Written by `keepAnswer` of this version and by nothing else.
  return value as unknown as KeptAnswer<N>
}

/** Forgets everything the server said to this person: after they deleted their data, or became someone else to it. */
export function forgetAnswers(): void {
  for (const key of index()) forget(nameOf(key))
  forget(INDEX)
}
