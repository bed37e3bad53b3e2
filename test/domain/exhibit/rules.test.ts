import {
  cueAt,
  draftProblems,
  FACES,
  fitDraft,
  HALL_IDS,
  inOrder,
  isStale,
  lengthOf,
  parseNumber,
  parseScene,
  PLAN,
  sceneOf,
  secondsOf,
  STALE_MS,
  type DraftFacts,
} from '@/domain/exhibit/rules'

const facts = (overrides: Partial<DraftFacts> = {}): DraftFacts => ({
  kind: 'display',
  hallId: 'h1',
  number: '101',
  date: '',
  theme: null,
  summary: '简介',
  text: '正文',
  pictures: [],
  audio: null,
  video: null,
  figure: null,
  panorama: null,
  ...overrides,
})
const sound = (seconds: number, ...at: number[]) => ({ seconds, cues: at.map((one) => ({ at: one, text: '说' })) })
const faces = Object.fromEntries(FACES.map((face) => [face, {}]))

describe('what a draft lacks', () => {
  test.each<[Partial<DraftFacts>, string[]]>([
    [{}, []],
    [{ number: '' }, ['numberMissing']],
    [{ number: '901' }, ['numberMissing']],
    [{ number: '201' }, ['numberOfAnotherHall']],
    [{ hallId: null }, ['numberOfAnotherHall']],
    [{ summary: '', text: '' }, ['textMissing', 'summaryMissing']],
    [{ pictures: [{ alt: '图' }, { alt: '' }] }, ['alternativeMissing']],
    [{ audio: sound(60) }, ['transcriptMissing']],
    [{ video: sound(60) }, ['captionsMissing']],
    [{ audio: sound(60, 0, 10, 60) }, []],
    [{ audio: sound(60, 0, 61) }, ['cuesOutOfOrder']],
    [{ audio: sound(60, 0, 9, 9) }, ['cuesOutOfOrder']],
    [{ video: sound(60, 5, 0) }, ['cuesOutOfOrder']],
    [{ figure: { items: [] } }, ['figureEmpty']],
    [{ kind: 'hall', number: '', panorama: { faces } }, []],
    [{ kind: 'hall', number: '', panorama: { faces: { ...faces, up: undefined } } }, ['panoramaIncomplete']],
    [{ kind: 'story', number: '', theme: 'craft' }, []],
    [{ kind: 'story', number: '', theme: null }, ['themeMissing']],
    [{ kind: 'story', number: '', theme: 'party' }, ['themeMissing']],
    [{ kind: 'milestone', number: '', theme: 'zone', date: '1921-07', text: '' }, []],
    [{ kind: 'milestone', number: '', theme: 'faith', date: '' }, ['dateMissing', 'themeMissing']],
  ])('%j lacks %j', (overrides, problems) => {
    expect(draftProblems(facts(overrides))).toEqual(problems)
  })
})

test('a draft keeps what its kind can hold', () => {
  const draft = {
    hallId: 'h2' as const,
    number: '201',
    theme: 'craft' as const,
    date: '1921',
    panorama: {},
    title: '甲',
  }
  expect(fitDraft('display', 'EX1', draft)).toEqual({ ...draft, theme: null, date: '', panorama: null })
  expect(fitDraft('story', 'ST1', draft)).toEqual({ ...draft, hallId: null, number: '', date: '', panorama: null })
  expect(fitDraft('milestone', 'MS1', draft)).toEqual({ ...draft, hallId: null, number: '', panorama: null })
  expect(fitDraft('hall', 'h5', draft)).toEqual({ ...draft, hallId: 'h5', number: '', theme: null, date: '' })
})

test.each([
  [[], ['a1', 'b2', 'c3']],
  [
    ['c', 'a'],
    ['c3', 'a1', 'b2'],
  ],
  [
    ['gone', 'b'],
    ['b2', 'a1', 'c3'],
  ],
])('in the order %j they stand as %j', (order, expected) => {
  const exhibits = [
    { id: 'c', number: '3' },
    { id: 'a', number: '1' },
    { id: 'b', number: '2' },
  ]
  expect(inOrder(exhibits, order).map(({ id, number }) => `${id}${number}`)).toEqual(expected)
})

test.each([
  ['101', '101'],
  [' 1 0 1 ', '101'],
  ['１０１', '101'],
  ['901', null],
  ['10', null],
  ['1010', null],
  ['abc', null],
])('%s is typed for number %s', (typed, number) => {
  expect(parseNumber(typed)).toBe(number)
})

test.each([
  [sceneOf('101'), '101'],
  ['x%3D101', '101'],
  ['pages/exhibit/display/index?scene=x%3D201', '201'],
  ['https://example.invalid/?a=1&scene=x%3D301#top', '301'],
  ['x=901', null],
  ['x=1011', null],
  ['%E0%A4%A', null],
  ['y=101', null],
])('the scanned text %s leads to %s', (scanned, number) => {
  expect(parseScene(scanned)).toBe(number)
})

test('a scene fits into a wall code', () => {
  expect(sceneOf('888')).toMatch(/^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/)
})

test.each([
  ['a film', { text: '长'.repeat(9000), audio: { seconds: 90 }, video: { seconds: 240.4 } }, 240],
  ['a sound', { text: '', audio: { seconds: 90 }, video: null }, 90],
  ['reading', { text: '字'.repeat(600), audio: null, video: null }, 120],
  ['half a minute at least', { text: '短', audio: null, video: null }, 30],
])('it takes as long as %s', (_what, timed, seconds) => {
  expect(secondsOf(timed)).toBe(seconds)
})

test('lengths meet at three and ten minutes', () => {
  expect([180, 181, 600, 601].map(lengthOf)).toEqual(['short', 'medium', 'medium', 'long'])
})

test('the cue of a second is the last that has begun', () => {
  const cues = [{ at: 1 }, { at: 5 }]
  expect([0, 1, 4.9, 5, 99].map((second) => cueAt(cues, second))).toEqual([-1, 0, 0, 1, 1])
})

test('what is published goes stale after a year, a draft never', () => {
  const of = (state: 'published' | 'draft', age: number) => isStale({ state, changedAt: 0 }, age)
  expect([of('published', STALE_MS - 1), of('published', STALE_MS), of('draft', STALE_MS)]).toEqual([
    false,
    true,
    false,
  ])
})

describe('the floor plan', () => {
  const touching = (a: number, lengthA: number, b: number, lengthB: number) =>
    a <= b + lengthB + 6 && b <= a + lengthA + 6

  test.each(HALL_IDS)('%s lies on it, beside every hall that its doors lead to, and they lead back', (id) => {
    const own = PLAN[id]
    expect([own.x >= 0, own.y >= 0, own.x + own.width <= 100, own.y + own.height <= 100]).toEqual(Array(4).fill(true))
    for (const other of own.doors) {
      const there = PLAN[other]
      expect(there.doors).toContain(id)
      expect(touching(own.x, own.width, there.x, there.width)).toBe(true)
      expect(touching(own.y, own.height, there.y, there.height)).toBe(true)
    }
  })

  test('no two halls overlap', () => {
    const overlaps = HALL_IDS.flatMap((one) =>
      HALL_IDS.filter((other) => {
        const [a, b] = [PLAN[one], PLAN[other]]
        return one < other && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
      }).map((other) => `${one} ${other}`),
    )
    expect(overlaps).toEqual([])
  })
})
