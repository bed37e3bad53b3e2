import { useRef } from 'react'

/** The file behind an address: an address changes with each signature, the path in front of it belongs to one file for good. */
export const fileOf = (url: string): string => url.split('?')[0] ?? url

/**
 * Keeps the first address of a file for as long as it is shown: every answer of the server signs it anew, and a film that
 * is given another address begins from the start.
 */
export function useSteadyAddress(url: string): string {
  const held = useRef(url)
  if (fileOf(held.current) !== fileOf(url)) held.current = url
  return held.current
}
