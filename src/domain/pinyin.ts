/**
 * Finding Chinese by pinyin. A text is stored with the syllables of its characters beside its words: `~dang~jian` for two
 * neighbours, `~dang` for one, `^dj` for the first letters of two. A query in Latin letters may be a word, pinyin or first
 * letters, so it asks for any of the three. `~` and `^` stand in no word: the three kinds of token never meet.
 */
import { chineseTokens, queryRuns } from './search'

/** Every syllable of Mandarin without tones, by its initial; `v` is ü, as keyboards have it. */
const FINALS: Record<string, string> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  f: 'a an ang ei en eng o ou u',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo v',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo v',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  t: 'a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo',
  w: 'a ai an ang ei en eng o u',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
}
const SYLLABLES = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => `${initial}${final}`)),
)
const LONGEST = 6
const BEGINNINGS = new Set([...SYLLABLES].flatMap((one) => [...one].map((_letter, at) => one.slice(0, at + 1))))

/** `lüe` and `nüe` are typed with u, and stored so. */
const plain = (syllable: string): string => syllable.replace(/^([ln])ve$/, '$1ue')
export const isSyllable = (text: string): boolean => SYLLABLES.has(plain(text))

const neighbours = (items: readonly string[], join: (one: string, other: string) => string): string[] =>
  items.slice(1).map((second, at) => join(items[at] ?? '', second))

const pairsOf = (syllables: readonly string[]) => neighbours(syllables, (one, other) => `~${one}~${other}`)
const initialsOf = (letters: readonly string[]) => neighbours(letters, (one, other) => `^${one}${other}`)

/**
 * The tokens under which a run of characters is found by pinyin.
 *
 * @param readings the syllable of each character of one run, without tones; what is no syllable parts the run
 * @param whole also by single syllables and by first letters: for titles
 */
export const pinyinTokens = (readings: readonly string[], whole: boolean): string[] => {
  const parts: string[][] = [[]]
  for (const reading of readings.map(plain)) {
    if (SYLLABLES.has(reading)) parts.at(-1)?.push(reading)
    else parts.push([])
  }
  return parts.flatMap((part) => [
    ...pairsOf(part),
    ...(whole ? part.map((syllable) => `~${syllable}`) : []),
    ...(whole ? initialsOf(part.map((syllable) => syllable.slice(0, 1))) : []),
  ])
}

const MAX_READINGS = 3

/** How letters can be read as syllables, the fewest syllables first: `xian` is xian or xi an. At most three. */
export const readingsOf = (letters: string): string[][] => {
  const from: string[][][] = Array.from({ length: letters.length + 1 }, () => [])
  from[letters.length] = [[]]
  for (let at = letters.length - 1; at >= 0; at--) {
    const found: string[][] = []
    for (let end = Math.min(at + LONGEST, letters.length); end > at; end--) {
      const syllable = plain(letters.slice(at, end))
      if (SYLLABLES.has(syllable)) for (const rest of from[end] ?? []) found.push([syllable, ...rest])
    }
    from[at] = found.sort((a, b) => a.length - b.length).slice(0, MAX_READINGS)
  }
  return from[0] ?? []
}

/** Of letters that are still being typed, the syllables that are complete: `dangj` is dang so far. */
const readingsSoFar = (letters: string): string[][] => {
  for (let end = letters.length; end > 1; end--) {
    const rest = letters.slice(end)
    const readings = rest === '' || BEGINNINGS.has(rest) ? readingsOf(letters.slice(0, end)) : []
    if (readings.length > 0) return readings
  }
  return []
}

const MAX_INITIALS = 8
const MAX_TOKENS = 12
const MAX_ALTERNATIVES = 8
type Alternatives = string[][]

const tokensOfReading = (reading: string[]): string[] =>
  reading.length === 1 ? reading.map((one) => `~${one}`) : pairsOf(reading)

/** One Latin word: itself, its readings, or first letters where it can be no syllables. */
const wordAlternatives = (word: string): Alternatives => {
  if (!/^[a-z]{2,}$/.test(word)) return [[word]]
  const initials = readingsOf(word).length === 0 && word.length <= MAX_INITIALS ? [initialsOf([...word])] : []
  return [[word], ...initials, ...readingsSoFar(word).map(tokensOfReading)]
}

const combined = (parts: readonly Alternatives[]): Alternatives =>
  parts.reduce<Alternatives>(
    (sofar, part) => sofar.flatMap((one) => part.map((other) => [...one, ...other])).slice(0, MAX_ALTERNATIVES),
    [[]],
  )

/** Latin words side by side: `dang jian` is also read as one. */
const latinAlternatives = (words: readonly string[]): Alternatives => {
  if (words.length === 1) return combined(words.map(wordAlternatives))
  const readings = words.map((word) => readingsOf(word)[0])
  const joined = readings.every((reading) => reading !== undefined) ? [tokensOfReading(readings.flat())] : []
  return [...joined, ...combined(words.map(wordAlternatives))]
}

const isLatin = (run: string): boolean => /^[a-z0-9]/.test(run)

/** A database begins with the first token: a pair is rarer than a single one. */
const longestFirst = (one: string, other: string): number => other.length - one.length

/** Leaves out an alternative that finds only what another finds too, because it asks for all of its tokens and more. */
const withoutSpare = (alternatives: Alternatives): Alternatives =>
  alternatives.filter(
    (tokens, at) =>
      !alternatives.some((other, before) => {
        const asksLess = other.length < tokens.length || (other.length === tokens.length && before < at)
        return asksLess && other.every((token) => tokens.includes(token))
      }),
  )

/**
 * What was typed, as alternatives: a text matches when it has all tokens of any one of them. Empty when nothing searchable
 * was typed; at most eight alternatives of twelve tokens.
 */
export const queryAlternatives = (typed: string): string[][] => {
  const parts: Alternatives[] = []
  let latin: string[] = []
  const close = () => {
    if (latin.length > 0) parts.push(latinAlternatives(latin))
    latin = []
  }
  for (const run of queryRuns(typed)) {
    if (isLatin(run)) latin.push(run)
    else {
      close()
      parts.push([chineseTokens(run)])
    }
  }
  close()
  if (parts.length === 0) return []
  return withoutSpare(combined(parts).map((tokens) => [...new Set(tokens)].sort(longestFirst).slice(0, MAX_TOKENS)))
}
