import fc from 'fast-check'
import {
  CONSENT_PURPOSES,
  maskPhone,
  mayMerge,
  mayMove,
  MEMBER_MOVES,
  MEMBER_STATES,
  missingConsents,
  type MemberState,
} from '@/domain/member/rules'

describe('states of a member', () => {
  test('whoever is merged or erased stays so', () => {
    const final = MEMBER_STATES.filter((state) => MEMBER_MOVES[state].length === 0)
    expect(final).toEqual(['merged', 'erased'])
    for (const state of final) for (const to of MEMBER_STATES) expect(mayMove(state, to)).toBe(false)
  })

  test('no state moves to itself, and every one that holds data can be erased', () => {
    for (const state of MEMBER_STATES) expect(mayMove(state, state)).toBe(false)
    for (const state of ['unconfirmed', 'confirmed', 'declined', 'imported'] as const) {
      expect(mayMove(state, 'erased')).toBe(true)
    }
  })

  test('nobody becomes imported, and the confirmed are not declined or merged away', () => {
    for (const state of MEMBER_STATES) expect(mayMove(state, 'imported')).toBe(false)
    expect(MEMBER_MOVES.confirmed).toEqual(['erased'])
  })

  test('a random walk along the moves always ends for good', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MEMBER_STATES),
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        (start, turns) => {
          let state: MemberState = start
          const left = new Set<MemberState>()
          for (const turn of turns) {
            const next = MEMBER_MOVES[state]
            if (next.length === 0) break
            left.add(state)
            state = next[turn % next.length] ?? state
          }
          for (const final of ['merged', 'erased'] as const) expect(left.has(final)).toBe(false)
        },
      ),
    )
  })
})

test('a binding is merged only while it waits, into an imported record, of the same branch', () => {
  for (const from of MEMBER_STATES) {
    for (const into of MEMBER_STATES) {
      const merges = (branchId: string) => mayMerge({ state: from, branchId: 'branch-01' }, { state: into, branchId })
      expect(merges('branch-01')).toBe((from === 'unconfirmed' || from === 'declined') && into === 'imported')
      expect(merges('branch-02')).toBe(false)
    }
  }
})

test('consent goes with what is given: the record’s always, the phone’s with a number', () => {
  expect(missingConsents([], '')).toEqual(['attendance'])
  expect(missingConsents(['attendance'], '')).toEqual([])
  expect(missingConsents(['attendance'], '19900001234')).toEqual(['phone'])
  expect(missingConsents(['phone'], '19900001234')).toEqual(['attendance'])
  expect(missingConsents([...CONSENT_PURPOSES], '19900001234')).toEqual([])
})

describe('a phone number on the desk', () => {
  test('shows its first three and last two digits, and is as long as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
        const masked = maskPhone(phone)
        expect(masked).toBe(`${phone.slice(0, 3)}******${phone.slice(9)}`)
        expect(masked).toHaveLength(11)
      }),
    )
  })

  test('too short to hide anything is not shown', () => {
    for (const phone of ['', '1', '12345']) expect(maskPhone(phone)).toBe('')
  })
})
