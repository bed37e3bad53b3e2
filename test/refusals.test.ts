/**
 * Every refusal that a contract declares is provoked somewhere: a test of the functions that calls the action also expects
 * the code, as `refused('full')`, `code: 'full'` or the first entry of a table's row. A state of the same name is no proof.
 */
import { contracts } from '@/domain/contracts'
import { COMMON_REFUSALS, type Contract } from '@/domain/kit'
import { readRepository } from './support/repository'

const tests = [...readRepository()].filter(([file]) => /^test\/cloudfunctions\/.*\.test\.ts$/.test(file))

const expects = (text: string, code: string): boolean =>
  new RegExp(`(?:\\brefused\\(|\\bcode: |\\[)\\s*'${code}'`).test(text)
const calls = (text: string, action: string): boolean => text.includes(`'${action}'`)

const declared = Object.entries(contracts as Record<string, Contract>).flatMap(([context, contract]) =>
  Object.entries(contract).flatMap(([name, { refusals }]) =>
    refusals.map((code) => ({ action: `${context}.${name}`, code })),
  ),
)

test('every refusal of every action is provoked by a test that calls it', () => {
  const missing = declared
    .filter(({ action, code }) => !tests.some(([, text]) => calls(text, action) && expects(text, code)))
    .map(({ action, code }) => `${action}: ${code}`)
  expect(missing).toEqual([])
})

test('every refusal that any action may answer with is provoked somewhere', () => {
  expect(COMMON_REFUSALS.filter((code) => !tests.some(([, text]) => expects(text, code)))).toEqual([])
})

test('only what is expected as a refusal counts', () => {
  for (const proof of [`refused('full')`, `{ code: 'full' }`, `[\n  'full',\n  {}]`])
    expect(expects(proof, 'full')).toBe(true)
  for (const other of [`state: 'full'`, `refused('fuller')`, `test('full', f)`, `{ full: 3 }`]) {
    expect(expects(other, 'full')).toBe(false)
  }
  expect(tests.length).toBeGreaterThan(0)
})
