/** Parameters arrive encoded once or not at all, depending on who opened the page; a screen's code is plain ASCII either way. */
const decoded = (value: string): string =>
  value.replace(/%([0-7][0-9A-Fa-f])/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/**
 * The code that a page was opened with: `code` from the app's own scanner, or `q`, in which WeChat hands over the whole
 * address when its own scanner read the code on the screen. Undefined when it was opened without one.
 */
export function codeIn(params: Partial<Record<string, string>>): string | undefined {
  const scanned = params.code ?? params.q
  return scanned ? decoded(scanned) : undefined
}
