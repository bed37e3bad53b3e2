import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { isSyllable, pinyinTokens, queryAlternatives, readingsOf } from '@/domain/pinyin'
import { textTokens } from '@/domain/search'

const syllables = (text: string) => pinyin(text, { type: 'array', toneType: 'none', v: true })
/** Whether a title would be found: its tokens hold all of any alternative's. */
const finds = (title: string, typed: string) => {
  const stored = new Set([...textTokens(title, { singles: true }), ...pinyinTokens(syllables(title), true)])
  return queryAlternatives(typed).some((tokens) => tokens.every((token) => stored.has(token)))
}

test('every syllable of common characters is known, so that none is left out of a search', () => {
  const unknown = new Set<string>()
  for (let code = 0x4e00; code <= 0x9fa5; code++) {
    for (const syllable of syllables(String.fromCodePoint(code))) if (!isSyllable(syllable)) unknown.add(syllable)
  }
  // Sounds without a vowel, as interjections have them, and characters that the dictionary does not know.
  expect([...unknown].filter((one) => /^[a-z]+$/.test(one)).sort()).toEqual(['m', 'ng'])
})

test.each([
  ['党建工作室', 'dangjian', true],
  ['党建工作室', 'dang jian', true],
  ['党建工作室', 'DANGJIAN', true],
  ['党建工作室', 'djgzs', true],
  ['党建工作室', 'gz', true],
  ['党建工作室', 'dang', true],
  ['党建工作室', 'gongzuoshi', true],
  ['党建工作室', '党建 gongzuo', true],
  ['党建工作室', 'jiandang', false],
  ['党建工作室', 'jd', false],
  ['党建工作室', 'dangshi', false],
  ['西安', 'xian', true],
  ['先进', 'xian', true],
  ['先进', 'xianjin', true],
  ['西安', 'xi an', true],
  ['绿色园区', 'lvse', true],
  ['绿色园区', 'luse', false],
  ['战略', 'zhanlue', true],
  ['女工', 'nvgong', true],
  ['重庆', 'chongqing', true],
  ['银行', 'yinhang', true],
  ['VR体验', 'vr tiyan', true],
  ['VR体验', 'vr', true],
  ['党建工作室', 'dangjiang', false],
  ['党建工作室', 'dangj', true],
  ['first aid', 'aid', true],
])('%s is looked for by %s: %s', (title, typed, found) => {
  expect(finds(title, typed)).toBe(found)
})

test.each([
  ['xian', [['xian'], ['xi', 'an']]],
  ['lve', [['lue'], ['lv', 'e']]],
  ['djgs', []],
  ['', [[]]],
])('%s can be read as %j', (letters, readings) => {
  expect(readingsOf(letters)).toEqual(readings)
})

test('a title is found by the pinyin of any two or more neighbours in it', () => {
  const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
  fc.assert(
    fc.property(fc.array(character, { minLength: 2, maxLength: 8 }), fc.nat(), fc.nat(), (characters, from, more) => {
      const read = syllables(characters.join(''))
      fc.pre(read.length === characters.length && read.every(isSyllable))
      const start = from % (characters.length - 1)
      const typed = read.slice(start, start + 2 + (more % 3))
      const stored = new Set(pinyinTokens(read, true))
      expect(queryAlternatives(typed.join(' ')).some((tokens) => tokens.every((token) => stored.has(token)))).toBe(true)
    }),
  )
})

test('what is no syllable parts the neighbours', () => {
  expect(pinyinTokens(['dang', '，', 'jian'], true)).toEqual(['~dang', '~jian'])
  expect(pinyinTokens(['dang', 'jian'], false)).toEqual(['~dang~jian'])
})

test.each([
  ['dangjian', [['dangjian'], ['~dang~jian'], ['~dang~ji', '~ji~an']]],
  [
    'gushi zhanshi',
    [
      ['gushi', 'zhanshi'],
      ['gushi', '~zhan~shi'],
      ['~gu~shi', 'zhanshi'],
      ['~gu~shi', '~zhan~shi'],
    ],
  ],
  ['党建 党', [['党建', '党']]],
  ['党 党建', [['党建', '党']]],
])('%s asks for %j and for nothing that these find already', (typed, alternatives) => {
  const sorted = (all: string[][]) => all.map((tokens) => tokens.join(' ')).sort()
  expect(sorted(queryAlternatives(typed))).toEqual(
    sorted(alternatives.map((tokens) => [...tokens].sort((a, b) => b.length - a.length))),
  )
})

test.each(['', ' ', '——', '！？'])('%j is nothing to look for', (typed) => {
  expect(queryAlternatives(typed)).toEqual([])
})

test('no query grows without bound, and none of its alternatives is empty', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.stringMatching(/^([a-z]{1,6} ?|[党建园区]{1,3}){0,12}$/),
      ),
      (typed) => {
        const alternatives = queryAlternatives(typed)
        expect(alternatives.length).toBeLessThanOrEqual(9)
        for (const tokens of alternatives) {
          expect(tokens.length).toBeGreaterThan(0)
          expect(tokens.length).toBeLessThanOrEqual(12)
          expect(new Set(tokens).size).toBe(tokens.length)
        }
      },
    ),
  )
})
