import fc from 'fast-check'
import {
  changeMeetingDecision,
  isLateItem,
  mayTick,
  nextStage,
  nextStepOf,
  noteDecision,
  openItems,
  remindItemAt,
  resultDecision,
  sayYuan,
  stageDecision,
  STAGES,
  timesDecision,
  type GuidanceMeetingState,
  type Stage,
} from '@/domain/guidance/rules'
import { atWallClock, DAY, HOUR, MINUTE } from '@/domain/time'

const NOW = atWallClock('2026-11-21', '10:00')
const item = (id: string, dueDay: string | null, doneAt: Date | null = null) => ({
  ...{ id, title: id, owner: 'enterprise' as const, dueDay, doneAt },
})
const meeting = (startsAt: Date, state: GuidanceMeetingState = 'planned') => ({
  ...{ state, startsAt, endsAt: new Date(startsAt.getTime() + HOUR) },
})

describe('stages', () => {
  test('go on by one, and back anywhere with a reason', () => {
    const allowed = (from: Stage) => STAGES.filter((to) => stageDecision(from, to, '原因') === null)
    expect(Object.fromEntries(STAGES.map((from) => [from, allowed(from)]))).toEqual({
      diagnosis: ['materials'],
      materials: ['diagnosis', 'draft'],
      draft: ['diagnosis', 'materials', 'submission'],
      submission: ['diagnosis', 'materials', 'draft', 'result'],
      result: ['diagnosis', 'materials', 'draft', 'submission'],
    })
    expect(stageDecision('draft', 'diagnosis', '')).toBe('reasonMissing')
    expect(stageDecision('draft', 'submission', '')).toBeNull()
    expect(STAGES.map(nextStage)).toEqual(['materials', 'draft', 'submission', 'result', null])
  })
})

