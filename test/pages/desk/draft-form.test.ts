import { problemsOf } from '@/features/event/components/draft/draft-check'
import {
  inputOf,
  newForm,
  withEnd,
  withStart,
  type Attachment,
  type DraftForm,
} from '@/features/event/components/draft/draft-form'
import { mergeForms } from '@/features/event/components/draft/draft-merge'
import { atWallClock, DAY, HOUR, MINUTE } from '@/domain/time'

const NOW = atWallClock('2026-11-21', '10:00').getTime()
const form = (overrides: Partial<DraftForm> = {}): DraftForm => ({
  ...newForm(NOW, ['branch-1']),
  title: '十一月主题党日',
  placeName: '党群服务中心',
  ...overrides,
})
const kept = (at: number, name: string): Attachment => ({ kept: at, name, url: `http://a/${name}`, size: 10 })

test('a new draft is a week from now with windows that need no correction', () => {
  const fresh = form()
  expect(fresh.startsAt).toBe(atWallClock('2026-11-28', '14:30').getTime())
  expect(fresh.endsAt).toBe(atWallClock('2026-11-28', '16:00').getTime())
  expect(problemsOf(fresh)).toEqual({})
})

test('an empty draft names every field that is missing, and wrong times beside the field they belong to', () => {
  const wrong = form({
    title: ' ',
    placeName: '',
    hostBranchIds: [],
    capacity: '0',
    agenda: [{ at: '14:30', title: '' }],
  })
  expect(problemsOf({ ...wrong, endsAt: wrong.startsAt, checkIn: { opensAt: 5, closesAt: 5 } })).toEqual({
    title: '请填写活动标题',
    placeName: '请填写活动地点',
    hostBranchIds: '请至少选择一个主办支部',
    capacity: '请填写 1 到 5000 之间的人数',
    agenda: '请补全议程内容，或删除空行',
    endsAt: '结束时间要晚于开始时间',
    checkIn: '签到结束时间要晚于签到开始时间',
  })
})

test('moving the start takes the end and the windows along, and leaves sign-up open from when it was', () => {
  const before = form()
  const after = withStart(before, before.startsAt + 2 * DAY)
  expect(after.endsAt - after.startsAt).toBe(1.5 * HOUR)
  expect(after.signUp).toEqual({ opensAt: before.signUp.opensAt, closesAt: after.startsAt })
  expect(after.cancelUntil).toBe(after.startsAt - DAY)
  expect(after.checkIn).toEqual({ opensAt: after.startsAt - 30 * MINUTE, closesAt: after.endsAt })
})

test('moving the end takes a check-in along that closed with it, and no other', () => {
  const before = form()
  expect(withEnd(before, before.endsAt + HOUR).checkIn.closesAt).toBe(before.endsAt + HOUR)
  const early = form({ checkIn: { opensAt: before.checkIn.opensAt, closesAt: before.startsAt } })
  expect(withEnd(early, before.endsAt + HOUR).checkIn.closesAt).toBe(before.startsAt)
})

test('a form without a limit is sent without capacity and without waiting list', () => {
  const { capacity, waitlist, place } = inputOf(form({ limited: false, capacity: '40', waitlist: true }))
  expect([capacity, waitlist]).toEqual([null, false])
  expect(place).toEqual({ name: '党群服务中心', address: '', latitude: null, longitude: null })
})

test('after a change in between, what was typed stands, what was left alone follows, and both are named', () => {
  const base = form({ summary: '旧说明' })
  const mine = { ...base, title: '我改的标题', summary: '我改的说明' }
  const theirs = { ...base, summary: '对方的说明', placeName: '多屏互动电教室' }
  expect(mergeForms(base, mine, theirs)).toEqual({
    form: { ...base, title: '我改的标题', summary: '我改的说明', placeName: '多屏互动电教室' },
    taken: ['地点'],
    disputed: ['说明'],
  })
})

test('kept files are found again by name after a change in between, and a removed one is dropped', () => {
  const upload: Attachment = { ticketId: 'ticket-1', name: '新图', url: 'tmp', size: 5, expiresAt: NOW + HOUR }
  const base = form({ pictures: [kept(0, '甲'), kept(1, '乙')] })
  const mine = { ...base, pictures: [...base.pictures, upload] }
  const theirs = { ...base, pictures: [kept(0, '乙')] }
  expect(mergeForms(base, mine, theirs).form.pictures).toEqual([kept(0, '乙'), upload])
})
