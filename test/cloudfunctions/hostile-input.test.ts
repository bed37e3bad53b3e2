/**
 * Every action against input that no client of ours would send: always an answer, always a declared refusal, never a
 * stack, never a crash, and nothing of the prototype chain taken for an action or a field.
 */
import { contracts } from '@/domain/contracts'
import { COMMON_REFUSALS, type Contract } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { sampleOf } from '../support/sample'
import { buildWorld, idsOf, personOf } from '../support/world'

type Raw = { ok: boolean; data?: unknown; error?: { code: string; requestId: string } }

const everyAction = Object.entries(contracts as Record<string, Contract>).flatMap(([context, contract]) =>
  Object.entries(contract).map(([action, spec]) => ({ context, action, spec })),
)

const deep = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels))

const HOSTILE: [string, unknown][] = [
  ['null', null],
  ['a number', 1e308],
  ['a negative number', -1],
  ['an empty text', ''],
  ['a huge text', 'x'.repeat(60_000)],
  ['control characters', 'a\u0000\u202e\ufeffb'],
  ['a lone surrogate', '\ud800'],
  ['an operator', { $ne: null }],
  ['another operator', { $gt: '', $where: 'sleep(1000)' }],
  ['a regular expression', '.*'],
  ['prototype keys', JSON.parse('{"__proto__":{"role":"staff"},"constructor":{"prototype":{}}}')],
  ['a deep object', deep(2000)],
  ['a long list', Array.from({ length: 5000 }, () => 'x')],
  ['a path', '../../etc/passwd'],
  ["another's key", 'EVFOREIGN:m-FOREIGN'],
]

/** The sample with one field after another replaced, at every depth. */
const variations = (sample: unknown): [string, unknown][] => {
  const whole: [string, unknown][] = HOSTILE.map(([what, value]) => [`input is ${what}`, value])
  const fields = (value: unknown): [string, (hostile: unknown) => unknown][] =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? []
      : Object.keys(value).flatMap((key) => {
          const inside = (value as Record<string, unknown>)[key]
          const put = (hostile: unknown) => ({ ...value, [key]: hostile })
          return [
            [key, put] as [string, (hostile: unknown) => unknown],
            ...fields(inside).map(
              ([path, inner]) =>
                [`${key}.${path}`, (h: unknown) => put(inner(h))] as [string, (hostile: unknown) => unknown],
            ),
          ]
        })
  return [
    ...whole,
    ...fields(sample).flatMap(([path, put]) =>
      HOSTILE.map(([what, value]) => [`${path} is ${what}`, put(value)] as [string, unknown]),
    ),
  ]
}

const faultOf = (raw: unknown, declared: readonly string[]): string | null => {
  const answer = raw as Raw
  if (JSON.stringify(answer).includes('    at ')) return 'a stack'
  if (answer.ok === true) return null
  const { code = 'none', requestId = '' } = answer.error ?? {}
  if (code === 'failed') return 'failed'
  return declared.includes(code) && requestId !== '' ? null : `undeclared ${code}`
}

describe.each(everyAction)('$context.$action', ({ context, action, spec }) => {
  test('answers hostile input with a declared refusal', async () => {
    await buildWorld()
    const declared = [...COMMON_REFUSALS, ...spec.refusals]
    const sample = sampleOf(spec.input as never, idsOf('own'))
    const faults: string[] = []
    for (const [what, input] of variations(sample)) {
      // Staff get furthest into every action; what they cannot break, others cannot.
      const fault = faultOf(await cloud.as(personOf('staff')).send(context, { action, input }), declared)
      if (fault) faults.push(`${what}: ${fault}`)
    }
    expect(faults).toEqual([])
  })
})

test.each(Object.keys(contracts))('%s has no action but its own', async (context) => {
  await buildWorld()
  const events = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 0, null, {}, [], ['list'], 'LIST'].map(
    (action) => ({ action }),
  )
  for (const event of [...events, null, 'text', 7, [], { TriggerName: 'sweep', Type: 'Timer' }]) {
    expect(await cloud.as(personOf('staff')).send(context, event)).toMatchObject({
      ok: false,
      error: { code: 'unknownAction' },
    })
  }
})
