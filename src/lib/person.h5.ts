const KEY = 'as'

/** `?as=…` may stand before the hash or behind it, where a link into the app carries it. */
const named = (): string | undefined => /[?&]as=([\w-]+)/.exec(window.location.search + window.location.hash)?.[1]

/**
 * Who uses this tab of the browser build: the demo person whom its address names (`?as=demo-member-01`). The tab keeps
 * the name, because moving through the app drops it from the address; a tab that was never told is a visitor's.
 */
export function person(): string {
  const name = named()
  if (name) window.sessionStorage.setItem(KEY, name)
  return name ?? window.sessionStorage.getItem(KEY) ?? 'demo-visitor'
}

// Another name typed into the address of an open tab is another person: begin anew rather than mix the two.
let current = person()
window.addEventListener('hashchange', () => {
  if (person() !== current) window.location.reload()
  current = person()
})
