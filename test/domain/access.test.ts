import fc from 'fast-check'
import { branchesReached, covers, mayCall, reaches, rolesOf, type Holder, type Target } from '@/domain/access'
import { contracts } from '@/domain/contracts'
import { GRANTABLE_ROLES, ROLES, SCOPES, type Allow, type Contract, type Grant } from '@/domain/kit'

const IDS = ['branch-01', 'branch-02', 'branch-03'] as const
const grants: fc.Arbitrary<Grant> = fc
  .record({
    role: fc.constantFrom('member' as const, ...GRANTABLE_ROLES),
    scope: fc.constantFrom(...SCOPES),
    id: fc.constantFrom(...IDS),
  })
  .map(({ role, scope, id }) => ({ role, scope, scopeId: scope === 'zone' ? '' : id }))
const holders: fc.Arbitrary<Holder> = fc.oneof(
  fc.constant({ memberId: null, grants: [] }),
  fc.record({ memberId: fc.constantFrom('m-1', 'm-2'), grants: fc.array(grants, { maxLength: 4 }) }),
)
const allows: fc.Arbitrary<Allow> = fc
  .record(
    {
      visitor: fc.constant('any' as const),
      bound: fc.constant('any' as const),
      ...Object.fromEntries(ROLES.slice(2).map((role) => [role, fc.constantFrom('any' as const, 'own' as const)])),
    },
    { requiredKeys: [] },
  )
  .map((allow) => allow as Allow)
const declared = Object.values(contracts as Record<string, Contract>).flatMap((contract) =>
  Object.values(contract).map(({ allow }) => allow),
)

describe('a grant covers', () => {
  const branch: Grant = { role: 'secretary', scope: 'branch', scopeId: 'branch-01' }
  test.each([
    ['the zone', { role: 'staff', scope: 'zone', scopeId: '' }, {}, true],
    ['its branch', branch, { branchIds: ['branch-01'] }, true],
    ['one of two hosts', branch, { branchIds: ['branch-02', 'branch-01'] }, true],
    ['no other branch', branch, { branchIds: ['branch-02'] }, false],
    ['nothing without a branch', branch, {}, false],
    ['nothing without any host', branch, { branchIds: [] }, false],
    ['no enterprise of the same name', branch, { enterpriseId: 'branch-01' }, false],
    ['its enterprise', { ...branch, scope: 'enterprise' }, { enterpriseId: 'branch-01' }, true],
    ['its team', { ...branch, scope: 'team' }, { teamId: 'branch-01' }, true],
    ['no branch of the same name', { ...branch, scope: 'team' }, { branchIds: ['branch-01'] }, false],
  ] as [string, Grant, Target, boolean][])('%s', (_what, grant, target, expected) => {
    expect(covers(grant, target)).toBe(expected)
  })
})

test('everyone is a visitor, whoever has a record is bound, and grants name the rest', () => {
  expect([...rolesOf({ memberId: null, grants: [] })]).toEqual(['visitor'])
  expect([...rolesOf({ memberId: 'm-1', grants: [{ role: 'staff', scope: 'zone', scopeId: '' }] })]).toEqual([
    'visitor',
    'bound',
    'staff',
  ])
})

test('a list shows exactly what reading by id reaches', () => {
  const agrees = (allow: Allow, holder: Holder) => {
    const listed = branchesReached(allow, holder)
    for (const id of IDS) {
      expect(listed === 'all' || listed.includes(id)).toBe(reaches(allow, holder, { branchIds: [id] }))
    }
    expect(listed === 'all').toBe(reaches(allow, holder, { branchIds: ['some-other-branch'] }))
  }
  fc.assert(fc.property(allows, holders, agrees))
  fc.assert(fc.property(fc.constantFrom(...declared), holders, agrees))
})

test('who reaches any object may call, and who may not call reaches nothing', () => {
  fc.assert(
    fc.property(allows, holders, fc.constantFrom(...IDS), (allow, holder, id) => {
      const target = { branchIds: [id], enterpriseId: id, teamId: id, memberId: holder.memberId ?? 'm-1' }
      if (reaches(allow, holder, target)) expect(mayCall(allow, holder)).toBe(true)
    }),
  )
})

test('a further grant never takes anything away', () => {
  fc.assert(
    fc.property(allows, holders, grants, fc.constantFrom(...IDS), (allow, holder, more, id) => {
      const richer = { memberId: holder.memberId ?? 'm-1', grants: [...holder.grants, more] }
      if (reaches(allow, holder, { branchIds: [id] })) expect(reaches(allow, richer, { branchIds: [id] })).toBe(true)
    }),
  )
})

test('one’s own record is one’s own, and nobody else’s', () => {
  const allow: Allow = { bound: 'own' }
  const self: Holder = { memberId: 'm-1', grants: [] }
  expect(reaches(allow, self, { memberId: 'm-1' })).toBe(true)
  expect(reaches(allow, self, { memberId: 'm-2' })).toBe(false)
  expect(reaches(allow, self, {})).toBe(false)
  expect(reaches(allow, { memberId: null, grants: [] }, {})).toBe(false)
})
