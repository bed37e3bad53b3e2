/**
 * Search by words in a database without full-text search: a text is stored as its tokens (single characters and pairs of
 * neighbours for Chinese, whole words for Latin letters and digits) under an index, and a query asks for all of its own.
 */
/** Latin words, and runs of Chinese characters with the rare ones that names are made of (extensions, and 〇). */
const WORD = /[a-z0-9]+|[\u3007\u3400-\u9fff\u{20000}-\u{3ffff}]+/gu
const MAX_TOKENS = 200
const MAX_QUERY_TOKENS = 12

/** A rare character takes two UTF-16 units: counted and cut by characters. */
const pairs = (characters: string[]): string[] => characters.slice(1).map((second, at) => `${characters[at]}${second}`)
const isLatin = (run: string) => /^[a-z0-9]/.test(run)
const runsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? []

/** The tokens under which a text is found, at most 200. */
export const searchTokens = (...texts: string[]): string[] => {
  const tokens = new Set<string>()
  for (const run of texts.flatMap(runsOf)) {
    if (isLatin(run)) tokens.add(run)
    else for (const token of [...run, ...pairs([...run])]) tokens.add(token)
  }
  return [...tokens].slice(0, MAX_TOKENS)
}

/** The tokens that a text must all have to match what was typed. Empty when nothing searchable was typed. */
export const queryTokens = (words: string): string[] => {
  const tokens = runsOf(words).flatMap((run) => {
    const characters = [...run]
    return isLatin(run) || characters.length === 1 ? [run] : pairs(characters)
  })
  return [...new Set(tokens)].slice(0, MAX_QUERY_TOKENS)
}
