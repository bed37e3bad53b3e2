import { codeIn } from '@/features/code-entry'

/** How the check-in page was opened. */
export interface Entry {
  eventId?: string
  code?: string
}

/** Reads the page's parameters. */
export function entryOf(params: Partial<Record<string, string>>): Entry {
  const code = codeIn(params)
  return { ...(params.eventId ? { eventId: params.eventId } : {}), ...(code ? { code } : {}) }
}
