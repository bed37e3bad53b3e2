import { useEffect } from 'react'
import { cell } from './cell'
import { watchConnection } from './connection'

const reachable = cell(true)

/**
 * Tells everyone whether the server can be reached: the door to the server calls it with the outcome of each request
 * (a refusal counts as reached), the platform with what it knows of the connection.
 */
export function noticeNetwork(reached: boolean): void {
  reachable.set(reached)
}

/** Whether the server could be reached when last tried. */
export function useOnline(): boolean {
  useEffect(() => watchConnection(noticeNetwork), [])
  return reachable.use()
}
