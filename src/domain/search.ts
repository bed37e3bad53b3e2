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

/** The runs of Chinese characters in a text: what pinyin can be told of. */
export const chineseRuns = (text: string): string[] => runsOf(text).filter((run) => !isLatin(run))

/** All tokens of a text in their order: Latin words, pairs of Chinese characters, and with `singles` each character too. */
export const textTokens = (text: string, { singles }: { singles: boolean }): string[] => {
  const tokens = new Set<string>()
  for (const run of runsOf(text)) {
    if (isLatin(run)) tokens.add(run)
    else for (const token of [...(singles ? run : []), ...pairs([...run])]) tokens.add(token)
  }
  return [...tokens]
}

/** The tokens under which a text is found, at most 200. */
export const searchTokens = (...texts: string[]): string[] =>
  [...new Set(texts.flatMap((text) => textTokens(text, { singles: true })))].slice(0, MAX_TOKENS)

/** What was typed, parted into Latin words and runs of Chinese characters. */
export const queryRuns = runsOf

/** The tokens of a typed run of Chinese characters. */
export const chineseTokens = (run: string): string[] => {
  const characters = [...run]
  return characters.length === 1 ? [run] : pairs(characters)
}

/** The tokens that a text must all have to match what was typed. Empty when nothing searchable was typed. */
export const queryTokens = (words: string): string[] => {
  const tokens = runsOf(words).flatMap((run) => (isLatin(run) ? [run] : chineseTokens(run)))
  return [...new Set(tokens)].slice(0, MAX_QUERY_TOKENS)
}
