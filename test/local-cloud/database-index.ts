import type { IndexDeclaration } from '../../config/local-cloud/declaration'

/** An index for a declaration: `index('by', 'a', '-b')` is ascending on a, then descending on b. */
export const index = (name: string, ...fields: string[]): IndexDeclaration => ({
  name,
  keys: fields.map((field) => ({ field: field.replace(/^-/, ''), direction: field.startsWith('-') ? 'desc' : 'asc' })),
})
