import {
  blockAt,
  blockFrom,
  blocksOf,
  dateWords,
  entryHeight,
  stretchAt,
  type Entry,
} from '@/features/exhibit/components/timeline/timeline-model'
import { linesOf } from '@/features/exhibit/components/timeline/text-lines'

const entry = (date: string, overrides: Partial<Entry> = {}): Entry => ({
  id: `M${date}`,
  kind: 'milestone',
  hallId: null,
  number: '',
  title: '一件大事',
  summary: '',
  theme: 'party',
  date,
  seconds: 30,
  hasAudio: false,
  hasVideo: false,
  picture: null,
  ...overrides,
})
const phone = { width: 343, scale: 1, stacked: false }

test('a date is said as far as it is known', () => {
  expect(['1921-07-23', '1921-07', '1921'].map(dateWords)).toEqual(['1921 年 7 月 23 日', '1921 年 7 月', '1921 年'])
})

test('Chinese breaks after every character', () => {
  expect([linesOf('', 10), linesOf('一二三四五六七八九十', 10), linesOf('一二三四五六七八九十一', 10)]).toEqual([
    0, 1, 2,
  ])
})

test('no line begins with a closing mark or ends with an opening one', () => {
  expect(linesOf('一二三四五六七八九十，一二三四五六七八', 10)).toBe(2)
  expect(linesOf('一二三四五六七八九十，一二三四五六七八九', 10)).toBe(3)
  expect(linesOf('一二三四五六七八九（一二三四五六七八九', 10)).toBe(2)
  expect(linesOf('一二三四五六七八九（一二三四五六七八九十', 10)).toBe(3)
})

test('a figure stays whole and is about half as wide', () => {
  expect(linesOf('一二三四五六七八2021', 10)).toBe(2)
  expect(linesOf('一二三四五六七2021', 10)).toBe(1)
})

test('an entry is as tall as its words, or as its picture, and taller in large type', () => {
  const picture = { url: 'a.jpg', alt: '' }
  const plain = entryHeight(entry('1921'), phone)
  expect(plain).toBe(12 + 20 + 4 + 23 + 12)
  expect(entryHeight(entry('1921', { summary: '一'.repeat(30) }), phone)).toBe(plain + 4 + 2 * 20)
  expect(entryHeight(entry('1921', { picture }), phone)).toBe(12 + 66 + 12)
  expect(entryHeight(entry('1921', { picture }), { ...phone, scale: 1.6, stacked: true })).toBe(
    12 + 32 + 4 + 36 + 12 + Math.ceil(((343 - 28 - 24) * 3) / 4) + 12,
  )
})

const many = Array.from({ length: 300 }, (_unused, place) =>
  entry(`${1921 + Math.floor(place / 3)}-0${1 + (place % 3)}`, { summary: '一'.repeat((place * 7) % 90) }),
)

test('every entry stands in exactly one block, and blocks follow each other without a gap', () => {
  const blocks = blocksOf(many, phone)
  expect(blocks.flatMap(({ entries }) => entries)).toEqual(many)
  blocks.reduce((bottom, { top, height }) => {
    expect(top).toBe(bottom)
    return top + height
  }, 0)
  expect(blocks.filter(({ year }) => year).map(({ year }) => Number(year))).toEqual(
    Array.from({ length: 100 }, (_unused, years) => 1921 + years),
  )
  expect(blocks.flatMap(({ decade }) => decade ?? [])).toEqual([
    ...['1920', '1930', '1940', '1950', '1960', '1970', '1980', '1990', '2000', '2010', '2020'],
  ])
})

test('what is drawn covers the screen with a screen to either side, and little more', () => {
  const blocks = blocksOf(many, phone)
  const bottom = (blocks.at(-1)?.top ?? 0) + (blocks.at(-1)?.height ?? 0)
  for (let top = 0; top < bottom; top += 137) {
    const { from, to } = stretchAt(blocks, top, 667, 667)
    const [first, last] = [blocks[from], blocks[to - 1]]
    expect(first && first.top).toBeLessThanOrEqual(Math.max(0, top - 667))
    expect(last && last.top + last.height).toBeGreaterThanOrEqual(Math.min(bottom, top + 2 * 667))
    expect(blocks.slice(from, to).flatMap(({ entries }) => entries).length).toBeLessThanOrEqual(36)
  }
})

test('a year leads to its first block, or to the next year that there is; beyond the end to the last', () => {
  const blocks = blocksOf([entry('1921'), entry('1949-10-01'), entry('1978-12')], phone)
  expect(['1900', '1921', '1930', '1978', '2030'].map((year) => blockFrom(blocks, year)?.year)).toEqual([
    ...['1921', '1921', '1949', '1978', '1978'],
  ])
  expect([0, blocks[1]?.top ?? 0, 99_999].map((top) => blockAt(blocks, top)?.year)).toEqual(['1921', '1949', '1978'])
})
