/** Who uses this tab of the browser build: the demo person named in its address (`?as=demo-member-01`), or a visitor. */
export function person(): string {
  // eslint-disable-next-line no-restricted-globals -- this file is only in the browser build
  const match = /[?&]as=([\w-]+)/.exec(window.location.search)
  return match?.[1] ?? 'demo-visitor'
}
