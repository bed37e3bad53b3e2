/**
 * Who uses this tab, as a prefix for stored keys. On a phone there is one person and WeChat knows them,
 * so nothing needs telling apart; the browser build has its own answer in person.h5.ts.
 */
export function person(): string {
  return 'self'
}
