import { contracts, type ActionName } from '@/domain/contracts'
import * as eventLabels from '@/domain/event/labels'
import { draftProblems } from '@/domain/event/rules'
import { homeTodoLabels } from '@/domain/home/labels'
import { COMMON_REFUSALS, TEXT_FAULTS, type Contract, type RefusalDetail } from '@/domain/kit'
import { fieldLabels, refusalWords } from '@/domain/labels'
import * as memberLabels from '@/domain/member/labels'

const now = Date.parse('2026-11-21T06:00:00Z')
/** What a refusal may know, as the server sends it, and as it arrives when nothing was sent. */
const DETAILS: RefusalDetail[] = [
  {},
  { at: now + 3600_000, now, left: 4, minutes: 10, taken: 12, problem: 'tooLong', field: 'name' },
]

const refusals = Object.entries(contracts as Record<string, Contract>).flatMap(([context, contract]) =>
  Object.entries(contract).flatMap(([action, spec]) =>
    [...spec.refusals, ...COMMON_REFUSALS, 'offline'].map(
      (code) => [`${context}.${action}` as ActionName, code] as const,
    ),
  ),
)

/** A sentence for a person: Chinese, said calmly, with no trace of what it is made of. */
const faults = (words: string): string[] =>
  [
    [words.trim() === '', 'nothing said'],
    [!/[\u4e00-\u9fff]{2}/.test(words), 'no Chinese'],
    [/[!！]/.test(words), 'an exclamation mark'],
    [/undefined|null|NaN|Invalid|\[object|=>/.test(words), 'a value that is none'],
    [/[A-Za-z]{3,}/.test(words), 'an internal word'],
    [/ {2}|^ | $/.test(words), 'a gap where a value is missing'],
    [words.length > 60, 'too long to read standing'],
  ].flatMap(([wrong, what]) => (wrong ? [String(what)] : []))

test.each(refusals)('%s says why it refuses with %s', (action, code) => {
  for (const detail of DETAILS)
    expect({
      words: refusalWords(action, code, detail),
      faults: faults(refusalWords(action, code, detail)),
    }).toMatchObject({ faults: [] })
})

test('every code has words of its own: none falls back to the general one', () => {
  const general = refusalWords('event.get', 'failed')
  expect(
    refusals.filter(([action, code]) => code !== 'failed' && refusalWords(action, code, DETAILS[1]) === general),
  ).toEqual([])
  expect(refusalWords('event.get', 'noSuchCode')).toBe(general)
  expect(refusalWords('event.get', 'constructor')).toBe(general)
})

test('words that carry a time or a number say it', () => {
  const detail = { at: Date.parse('2026-11-22T01:00:00Z'), now }
  expect(refusalWords('event.signUp', 'signUpNotOpen', detail)).toBe('报名 明天 9:00 开始，届时再来')
  expect(refusalWords('event.checkIn', 'notOpenYet', detail)).toBe('签到 明天 9:00 开始，请稍等')
  expect(refusalWords('event.checkIn', 'digitsWrong', { left: 4 })).toContain('4 次')
  expect(refusalWords('event.checkIn', 'tooManyTries', { minutes: 7 })).toContain('7 分钟')
  expect(refusalWords('event.change', 'capacityBelowTaken', { taken: 12 })).toContain('12 人')
})

/** Every field of an input that is written by a person, as `context.name`. */
const textFields = (schema: unknown, name: string): string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const { type, entries, wrapped, item, options } = schema as Record<string, unknown>
  if (type === 'string') return JSON.stringify(schema).includes('"hidden"') ? [name] : []
  return [
    ...Object.entries(entries ?? {}).flatMap(([key, field]) => textFields(field, key)),
    ...[wrapped, item, ...(Array.isArray(options) ? (options as unknown[]) : [])].flatMap((one) =>
      textFields(one, name),
    ),
  ]
}
const written = Object.entries(contracts as Record<string, Contract>).flatMap(([context, contract]) =>
  Object.entries(contract).flatMap(([action, spec]) =>
    [...new Set(textFields(spec.input, ''))].map((field) => [`${context}.${action}` as ActionName, field] as const),
  ),
)

test('a text that cannot be taken is refused by the name of its field', () => {
  expect(refusalWords('consultation.book', 'badInput', { field: 'question', wrong: 'hidden' })).toBe(
    '“问题”里有看不见的特殊字符（多半是粘贴带来的），请删掉后重新输入',
  )
  expect(refusalWords('event.create', 'badInput', { field: 'draft.agenda.0.title', wrong: 'tooLong' })).toBe(
    '“标题”写得太长，请缩短后再提交',
  )
  expect(refusalWords('member.bind', 'badInput', { field: 'name', wrong: 'empty' })).toBe('“姓名”还没有填写')
  expect(refusalWords('event.create', 'badInput', { field: 'draft.startsAt' })).toBe('有内容填写得不对，请检查后再提交')
})

test('every text that a person can write has a name, and every fault of it is said', () => {
  expect(written.length).toBeGreaterThan(60)
  const names = new Set(written.flatMap(([action, field]) => [field, `${action.split('.')[0]}.${field}`]))
  expect(Object.keys(fieldLabels).filter((name) => !names.has(name))).toEqual([])
  for (const [action, field] of written)
    for (const wrong of TEXT_FAULTS) {
      const words = refusalWords(action, 'badInput', { field, wrong })
      expect({ action, words, faults: faults(words) }).toEqual({ action, words, faults: [] })
      expect(words).not.toContain('填写的内容')
    }
})

const tables = Object.entries({ ...eventLabels, ...memberLabels, homeTodoLabels }).filter(
  ([name]) => !name.endsWith('Refusals') && name !== 'consentTexts',
) as [string, Record<string, string>][]

test.each(tables)('%s names each of its things differently', (_name, table) => {
  const words = Object.values(table)
  expect(words.flatMap(faults)).toEqual([])
  expect(new Set(words).size).toBe(words.length)
})

test('what a person agrees to is said in whole sentences', () => {
  for (const { title, body } of Object.values(memberLabels.consentTexts)) {
    expect(title).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(body).toMatch(/。$/)
    expect(`${title}${body}`).not.toMatch(/[!！]|undefined/)
  }
})

test('every problem that a draft can have is explained', () => {
  const at = (hours: number) => now + hours * 3600_000
  const wrong = draftProblems({
    startsAt: at(0),
    endsAt: at(-1),
    signUp: { opensAt: at(1), closesAt: at(1) },
    cancelUntil: at(1),
    checkIn: { opensAt: at(30), closesAt: at(30) },
  })
  const long = draftProblems({
    startsAt: at(0),
    endsAt: at(24 * 32),
    signUp: { opensAt: at(-1), closesAt: at(0) },
    cancelUntil: at(0),
    checkIn: { opensAt: at(0), closesAt: at(1) },
  })
  expect(new Set([...wrong, ...long])).toEqual(new Set(Object.keys(eventLabels.draftProblemLabels)))
})
