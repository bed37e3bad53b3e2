/** How the check-in page was opened. */
export interface Entry {
  eventId?: string
  code?: string
}

/** Parameters arrive encoded once, twice or not at all, depending on who opened the page. */
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    // A lone % is no encoding: the text is then as it was meant.
    return value
  }
}

/**
 * Reads the page's parameters: `code` from the app's own scanner, or `q`, in which WeChat hands over the whole address
 * when its own scanner read the code on the desk.
 */
export function entryOf(params: Partial<Record<string, string>>): Entry {
  const scanned = params.code ?? params.q
  return {
    ...(params.eventId ? { eventId: params.eventId } : {}),
    ...(scanned ? { code: decoded(scanned) } : {}),
  }
}
