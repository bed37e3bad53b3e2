import fc from 'fast-check'
import { overrideOf } from '@/domain/consultation/rules'
import { guideMatches, matches, type Candidate } from '@/domain/matching'
import { atWallClock, DAY } from '@/domain/time'

describe('who fits', () => {
  const now = atWallClock('2026-11-21', '10:00').getTime()
  const person = (id: string, overrides: Partial<Candidate> = {}): Candidate => ({
    id,
    topics: ['tax'],
    conflicts: [],
    load: 0,
    lastMetAt: null,
    nextFreeAt: now + DAY,
    ...overrides,
  })
  const of = { topic: 'tax', enterpriseId: 'enterprise-01' }
  const order = (...people: Candidate[]) => matches(people, of, now).map(({ id }) => id)

  test.each([
    ['who knows the topic before who has met the enterprise', { topics: ['policy'], lastMetAt: now - DAY }, {}],
    ['who has met the enterprise before who has less to do', { load: 0 }, { lastMetAt: now - DAY, load: 4 }],
    ['who has less to do', { load: 3 }, { load: 1 }],
    ['who is free sooner', { nextFreeAt: now + 3 * DAY }, { nextFreeAt: now + DAY }],
  ])('%s', (_name, second, first) => {
    expect(order(person('a', second), person('b', first))).toEqual(['b', 'a'])
  })

  test('nobody who must not advise the enterprise or has no free slot', () => {
    expect(order(person('a', { conflicts: ['enterprise-01'] }), person('b', { nextFreeAt: null }))).toEqual([])
  })

  test('to guide over several meetings nobody needs a slot, and none is a reason', () => {
    const people = [person('a', { topics: [], nextFreeAt: null }), person('b', { conflicts: ['enterprise-01'] })]
    expect(
      guideMatches([...people, person('c', { load: 3 })], of, now).map(({ id, reasons }) => [id, reasons]),
    ).toEqual([
      ['c', [{ kind: 'knowsTopic', at: null, count: null }]],
      [
        'a',
        [
          { kind: 'onlyGeneral', at: null, count: null },
          { kind: 'lightLoad', at: null, count: 0 },
        ],
      ],
    ])
  })

  test('says why, with what the words need', () => {
    const [match] = matches([person('a', { lastMetAt: now - DAY, load: 2 })], of, now)
    expect(match?.reasons).toEqual([
      { kind: 'knowsTopic', at: null, count: null },
      { kind: 'metBefore', at: now - DAY, count: null },
      { kind: 'lightLoad', at: null, count: 2 },
      { kind: 'soonest', at: now + DAY, count: null },
    ])
  })

  test('is the same whatever order people come in', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        topics: fc.constantFrom(['tax'], ['policy'], []),
        conflicts: fc.constantFrom([], ['enterprise-01']),
        load: fc.integer({ min: 0, max: 9 }),
        lastMetAt: fc.constantFrom(null, now - DAY, now - 300 * DAY),
        nextFreeAt: fc.constantFrom(null, now + DAY, now + 9 * DAY),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    )
    fc.assert(
      fc.property(some, (people) => {
        expect(matches([...people].reverse(), of, now)).toEqual(matches(people, of, now))
      }),
    )
  })

  test.each([
    [{ topics: ['tax'], conflicts: [] }, null],
    [{ topics: ['policy'], conflicts: [] }, 'offTopic'],
    [{ topics: ['tax'], conflicts: ['enterprise-01'] }, 'conflict'],
  ])('handing over to %j needs a reason: %s', (someone, reason) => {
    expect(overrideOf(someone, of)).toBe(reason)
  })
})
