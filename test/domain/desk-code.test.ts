import fc from 'fast-check'
import {
  acceptedSteps,
  formatDeskCode,
  isAcceptedStep,
  parseDeskCode,
  parseDigits,
  STEP_MS,
  stepAt,
  type DeskCode,
} from '@/domain/desk-code'

const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) })
const letters = (alphabet: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max })
const codes: fc.Arbitrary<DeskCode> = fc.record({
  subject: letters('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 4, 64),
  step: instants.map(stepAt),
  mac: letters('0123456789ABCDEF', 16, 16),
})
const prefixes = fc.constantFrom(
  '',
  'HTTPS://HLT.EXAMPLE/C/',
  'https://an.other.example:8443/a/b-c/',
  'weixin://x/',
  '/',
  'HTTPS://H.EXAMPLE/%E5%85%9A/',
)

describe('a code on the desk', () => {
  test('is read back as it was written, whatever the prefix', () => {
    fc.assert(
      fc.property(prefixes, codes, (prefix, code) => {
        expect(parseDeskCode(formatDeskCode(prefix, code))).toEqual(code)
      }),
    )
  })

  test('survives scanners that change case or add space', () => {
    fc.assert(
      fc.property(prefixes, codes, (prefix, code) => {
        const text = formatDeskCode(prefix, code)
        expect(parseDeskCode(text.toLowerCase())).toEqual(code)
        expect(parseDeskCode(`  ${text}\n`)).toEqual(code)
      }),
    )
  })

  test('survives the address being encoded, as WeChat hands it over in `q`', () => {
    fc.assert(
      fc.property(prefixes, codes, (prefix, code) => {
        const q = encodeURIComponent(formatDeskCode(prefix, code))
        expect(parseDeskCode(q)).toEqual(code)
        expect(parseDeskCode(q.toLowerCase())).toEqual(code)
        expect(parseDeskCode(decodeURIComponent(q))).toEqual(code)
      }),
    )
  })

  test('stays in the alphabet that keeps the picture sparse', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(formatDeskCode('HTTPS://HLT.EXAMPLE/C/', code)).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
      }),
    )
  })

  const good = 'EV0001.ABC.0123456789ABCDEF'
  test.each([
    ['nothing', ''],
    ['a menu', 'https://example.com/menu'],
    ['a short event id', 'EV1.ABC.0123456789ABCDEF'],
    ['a missing step', 'EV0001..0123456789ABCDEF'],
    ['a step too long to be one', 'EV0001.ABCDEFGHIJ.0123456789ABCDEF'],
    ['a short digest', 'EV0001.ABC.0123456789ABCDE'],
    ['a long digest', `${good}0`],
    ['a digest that is none', 'EV0001.ABC.0123456789ABCDEG'],
    ['something behind it', `${good}?x=1`],
    ['a second line', `${good}\nEV0002`],
    ['another separator', `HTTPS://X?C=${good}`],
    ['an operator', '{"$ne":null}'],
    ['a huge text', 'A'.repeat(100_000)],
  ])('is not %s', (_what, scanned) => {
    expect(parseDeskCode(scanned)).toBeNull()
  })

  test('no scanned text breaks its reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (scanned) => {
        const code = parseDeskCode(scanned)
        if (code) expect(Number.isSafeInteger(code.step)).toBe(true)
      }),
    )
  })
})

describe('how long a code is good', () => {
  test('at most 40 seconds from when it first showed, and at least 20', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 60_000 }), (shownAt, later) => {
        const step = stepAt(shownAt)
        const age = shownAt + later - step * STEP_MS
        expect(isAcceptedStep(step, shownAt + later)).toBe(age < 40_000)
        if (later < 20_000) expect(isAcceptedStep(step, shownAt + later)).toBe(true)
      }),
    )
  })

  test('two steps at any moment, the current and the one before, never a later one', () => {
    fc.assert(
      fc.property(instants, (now) => {
        expect(acceptedSteps(now)).toEqual([stepAt(now), stepAt(now) - 1])
        expect(isAcceptedStep(stepAt(now) + 1, now)).toBe(false)
      }),
    )
  })

  test('it changes with the millisecond', () => {
    const edge = 1_000_000 * STEP_MS
    expect([edge - 1, edge, edge + STEP_MS - 1, edge + STEP_MS].map(stepAt)).toEqual([
      999_999, 1_000_000, 1_000_000, 1_000_001,
    ])
  })
})

describe('digits as typed', () => {
  const fullWidth = (digits: string) =>
    [...digits].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')

  test('full-width digits, spaces and hyphens are forgiven', () => {
    fc.assert(
      fc.property(letters('0123456789', 8, 8), (digits) => {
        const halves = [digits.slice(0, 4), digits.slice(4)]
        for (const typed of [
          digits,
          fullWidth(digits),
          halves.join(' '),
          halves.join('-'),
          halves.map(fullWidth).join('　'),
          ` ${digits}\n`,
          halves.map(fullWidth).join('－'),
        ])
          expect(parseDigits(typed)).toBe(digits)
      }),
    )
  })

  test.each([
    '',
    '1234567',
    '123456789',
    '1234567a',
    '1234.5678',
    '١٢٣٤٥٦٧٨',
    '一二三四五六七八',
    '1e7',
    '+12345678',
    '-'.repeat(1000),
  ])('%j are not eight digits', (typed) => expect(parseDigits(typed)).toBeNull())
})
