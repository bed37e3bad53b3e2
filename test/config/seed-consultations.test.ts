/** The demo's consultations: one of every state, one for every booked slot, and enough behind them for figures. */
import { CONSULTATION_STATES, type ConsultationState } from '@/domain/consultation/rules'
import { consultationsAround } from '../../config/seed/consultations'
import { serviceAround } from '../../config/seed/services'

const now = new Date('2026-11-21T04:00:00Z')
const nameOf = (id: string) => `演示${id}`
const { serviceSlots: slots, specialists } = serviceAround(now, nameOf)
const { consultations, lines } = consultationsAround(now, { slots, specialists, nameOf })
const of = (state: ConsultationState) => consultations.filter((one) => one.state === state)

test('there is one of every state, and each id is there once', () => {
  expect(CONSULTATION_STATES.filter((state) => of(state).length === 0)).toEqual([])
  expect(new Set(consultations.map(({ _id }) => _id)).size).toBe(consultations.length)
  expect(new Set(lines.map(({ _id }) => _id)).size).toBe(lines.length)
})

test('every booked slot has its consultation, under the same hold, with the same person', () => {
  const booked = slots.filter(({ state }) => state === 'booked')
  const standing = booked.map(({ _id, consultationId, holdId, specialistId }) => {
    const doc = consultations.find((one) => one._id === consultationId)
    return [_id, holdId, specialistId, doc?.slotId, doc?.holdId, doc?.ownerId]
  })
  expect(standing.filter(([id, hold, person, ...its]) => String([id, hold, person]) !== String(its))).toEqual([])
  expect(booked.length).toBeGreaterThan(20)
})

test('the first enterprise has one that waits for it, one overdue, one changing hands, a chain problem and one to judge', () => {
  const own = consultations.filter(({ enterpriseId }) => enterpriseId === 'enterprise-01')
  const found = {
    waiting: own.some(({ state, waitingSince }) => state === 'open' && waitingSince !== null),
    overdue: own.some(({ dueAt, turn }) => turn === 'team' && dueAt !== null && dueAt < now),
    handing: own.some(({ transfer }) => transfer !== null),
    problem: own.some(({ problem }) => problem !== null),
    answered: own.some(({ state }) => state === 'answered'),
  }
  expect(found).toEqual({ waiting: true, overdue: true, handing: true, problem: true, answered: true })
})

test('half a year behind has what figures need, and as many lines as it says', () => {
  const months = new Set(of('closed').map(({ bookedAt }) => bookedAt.toISOString().slice(0, 7)))
  expect(months.size).toBeGreaterThanOrEqual(6)
  expect(of('closed').length).toBeGreaterThanOrEqual(45)
  const said = (id: string) => lines.filter(({ consultationId }) => consultationId === id).length
  expect(consultations.filter(({ _id, said: count }) => said(_id) !== count)).toEqual([])
})
