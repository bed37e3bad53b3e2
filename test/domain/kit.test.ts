import fc from 'fast-check'
import * as v from 'valibot'
import {
  eventId,
  GRANTABLE_ROLES,
  instantIn,
  instantOut,
  optionalText,
  requestId,
  ROLES,
  text,
  whole,
} from '@/domain/kit'

const takes = (schema: v.GenericSchema, input: unknown) => v.safeParse(schema, input).success
const name = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

/** Control characters, marks that turn or hide text, and separators that no form sends. Tab and line breaks are text. */
const INVISIBLE = [
  ...[0x00, 0x01, 0x08, 0x0b, 0x0c, 0x0e, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0xad, 0x61c, 0x180e],
  ...[0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e],
  ...[0x2060, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206f, 0xfff9, 0xfffb],
]

describe.each([
  ['text', text(60)],
  ['optionalText', optionalText(60)],
])('%s', (_which, schema) => {
  test.each(INVISIBLE.map((codePoint) => [name(codePoint), codePoint]))('refuses %s inside', (_name, codePoint) => {
    expect(takes(schema, `主题${String.fromCodePoint(Number(codePoint))}党日`)).toBe(false)
  })

  test('refuses half a character', () => {
    expect(takes(schema, '主题\ud83d')).toBe(false)
    expect(takes(schema, '\ude00主题')).toBe(false)
    expect(takes(schema, '主题😀')).toBe(true)
  })

  test.each(['主题党日', '第一行\n第二行', '甲\t乙', 'Zhang San', '𬱖', '（试行）—“七一”'])(
    'takes %j as it is',
    (value) => {
      expect(v.parse(schema, value)).toBe(value)
    },
  )

  test.each(['👨‍👩‍👧‍👦', '❤️‍🔥', '👩🏽‍⚕️', '🏳️‍🌈', '👨‍👩‍👧和❤️‍🔥', '👩🏽‍🤝‍👨🏻', '🐦‍⬛', '🙂‍↔️'])('takes %s, one sign of several joined', (value) => {
    expect(v.parse(schema, value)).toBe(value)
  })

  test.each(['主题\u200d党日', '👨\u200d', '\u200d👨', '👨\u200d\u200d👩', '👨\u200d甲', '👨\u200d\u202e👩'])(
    'refuses the joiner of %j, which joins nothing',
    (value) => expect(takes(schema, value)).toBe(false),
  )

  test.each(['\u200b主\u200b题\u200b\u200b党日', '\ufeff主题党日', '主题党日\u200b ', ' \ufeff \u200b主题\ufeff党日'])(
    'takes what pastes along out of %j',
    (value) => expect(v.parse(schema, value)).toBe('主题党日'),
  )

  test('says what is wrong with a text', () => {
    const faultOf = (input: string) => v.safeParse(schema, input).issues?.[0]?.message
    expect([faultOf('字'.repeat(61)), faultOf('主题\u202e党日'), faultOf('主题\ud83d')]).toEqual([
      'tooLong',
      'hidden',
      'hidden',
    ])
  })

  test('trims, and measures what is left', () => {
    expect(v.parse(schema, `  ${'字'.repeat(60)}\n`)).toBe('字'.repeat(60))
    expect(takes(schema, '字'.repeat(61))).toBe(false)
    expect(v.parse(schema, `${' '.repeat(10_000)}党日`)).toBe('党日')
    expect(takes(schema, 'x'.repeat(1_000_000))).toBe(false)
  })

  test.each([[null], [0], [true], [['党日']], [{ toString: () => '党日' }]])(
    'refuses %j, which is no text',
    (value) => {
      expect(takes(schema, value)).toBe(false)
    },
  )
})

test('a text has something in it; an optional one may be empty or missing', () => {
  for (const empty of ['', ' ', '\n\t', '\u3000', '\u200b', ' \ufeff\u200b\n'])
    expect(takes(text(60), empty)).toBe(false)
  expect(takes(text(60), undefined)).toBe(false)
  expect(v.parse(optionalText(60), undefined)).toBe('')
  expect(v.parse(optionalText(60), ' \u3000')).toBe('')
})

describe('ids', () => {
  test.each([
    '',
    'a',
    'abc',
    'a b c d',
    'abcd\n',
    'EV0001:m-1',
    '../../etc',
    'a.b.c',
    '甲乙丙丁',
    '$where',
    'x'.repeat(65),
  ])('an event id is not %j', (value) => expect(takes(eventId, value)).toBe(false))
  test.each(['EV01', 'm-person_01', 'x'.repeat(64)])('an event id may be %j', (value) => {
    expect(v.parse(eventId, value)).toBe(value)
  })

  test('a request id is eight to 64 plain characters', () => {
    expect(takes(requestId, 'x'.repeat(7))).toBe(false)
    expect(takes(requestId, 'x'.repeat(8))).toBe(true)
    expect(takes(requestId, 'x'.repeat(64))).toBe(true)
    expect(takes(requestId, 'x'.repeat(65))).toBe(false)
    for (const hostile of ['request 1', 'request:1', 'request\u202e1', 'request-1\n', '请求编号一二三四']) {
      expect(takes(requestId, hostile)).toBe(false)
    }
  })
})

describe('instants', () => {
  const first = Date.UTC(2000, 0, 1)
  const last = Date.UTC(2100, 0, 1)

  test('survive the wire both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (ms) => {
        const sent: unknown = JSON.parse(JSON.stringify(ms))
        const kept = v.parse(instantIn, sent)
        expect(kept.getTime()).toBe(ms)
        expect(JSON.parse(JSON.stringify(v.parse(instantOut, kept)))).toBe(ms)
      }),
    )
  })

  test('lie in this century, to the millisecond', () => {
    expect([first - 1, first, last, last + 1].map((ms) => takes(instantIn, ms))).toEqual([false, true, true, false])
  })

  test.each([[NaN], [Infinity], [-Infinity], [first + 0.5], [String(first)], [new Date(first)], [null], [{ $gt: 0 }]])(
    'are not %p',
    (value) => expect(takes(instantIn, value)).toBe(false),
  )

  test('a broken date never leaves', () => {
    expect(takes(instantOut, new Date(NaN))).toBe(false)
    expect(takes(instantOut, first)).toBe(false)
  })
})

test('a whole number keeps its bounds', () => {
  const schema = whole(1, 5000)
  expect([0, 1, 5000, 5001, 1.5, NaN, '1', 2 ** 53].map((value) => takes(schema, value))).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})

test('every role but those that follow from the member record can be granted', () => {
  expect(ROLES.filter((role) => !GRANTABLE_ROLES.some((one) => one === role))).toEqual([
    'visitor',
    'bound',
    'member',
    'contact',
  ])
})
