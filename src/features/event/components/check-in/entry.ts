/** How the check-in page was opened. */
export interface Entry {
  eventId?: string
  code?: string
}

/** Parameters arrive encoded once or not at all, depending on who opened the page; a desk code is plain ASCII either way. */
const decoded = (value: string): string =>
  value.replace(/%([0-7][0-9A-Fa-f])/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16)))

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
