import fc from 'fast-check'
import { queryTokens, searchTokens } from '@/domain/search'

const finds = (text: string, words: string) => {
  const wanted = queryTokens(words)
  const kept = searchTokens(text)
  return wanted.length > 0 && wanted.every((token) => kept.includes(token))
}
const chinese = (min: number, max: number) =>
  fc
    .array(fc.integer({ min: 0x4e00, max: 0x9fff }), { minLength: min, maxLength: max })
    .map((codes) => String.fromCodePoint(...codes))

test('a text is found by any of its own pairs and characters', () => {
  fc.assert(
    fc.property(chinese(2, 60), (text) => {
      for (let at = 0; at + 1 < text.length; at++) {
        expect(finds(text, text.slice(at, at + 2))).toBe(true)
        expect(finds(text, text[at] ?? '')).toBe(true)
      }
    }),
  )
})

test('a text is found by any run of it that a person would type', () => {
  fc.assert(
    fc.property(chinese(12, 60), fc.nat(48), fc.integer({ min: 1, max: 12 }), (text, from, length) => {
      const typed = text.slice(from % text.length, (from % text.length) + length)
      expect(finds(text, typed)).toBe(true)
    }),
  )
})

test.each([
  ['党史讲座', '党史', true],
  ['党史讲座', '史党', false],
  ['党史讲座', '讲 党史', true],
  ['党史讲座', '党课', false],
  ['VR党建电教室', 'vr', true],
  ['ＶＲ党建电教室', 'VR党建', true],
  ['2026年第３季度', '3', true],
  ['二〇二六年七一活动', '二〇二六', true],
  ['一〇一会议室', '〇一', true],
  ['新安天玉有机硅', '天玉有机硅', true],
  ['演示𬱖琳', '𬱖', true],
  ['演示𬱖琳', '𬱖琳', true],
  ['演示琳', '𬱖琳', false],
  ['A座3楼', 'a座', true],
  ['first aid', 'aid', true],
  ['first aid', 'ai', false],
])('%s is looked for by %s: %s', (text, words, found) => {
  expect(finds(text, words)).toBe(found)
})

test('how a character is written makes no difference', () => {
  expect(searchTokens('ＡＢＣ １２３')).toEqual(searchTokens('abc 123'))
  expect(queryTokens('㈠')).toEqual(queryTokens('一'))
})

test.each(['', ' ', '——', '！？', '😀', '\u0000'])('%j is nothing to look for', (words) => {
  expect([queryTokens(words), searchTokens(words)]).toEqual([[], []])
})

describe('no text makes an index or a query grow without bound', () => {
  test('tokens are few, short and different', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const tokens of [searchTokens(text), queryTokens(text)]) {
          expect(new Set(tokens).size).toBe(tokens.length)
          expect(tokens).not.toContain('')
        }
        expect(searchTokens(text).length).toBeLessThanOrEqual(200)
        expect(queryTokens(text).length).toBeLessThanOrEqual(12)
      }),
    )
  })

  test('a huge text stays at the limits', () => {
    const huge = Array.from({ length: 20_000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('')
    expect([searchTokens(huge).length, queryTokens(huge).length]).toEqual([200, 12])
  })

  test('the same words twice are the same words', () => {
    expect(searchTokens('党建', '党建')).toEqual(searchTokens('党建'))
    expect(queryTokens('党建 党建')).toEqual(queryTokens('党建'))
  })
})

test('two texts side by side make no pair across', () => {
  expect(searchTokens('党', '建')).toEqual(['党', '建'])
})
