import { parseNumber, parseScene } from '@/domain/exhibit/rules'

/** Which exhibit the page was opened for. */
export type Entry = { exhibitId: string } | { number: string }

/**
 * Reads the page's parameters: an id from a list, a number that was typed, or the `scene` with which WeChat opens the page
 * from a code on the wall. Null when none of them names an exhibit.
 */
export function entryOf(params: Partial<Record<string, string>>): Entry | null {
  if (params.exhibitId) return { exhibitId: params.exhibitId }
  const number = params.number === undefined ? parseScene(params.scene ?? '') : parseNumber(params.number)
  return number === null ? null : { number }
}
