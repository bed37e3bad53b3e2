import { CONSULTATION_STATES } from '@/domain/consultation/rules'
import { home } from '@/domain/home/contract'
import { enterpriseTodo, isAhead, SERVICE_ROLES } from '@/domain/home/rules'
import { HOUR, MINUTE } from '@/domain/time'

/** A Saturday, ten in the morning of Qingyuan. */
const NOW = new Date('2026-11-21T02:00:00Z')
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

test('who is asked about the service is who may ask', () => {
  expect(Object.keys(home.service.allow).sort()).toEqual([...SERVICE_ROLES].sort())
})

test('an enterprise has to act on an answer, on a lost slot, and on whatever is asked of it before or after the meeting', () => {
  const todos = (waitingSince: Date | null) =>
    Object.fromEntries(CONSULTATION_STATES.map((state) => [state, enterpriseTodo({ state, waitingSince })]))
  const nothing = Object.fromEntries(CONSULTATION_STATES.map((state) => [state, null]))
  expect(todos(null)).toEqual({ ...nothing, unplaced: 'slotLost', answered: 'answerToConfirm' })
  const asked = { booked: 'materialAsked', arrived: 'materialAsked', started: 'materialAsked', open: 'materialAsked' }
  expect(todos(at(-1))).toEqual({ ...nothing, ...asked, unplaced: 'slotLost', answered: 'answerToConfirm' })
})

describe('a meeting lies ahead', () => {
  const meeting = (state: (typeof CONSULTATION_STATES)[number], from: number) => ({
    state,
    startsAt: at(from),
    endsAt: new Date(at(from).getTime() + 30 * MINUTE),
  })
  test.each([
    ['tomorrow’s', meeting('booked', 24), true],
    ['one that nobody has come to yet, until its time is over', meeting('booked', -0.4), true],
    ['its time over', meeting('booked', -0.5), false],
    ['one that has begun and lasts longer', meeting('started', -3), true],
    ['one that was begun yesterday and never written up', meeting('arrived', -11), false],
    ['given up', meeting('cancelled', 24), false],
    ['written up before its time was over', meeting('answered', -0.1), false],
    ['without a time', { state: 'booked' as const, startsAt: null, endsAt: null }, false],
  ])('%s: %#', (_name, facts, ahead) => {
    expect(isAhead(facts, NOW)).toBe(ahead)
  })
})
