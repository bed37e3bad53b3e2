/**
 * Search by words in a database without full-text search: a text is stored as its tokens (single characters and pairs of
 * neighbours for Chinese, whole words for Latin letters and digits) under an index, and a query asks for all of its own.
 */
const WORD = /[a-z0-9]+|[\u3400-\u9fff]+/g
const MAX_TOKENS = 200
const MAX_QUERY_TOKENS = 12

const pairs = (run: string): string[] => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
const isLatin = (run: string) => /^[a-z0-9]/.test(run)
const runsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? []

/** The tokens under which a text is found, at most 200. */
export const searchTokens = (...texts: string[]): string[] => {
  const tokens = new Set<string>()
  for (const run of texts.flatMap(runsOf)) {
    if (isLatin(run)) tokens.add(run)
    else for (const token of [...run, ...pairs(run)]) tokens.add(token)
  }
  return [...tokens].slice(0, MAX_TOKENS)
}

/** The tokens that a text must all have to match what was typed. Empty when nothing searchable was typed. */
export const queryTokens = (words: string): string[] => {
  const tokens = runsOf(words).flatMap((run) => (isLatin(run) || run.length === 1 ? [run] : pairs(run)))
  return [...new Set(tokens)].slice(0, MAX_QUERY_TOKENS)
}
