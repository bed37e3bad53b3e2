import * as v from 'valibot'
import { contracts } from '@/domain/contracts'
import { draftInput } from '@/domain/event/contract'
import { COMMON_REFUSALS, ROLES, type ActionSpec, type Contract } from '@/domain/kit'

const actions = Object.entries(contracts as Record<string, Contract>).flatMap(([context, contract]) =>
  Object.entries(contract).map(([name, spec]) => [`${context}.${name}`, spec] as [string, ActionSpec]),
)

describe.each(actions)('%s', (_name, spec) => {
  test('is open to somebody, and to nobody by a role that does not exist', () => {
    expect(Object.keys(spec.allow).length).toBeGreaterThan(0)
    expect(Object.keys(spec.allow).filter((role) => !ROLES.some((one) => one === role))).toEqual([])
  })

  test('a visitor has nothing of their own to reach', () => {
    expect(spec.allow.visitor).not.toBe('own')
  })

  test('declares each refusal once, and no common one again', () => {
    expect(new Set(spec.refusals).size).toBe(spec.refusals.length)
    expect(spec.refusals.filter((code) => COMMON_REFUSALS.some((common) => common === code))).toEqual([])
  })

  test('takes an object and nothing else', () => {
    for (const input of [null, undefined, 0, 'text', true, [], () => ({})]) {
      if (Array.isArray(input) && Object.keys(required(spec)).length === 0) continue
      expect(v.safeParse(spec.input, input).success).toBe(false)
    }
  })

  test('never takes identity, role or time from its caller', () => {
    const fields = Object.keys((spec.input as unknown as { entries: object }).entries)
    expect(fields.filter((field) => /openid|actor|allow|grants|^now$|price/i.test(field))).toEqual([])
  })
})

/** Fields without which an input is none. */
const required = (spec: ActionSpec): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries((spec.input as unknown as { entries: Record<string, v.GenericSchema> }).entries).filter(
      ([, schema]) => !v.safeParse(schema, undefined).success,
    ),
  )

describe('a draft', () => {
  const at = Date.parse('2026-11-21T06:00:00Z')
  const draft = {
    kind: 'themeDay',
    title: '主题党日',
    startsAt: at,
    endsAt: at + 1,
    place: { name: '多功能服务室' },
    hostBranchIds: ['branch-01'],
    capacity: 30,
    waitlist: true,
    walkIns: true,
    audience: 'public',
    agenda: [{ at: '14:30', title: '签到' }],
    signUp: { opensAt: at - 2, closesAt: at },
    cancelUntil: at,
    checkIn: { opensAt: at, closesAt: at + 1 },
  }
  const takes = (overrides: object) => v.safeParse(draftInput, { ...draft, ...overrides }).success

  test('fills in what may be left out', () => {
    expect(v.parse(draftInput, draft)).toMatchObject({
      summary: '',
      place: { address: '', latitude: null, longitude: null },
      pictures: [],
      materials: [],
    })
  })

  test.each(['0:00', '9:05', '09:05', '23:59'])('has an agenda at %s', (time) => {
    expect(takes({ agenda: [{ at: time, title: '签到' }] })).toBe(true)
  })
  test.each(['24:00', '9:5', '9:60', '14:30\n', '14：30', ''])('has no agenda at %j', (time) => {
    expect(takes({ agenda: [{ at: time, title: '签到' }] })).toBe(false)
  })

  test('lies on the globe', () => {
    const place = (latitude: unknown, longitude: unknown) => takes({ place: { name: '馆', latitude, longitude } })
    expect([place(23.7, 113.0), place(null, null), place(-90, -180), place(90, 180)]).toEqual([true, true, true, true])
    expect([place(90.1, 0), place(0, 180.1), place(NaN, 0), place('23', 0)]).toEqual([false, false, false, false])
  })

  test('has one to ten hosts, room for one to 5,000 or for all, and at most nine files of each sort', () => {
    const hosts = (n: number) => takes({ hostBranchIds: Array.from({ length: n }, (_, at_) => `branch-${at_ + 10}`) })
    expect([0, 1, 10, 11].map(hosts)).toEqual([false, true, true, false])
    expect([0, 1, 5000, 5001, null].map((capacity) => takes({ capacity }))).toEqual([false, true, true, false, true])
    const files = (n: number) => Array.from({ length: n }, (_, kept) => ({ kept, name: '图' }))
    expect([9, 10].map((n) => takes({ pictures: files(n) }))).toEqual([true, false])
    expect([9, 10].map((n) => takes({ materials: files(n) }))).toEqual([true, false])
  })
})
