import fc from 'fast-check'
import { aboutSheet, columnLabels, documentKindLabels, scopeLabels } from '@/domain/document/labels'
import {
  columnsOf,
  JOB_MOVES,
  JOB_STATES,
  maskedCell,
  maskName,
  seesWhole,
  shareOf,
  SHEET_KINDS,
  type Column,
} from '@/domain/document/rules'

describe('whose data stands in a sheet whole', () => {
  test.each([
    { reach: 'all' as const, branchId: 'branch-02', whole: true },
    { reach: 'all' as const, branchId: '', whole: true },
    { reach: ['branch-01'], branchId: 'branch-01', whole: true },
    { reach: ['branch-01', 'branch-02'], branchId: 'branch-02', whole: true },
    { reach: ['branch-01'], branchId: 'branch-02', whole: false },
    { reach: ['branch-01'], branchId: '', whole: false },
    { reach: [], branchId: 'branch-01', whole: false },
  ])('$reach sees somebody of "$branchId" whole: $whole', ({ reach, branchId, whole }) => {
    expect(seesWhole(reach, branchId)).toBe(whole)
  })
})

describe('a masked cell', () => {
  const column = (personal?: Column['personal']): Column => ({
    key: 'x',
    type: 'text',
    width: 1,
    ...(personal && { personal }),
  })

  test.each([
    { personal: 'name' as const, value: '演示党员01', masked: '演*' },
    { personal: 'name' as const, value: '𠮷田', masked: '𠮷*' },
    { personal: 'name' as const, value: '', masked: '' },
    { personal: 'phone' as const, value: '19900001234', masked: '199******34' },
    { personal: 'words' as const, value: '演示党员01手机没电', masked: '' },
    { personal: undefined, value: '第一党支部', masked: '第一党支部' },
  ])('$personal: $value → $masked', ({ personal, value, masked }) => {
    expect(maskedCell(column(personal), value, false)).toBe(masked)
    expect(maskedCell(column(personal), value, true)).toBe(value)
  })

  test('shows no more of a name than its first character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        expect(maskName(name)).toBe(`${Array.from(name)[0]}*`)
      }),
    )
  })
})

describe('columns', () => {
  test.each(SHEET_KINDS)('of %s have a head of their own each, and every name of a person is marked as one', (kind) => {
    const columns = columnsOf(kind)
    const heads: Record<string, string> = columnLabels[kind]
    expect(new Set(columns.map(({ key }) => heads[key])).size).toBe(columns.length)
    expect(Object.keys(heads)).toHaveLength(columns.length)
    const people = columns.filter(({ key }) => ['name', 'owner', 'goer'].includes(key))
    expect(people.map(({ personal }) => personal)).toEqual(kind === 'figures' ? [] : ['name'])
  })
})

test.each(SHEET_KINDS)('the sheet of %s has a name that Excel takes, beside that of the explanations', (kind) => {
  const name = documentKindLabels[kind]
  expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/)
  expect(name).not.toBe(aboutSheet.name)
})

test.each([
  ['2026-11', '2026-11', '2026年11月'],
  ['2026-10', '2026-12', '2026年10月至12月'],
  ['2025-12', '2026-11', '2025年12月至2026年11月'],
])('%s to %s is said as %s', (from, to, words) => {
  expect(scopeLabels.months(from, to)).toBe(words)
})

describe('a job', () => {
  test('only gets on, and ends expired', () => {
    const reached = new Set<string>()
    const walk = (state: (typeof JOB_STATES)[number]) => {
      if (reached.has(state)) return
      reached.add(state)
      JOB_MOVES[state].forEach(walk)
    }
    walk('waiting')
    expect([...reached].sort()).toEqual([...JOB_STATES].sort())
    for (const state of JOB_STATES) for (const next of JOB_MOVES[state]) expect(JOB_MOVES[next]).not.toContain(state)
    expect(JOB_MOVES.expired).toEqual([])
  })

  test.each([
    { state: 'waiting' as const, done: 0, total: 100, share: 0 },
    { state: 'running' as const, done: 50, total: 100, share: 0.45 },
    { state: 'running' as const, done: 120, total: 100, share: 0.9 },
    { state: 'running' as const, done: 0, total: 0, share: 0 },
    { state: 'done' as const, done: 0, total: 0, share: 1 },
  ])('$state with $done of $total is at $share', ({ share, ...job }) => {
    expect(shareOf(job)).toBeCloseTo(share)
  })
})
