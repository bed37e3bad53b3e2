/** The `code` that Node and SQLite put on their errors, such as EADDRINUSE; undefined where there is none. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
}
