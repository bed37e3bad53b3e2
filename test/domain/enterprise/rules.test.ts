import fc from 'fast-check'
import {
  CONTACT_STATES,
  isOwnVisit,
  mayArrange,
  mayMove,
  metAt,
  nameKeyOf,
  unmetBefore,
  type ContactState,
} from '@/domain/enterprise/rules'
import type { Grant } from '@/domain/kit'

const NOW = new Date('2026-11-21T02:00:00Z')

test('who left or was declined may ask again; nobody is let without asking', () => {
  const moves = CONTACT_STATES.map((from): [ContactState, ContactState[]] => [
    from,
    CONTACT_STATES.filter((to) => mayMove(from, to)),
  ])
  expect(moves).toEqual([
    ['waiting', ['confirmed', 'declined', 'left']],
    ['confirmed', ['left']],
    ['declined', ['waiting', 'left']],
    ['left', ['waiting']],
  ])
})

test('nobody has met an enterprise for long after ninety days', () => {
  expect(unmetBefore(NOW).toISOString()).toBe('2026-08-23T02:00:00.000Z')
})

test('one name is one name, however it is typed', () => {
  expect(nameKeyOf('蒙牛乳业(清远)')).toBe(nameKeyOf('蒙牛乳业 （清远）'))
  expect(nameKeyOf('ABC·科技')).toBe(nameKeyOf('ａｂｃ科技'))
  expect(nameKeyOf('先导微电子')).not.toBe(nameKeyOf('先导电子'))
  fc.assert(fc.property(fc.string(), (name) => nameKeyOf(nameKeyOf(name)) === nameKeyOf(name)))
})

test('a visit of today counts from now, an earlier one from its noon', () => {
  expect(metAt('2026-11-21', NOW)).toEqual(NOW)
  expect(metAt('2026-11-19', NOW).toISOString()).toBe('2026-11-19T04:00:00.000Z')
})

describe('a visit', () => {
  const visit = { by: 'm-goer', teamId: 'team-01' }
  const leads = (scopeId: string): Grant => ({ role: 'teamLeader', scope: 'team', scopeId })
  const staff: Grant = { role: 'staff', scope: 'zone', scopeId: '' }
  const specialist: Grant = { role: 'specialist', scope: 'team', scopeId: 'team-01' }

  test.each([
    ['who goes', 'm-goer', [], true, true],
    ['the team’s leader', 'm-leader', [leads('team-01')], true, true],
    ['another team’s leader', 'm-leader', [leads('team-02')], false, false],
    ['somebody else of the team', 'm-other', [specialist], false, false],
    ['staff', 'm-staff', [staff], false, true],
    ['staff who lead the team too', 'm-staff', [staff, leads('team-01')], true, true],
    ['nobody', null, [], false, false],
  ])('is read by %s, and arranged', (_who, memberId, grants: Grant[], own, arranges) => {
    expect(isOwnVisit({ memberId, grants }, visit)).toBe(own)
    expect(mayArrange({ memberId, grants }, visit)).toBe(arranges)
  })
})