describe('the checklist', () => {
  test('open items come as they are due, those without a day last', () => {
    const items = [item('c', null), item('b', '2026-11-30'), item('a', '2026-11-22'), item('d', '2026-11-01', NOW)]
    expect(openItems(items).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
  test('an item is late from half past five of its day on, unless it is done', () => {
    const at = (time: string) => atWallClock('2026-11-24', time)
    expect([at('17:30'), at('17:31')].map((now) => isLateItem(item('a', '2026-11-24'), now))).toEqual([false, true])
    expect(isLateItem(item('a', '2026-11-24', NOW), at('17:31'))).toBe(false)
    expect(isLateItem(item('a', null), at('17:31'))).toBe(false)
  })
  test('is reminded of on the morning before', () => {
    expect(remindItemAt('2026-11-24')).toEqual(atWallClock('2026-11-23', '09:00'))
  })
  test('each side ticks its own', () => {
    const sides = (['enterprise', 'team'] as const).map((side) =>
      (['enterprise', 'specialist'] as const).map((owner) => mayTick(side, owner)),
    )
    expect(sides).toEqual([
      [true, false],
      [false, true],
    ])
  })
})

describe('meetings', () => {
  const times = (startsAt: Date, length: number) => ({ startsAt, endsAt: new Date(startsAt.getTime() + length) })
  test('lie within a day, ahead, neither a moment nor half a year away', () => {
    const tomorrow = new Date(NOW.getTime() + DAY)
    expect(timesDecision(times(tomorrow, HOUR), NOW)).toBeNull()
    expect(timesDecision(times(tomorrow, 9 * MINUTE), NOW)).toBe('timesWrong')
    expect(timesDecision(times(tomorrow, 9 * HOUR), NOW)).toBe('timesWrong')
    expect(timesDecision(times(atWallClock('2026-11-22', '23:30'), HOUR), NOW)).toBe('timesWrong')
    expect(timesDecision(times(new Date(NOW.getTime() + 181 * DAY), HOUR), NOW)).toBe('timesWrong')
    expect(timesDecision(times(NOW, HOUR), NOW)).toBe('meetingPassed')
  })
  test('are moved until they begin and written up from then on', () => {
    const one = meeting(NOW)
    const [before, begun] = [new Date(NOW.getTime() - 1), NOW]
    expect([before, begun].map((now) => changeMeetingDecision(one, now))).toEqual([null, 'meetingOver'])
    expect([before, begun].map((now) => noteDecision(one, now))).toEqual(['meetingAhead', null])
    expect(noteDecision(meeting(NOW, 'cancelled'), NOW)).toBe('meetingOver')
    expect(noteDecision(meeting(NOW, 'held'), NOW)).toBeNull()
  })
  test('one that lost its time can be given another at any time, and written up at none', () => {
    const lost = meeting(new Date(NOW.getTime() - DAY), 'unplaced')
    expect(changeMeetingDecision(lost, NOW)).toBeNull()
    expect(noteDecision(lost, NOW)).toBe('meetingAhead')
  })
})

test('what was handed in is approved or rejected, anything is withdrawn', () => {
  const result = (
    state: 'approved' | 'rejected' | 'withdrawn',
    amount: number | null = null,
    decidedOn = '2026-11-21',
  ) => ({
    ...{ state, amount, decidedOn },
  })
  expect(resultDecision(result('approved', 0), 'draft', NOW)).toBe('tooEarly')
  expect(resultDecision(result('rejected'), 'submission', NOW)).toBeNull()
  expect(resultDecision(result('withdrawn'), 'diagnosis', NOW)).toBeNull()
  expect(resultDecision(result('approved'), 'result', NOW)).toBe('amountMissing')
  expect(resultDecision(result('approved', 0, '2026-11-22'), 'result', NOW)).toBe('dayAhead')
})

describe('what comes next', () => {
  const soon = new Date(NOW.getTime() + DAY)
  test('is what is due before the meeting, then the meeting, then what has no day, then the stage', () => {
    const of = (items: ReturnType<typeof item>[], meetings: ReturnType<typeof meeting>[]) =>
      nextStepOf({ stage: 'draft', items, meetings }, NOW)
    expect(of([item('a', '2026-11-21')], [meeting(soon)])).toMatchObject({ kind: 'item', whose: 'enterprise' })
    expect(of([item('a', '2026-11-30')], [meeting(soon)])).toMatchObject({ kind: 'meeting', at: soon })
    expect(of([item('a', null)], [meeting(soon)])).toMatchObject({ kind: 'meeting' })
    expect(of([item('a', null)], [meeting(soon, 'cancelled')])).toMatchObject({ kind: 'item', at: null })
    expect(of([item('a', null, NOW)], [])).toMatchObject({ kind: 'stage', words: 'draft' })
    // Another time for a meeting that lost its own has the place of that meeting, even when it is past.
    expect(of([item('a', '2026-11-30')], [meeting(soon, 'unplaced')])).toMatchObject({ kind: 'replan', at: soon })
    const past = meeting(new Date(NOW.getTime() - DAY), 'unplaced')
    expect(of([], [past, meeting(soon)])).toMatchObject({ kind: 'replan' })
  })

  test('is the note of a meeting that is over, whatever was planned since, until it is written', () => {
    const over = new Date(NOW.getTime() - DAY)
    const of = (meetings: ReturnType<typeof meeting>[], at = NOW) =>
      nextStepOf({ stage: 'draft', items: [item('a', '2026-11-19'), item('b', '2026-11-30')], meetings }, at)
    expect(of([meeting(soon), meeting(over)])).toEqual({ kind: 'note', whose: 'specialist', words: '', at: over })
    expect(of([meeting(over, 'held')])).toMatchObject({ kind: 'item', words: 'a' })
    expect(of([meeting(over, 'cancelled')])).toMatchObject({ kind: 'item' })
    // Still going on.
    expect(of([meeting(over)], new Date(over.getTime() + HOUR - 1))).toMatchObject({ kind: 'item' })
  })
})

test('money is written with its thousands parted and loses no fen', () => {
  expect([0, 5, 100, 120_000_00, 123_456_789_01].map(sayYuan)).toEqual(['0', '0.05', '1', '120,000', '123,456,789.01'])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), (fen) => {
      expect(Math.round(Number(sayYuan(fen).replace(/,/g, '')) * 100)).toBe(fen)
    }),
  )
})
