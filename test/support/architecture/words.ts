import { eachFile, type Rule, type Violation } from './rule'

const here = 'test/support/architecture/words.ts'
const text = /\.(ts|tsx|js|cjs|mjs|json|scss|html|md|yml|yaml|sh)$|\/run$|^\.[a-z]+$/

function lines(file: string, content: string, pattern: RegExp, say: (match: string) => string): Violation[] {
  if (file === here) return []
  return content.split('\n').flatMap((line, index) => {
    const [match] = pattern.exec(line) ?? []
    return match === undefined ? [] : [{ file, line: index + 1, found: say(match.trim()) }]
  })
}

const forbid = (within: RegExp, pattern: RegExp) =>
  eachFile(within, (file, content) =>
    file === 'package-lock.json' ? [] : lines(file, content, pattern, (match) => `says "${match}"`),
  )

export const wordRules: Rule[] = [
  {
    name: 'nothing is left for later in a comment',
    instead: 'Do it, or open an issue and delete the line.',
    check: forbid(text, /\b(TODO|FIXME|XXX|HACK)\b/),
  },
  {
    name: 'nothing names a path of one person’s machine',
    instead: 'Use a path relative to the repository, or os.tmpdir().',
    check: forbid(text, /(^|[\s'"`(=:])\/(work|tmp|home|root|Users)\/[\w.-]+/),
  },
  {
    name: 'nothing names where packages or models come from',
    instead: 'Leave the registry to npm’s own settings, and the history of the text to git.',
    check: forbid(text, /\b(registry\.npm\w*|npmmirror|verdaccio|claude|anthropic|openai|chatgpt|copilot|LLM)\b/i),
  },
  {
    name: 'package-lock.json names no host',
    instead: 'Install with the repository’s .npmrc (omit-lockfile-registry-resolved=true) and commit the lock again.',
    check: ({ files }) => {
      const lock = files.get('package-lock.json') ?? ''
      return lines('package-lock.json', lock, /"resolved": "[a-z+]+:\/\/[^/"]*/, (match) => match)
    },
  },
  {
    name: 'no test is skipped or run alone',
    instead: 'Repair it or delete it: a ring that skips proves nothing.',
    check: forbid(
      /\.(test|spec)\.tsx?$/,
      /\b(test|it|describe)\.(skip|only|todo)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/,
    ),
  },
]
