import { afterStep, afterWords, type Awaited } from '@/domain/consultation-awaited'
import type { Waiting } from '@/domain/consultation-clock'
import { atWallClock as at } from '@/domain/time'
import { isWorkingDay } from '../../../cloudfunctions/kernel/working-days'

const WAITING: Waiting & Awaited = {
  state: 'open',
  mode: 'slot',
  dueAt: at('2026-11-06', '17:30'),
  waitingSince: null,
  startsAt: null,
  stepWaits: false,
  asked: true,
}

test('words end the waiting for what was asked, but not for a step of a guidance: that is waited for anew', () => {
  const [asked, now] = [at('2026-11-02', '10:00'), at('2026-11-05', '10:00')]
  const of = (more: Partial<Waiting & Awaited>) =>
    afterWords({ ...WAITING, waitingSince: asked, ...more }, now, isWorkingDay)
  // It stood for three working days.
  const resumed = { dueAt: at('2026-11-11', '17:30'), waitingSince: null, asked: false }
  expect(of({ state: 'open' })).toEqual(resumed)
  expect(of({ state: 'open', mode: 'oneToOne' })).toEqual(resumed)
  expect(of({ state: 'open', mode: 'oneToOne', stepWaits: true })).toEqual({ waitingSince: now, asked: false })
  expect(of({ state: 'booked' })).toEqual({ waitingSince: null, asked: false })
  expect(of({ state: 'answered' })).toEqual({ waitingSince: now, asked: false })
  expect(of({ state: 'unplaced' })).toEqual({ waitingSince: now, asked: false })
})

test('another step of a guidance ends the waiting for the one before, not for what was asked besides', () => {
  const [since, now] = [at('2026-11-02', '10:00'), at('2026-11-05', '10:00')]
  const after = (asked: boolean, waits: boolean, waitingSince: Date | null = since) =>
    afterStep({ waitingSince, asked, stepWaits: true }, waits, now).waitingSince
  expect([after(false, false), after(true, false), after(true, false, null)]).toEqual([null, now, null])
  expect([after(false, true), after(false, true, null)]).toEqual([since, now])
})
