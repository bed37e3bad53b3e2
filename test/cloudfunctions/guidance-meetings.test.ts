import { MAX_MEETINGS } from '@/domain/guidance/rules'
import { buildMeeting } from '../../config/seed/guidance-builders'
import { cloud } from '../support/cloud'
import { ok, refused, request, stands, told } from '../support/consulting'
import {
  adding,
  at,
  begun,
  finishing,
  get,
  hour,
  inStage,
  moving,
  open,
  planning,
  put,
  startInput,
  sweepAll,
} from '../support/guiding'
import { HOUR, MINUTE, NOW } from '../support/park'
import { recordsOf } from '../support/records'
import { intervalsOf } from '../support/service'

const add = adding('guidance.addItem')
const finish = finishing('guidance.finish')
const move = moving('guidance.moveStage')
const plan = planning('guidance.planMeeting')

beforeEach(open)

describe('meetings', () => {
  const planned = async (id: string, time = '10:00') =>
    ok(await plan(id, time)).full?.meetings.find(({ startsAt }) => startsAt === at(time))?.id ?? ''

  test('the time of both is taken, the enterprise told, the clock set', async () => {
    const id = await begun()
    const view = ok(await plan(id))
    expect(view.outline.next).toMatchObject({ startsAt: at('10:00'), placeName: '多功能服务室' })
    expect([intervalsOf('m-anna').length, intervalsOf('enterprise-01').length]).toEqual([1 + 1, 1])
    expect(told('guidancePlanned')).toEqual(['guidancePlanned m-contact-1'])
    expect(stands(id).nextStep).toBe('下次会面')
  })

  test('one that is over stays to be written up, whatever is planned next; then the rest goes on', async () => {
    const id = await begun()
    const meeting = await planned(id)
    cloud.setNow(new Date(at('12:00')))
    ok(await add(id, { dueDay: '2026-11-30' }))
    expect(stands(id)).toMatchObject({
      ...{ nextStep: '写会面记录', waitingSince: null, turn: 'team' },
      dueAt: new Date(at('17:30', '2026-11-25')),
    })
    await sweepAll(new Date(at('18:00', '2026-11-25')))
    expect(told('overdue')).toEqual(['overdue m-anna'])
    const note = { consultationId: id, meetingId: meeting, note: '材料清单已说明' }
    ok(await cloud.as('anna').call('guidance.noteMeeting', note))
    expect(stands(id)).toMatchObject({ nextStep: '企业：近三年审计报告', turn: 'enterprise' })
  })

  test('planned by the leader, who guides is told too', async () => {
    await plan(await begun(), '10:00', 'leader')
    expect(told('guidancePlanned')).toEqual(['guidancePlanned m-anna', 'guidancePlanned m-contact-1'])
  })

  test('nobody is at two places at one time', async () => {
    const [id, other] = [await begun(), await begun({ enterpriseId: 'enterprise-02' })]
    await plan(id)
    expect(await plan(other, '10:30')).toMatchObject(refused('specialistBusy', { at: at('10:00'), now: NOW.getTime() }))
    const berts = ok(await cloud.as('bert').call('guidance.start', startInput())).outline.id
    expect(await plan(berts, '09:30', 'bert')).toMatchObject(
      refused('enterpriseBusy', { at: at('10:00'), now: NOW.getTime() }),
    )
    // Nothing of what was refused is kept.
    expect(intervalsOf('m-bert').filter((key) => key.startsWith('meeting'))).toEqual([])
    expect(ok(await plan(berts, '11:00', 'bert')).full?.meetings).toHaveLength(1)
  })

  test('a moved meeting may overlap its own time before, and gives that back', async () => {
    const id = await begun()
    const meetingId = await planned(id)
    const moved = await cloud
      .as('anna')
      .call('guidance.moveMeeting', { consultationId: id, meetingId, ...hour('10:30') })
    expect(ok(moved).outline.next?.startsAt).toBe(at('10:30'))
    const again = await cloud
      .as('anna')
      .call('guidance.moveMeeting', { consultationId: id, meetingId, ...hour('10:30') })
    expect(ok(again).full?.meetings).toHaveLength(1)
    expect(intervalsOf('enterprise-01')).toHaveLength(1)
    expect(told('meetingMoved')).toEqual(['meetingMoved m-contact-1'])
  })

  test('cancelled, the time is free at once and the enterprise told', async () => {
    const id = await begun()
    const meetingId = await planned(id)
    const cancel = () =>
      cloud.as('anna').call('guidance.cancelMeeting', { consultationId: id, meetingId, reason: '专员出差' })
    expect(ok(await cancel()).full?.meetings[0]).toMatchObject({ state: 'cancelled', reason: '专员出差' })
    expect(ok(await cancel()).outline.next).toBeNull()
    expect(intervalsOf('enterprise-01')).toEqual([])
    expect(told('meetingLost')).toEqual(['meetingLost m-contact-1'])
  })

  test('written up, it was held; the note can be corrected, and the enterprise counts as met', async () => {
    const id = await begun()
    const meetingId = await planned(id)
    const note = (words: string) =>
      cloud.as('anna').call('guidance.noteMeeting', { consultationId: id, meetingId, note: words })
    expect(await note('早了')).toMatchObject(refused('meetingAhead'))
    cloud.setNow(new Date(at('11:00')))
    expect(ok(await note('机密：纪要')).full?.meetings[0]).toMatchObject({ state: 'held', note: '机密：纪要' })
    expect(ok(await note('机密：纪要二')).full?.meetings[0]?.note).toBe('机密：纪要二')
    expect(await note('【违规】')).toMatchObject(refused('textRisky'))
    const [met] = recordsOf<{ lastMetAt: Date }>(cloud.local, 'enterprises', { _id: 'enterprise-01' })
    expect(met?.lastMetAt).toEqual(new Date(at('11:00')))
  })

  test('the same request plans one, and keeps one time', async () => {
    const id = await begun()
    const requestId = request()
    await plan(id, '10:00', 'anna', { requestId })
    expect(ok(await plan(id, '10:00', 'anna', { requestId })).full?.meetings).toHaveLength(1)
    expect(intervalsOf('enterprise-01')).toHaveLength(1)
  })

  test('refusals', async () => {
    const id = await begun()
    const of = (overrides: object) => plan(id, '10:00', 'anna', overrides)
    expect(await of({ endsAt: at('10:05') })).toMatchObject(refused('timesWrong'))
    expect(await of({ endsAt: at('10:30', '2026-11-25') })).toMatchObject(refused('timesWrong'))
    expect(await of(hour('09:00', '2026-11-21'))).toMatchObject(refused('meetingPassed'))
    expect(await of({ placeName: '【违规】' })).toMatchObject(refused('textRisky'))
    const meetingId = await planned(id, '14:00')
    const moved = (overrides: object) =>
      cloud.as('anna').call('guidance.moveMeeting', { consultationId: id, meetingId, ...hour('15:00'), ...overrides })
    const cancelled = (reason = '有事') =>
      cloud.as('anna').call('guidance.cancelMeeting', { consultationId: id, meetingId, reason })
    const noted = () => cloud.as('anna').call('guidance.noteMeeting', { consultationId: id, meetingId, note: '纪要' })
    expect(await moved({ endsAt: at('15:05') })).toMatchObject(refused('timesWrong'))
    expect(await moved(hour('09:00', '2026-11-21'))).toMatchObject(refused('meetingPassed'))
    expect(await moved({ placeName: '【违规】' })).toMatchObject(refused('textRisky'))
    expect(await moved({ meetingId: 'meeting-none' })).toMatchObject(refused('notFound'))
    expect(await cancelled('【违规】')).toMatchObject(refused('textRisky'))
    const berts = ok(await cloud.as('bert').call('guidance.start', startInput())).outline.id
    ok(await plan(berts, '15:00', 'bert'))
    expect(await moved({})).toMatchObject(refused('enterpriseBusy'))
    const other = await begun({ enterpriseId: 'enterprise-02' })
    ok(await plan(other, '16:00'))
    expect(await moved(hour('16:00'))).toMatchObject(refused('specialistBusy'))
    ok(await cancelled())
    expect(await moved({})).toMatchObject(refused('meetingOver'))
    expect(await noted()).toMatchObject(refused('meetingOver'))
    const many = Array.from({ length: MAX_MEETINGS }, (_, n) => buildMeeting(`meeting-${n}`, NOW, { state: 'held' }))
    put('guidances', id, { meetings: many })
    expect(await plan(id, '08:00')).toMatchObject(refused('tooManyMeetings'))
  })

  test('one that has begun is neither moved nor cancelled', async () => {
    const id = await begun()
    const meetingId = await planned(id)
    cloud.setNow(new Date(at('10:01')))
    expect(
      await cloud.as('anna').call('guidance.moveMeeting', { consultationId: id, meetingId, ...hour('15:00') }),
    ).toMatchObject(refused('meetingOver'))
    expect(
      await cloud.as('anna').call('guidance.cancelMeeting', { consultationId: id, meetingId, reason: '有事' }),
    ).toMatchObject(refused('meetingOver'))
  })
})

describe('the result', () => {
  test('is put to the enterprise, whose word closes it; planned meetings are given up', async () => {
    const id = await begun()
    inStage(id, 'submission')
    await plan(id)
    const view = ok(await finish(id))
    expect(view.outline).toMatchObject({ state: 'answered', stage: 'result', next: null })
    expect(view.full?.result).toEqual({
      ...{ state: 'approved', amount: 120_000_00, decidedOn: '2026-11-20', words: '省重点研发计划立项' },
    })
    expect(intervalsOf('enterprise-01')).toEqual([])
    const seen = ok(await cloud.as('contact-1').call('consultation.get', { consultationId: id }))
    expect(seen.lines.map(({ kind, text }) => [kind, text])).toEqual([
      ['outcome', '获批立项，120,000 元，省重点研发计划立项'],
    ])
    ok(
      await cloud
        .as('contact-1')
        .call('consultation.close', { consultationId: id, requestId: request(), verdict: 'solved', words: '' }),
    )
    expect(ok(await get('contact-1', id)).outline).toMatchObject({ state: 'closed', verdict: 'solved' })
  })

  test('the same request finishes once; what waits for the enterprise’s word is not changed', async () => {
    const id = await begun()
    const itemId = ok(await add(id)).full?.items[0]?.id ?? ''
    const requestId = request()
    await finish(id, { requestId, state: 'withdrawn', amount: null })
    expect(ok(await finish(id, { requestId, state: 'withdrawn', amount: null })).outline.state).toBe('answered')
    expect(await finish(id)).toMatchObject(refused('notOpen'))
    expect(await move(id, { from: 'result', to: 'draft', reason: '补充' })).toMatchObject(refused('notOpen'))
    expect(await add(id)).toMatchObject(refused('notOpen'))
    expect(await plan(id)).toMatchObject(refused('notOpen'))
    const anna = cloud.as('anna')
    const item = { consultationId: id, itemId }
    const changed = { ...item, rev: 1, title: '新标题', owner: 'enterprise', dueDay: null } as const
    const file = { consultationId: id, slot: '申报书', name: '申报书.pdf', ticketId: 'LATETICKET', note: '' }
    expect(await anna.call('guidance.changeItem', changed)).toMatchObject(refused('notOpen'))
    expect(await anna.call('guidance.tickItem', { ...item, done: true })).toMatchObject(refused('notOpen'))
    expect(await anna.call('guidance.removeItem', item)).toMatchObject(refused('notOpen'))
    expect(await anna.call('guidance.addFile', file)).toMatchObject(refused('notOpen'))
    expect(linesOf(id)).toHaveLength(1)
  })
  const linesOf = (consultationId: string) => recordsOf(cloud.local, 'lines', { consultationId })

  test('“not solved” brings it back: it goes on and can be finished anew', async () => {
    const id = await begun()
    await finish(id, { state: 'withdrawn', amount: null })
    const word = { consultationId: id, requestId: request(), verdict: 'notSolved' as const, words: '还想申报市级' }
    ok(await cloud.as('contact-1').call('consultation.close', word))
    expect(ok(await move(id, { from: 'result', to: 'draft', reason: '改报市级计划' })).outline.stage).toBe('draft')
    inStage(id, 'submission')
    expect(ok(await finish(id)).full?.result?.state).toBe('approved')
  })

  test('refusals', async () => {
    const id = await begun()
    expect(await finish(id)).toMatchObject(refused('tooEarly'))
    inStage(id, 'submission')
    expect(await finish(id, { amount: null })).toMatchObject(refused('amountMissing'))
    expect(await finish(id, { decidedOn: '2026-11-22' })).toMatchObject(refused('dayAhead'))
    expect(await finish(id, { words: '【违规】' })).toMatchObject(refused('textRisky'))
  })
})

test('time that was taken for a meeting nobody wrote goes back after a minute', async () => {
  const { reserveMeeting } = await import('../../cloudfunctions/service/public')
  const id = await begun()
  const times = { from: new Date(at('10:00')), to: new Date(at('11:00')) }
  await reserveMeeting({
    key: `${id}.meeting-lost~nonce`,
    specialistId: 'm-anna',
    enterpriseId: 'enterprise-01',
    ...times,
  })
  await plan(id, '14:00')
  expect(intervalsOf('enterprise-01')).toHaveLength(2)
  await sweepAll(new Date(NOW.getTime() + 2 * MINUTE))
  expect(intervalsOf('enterprise-01')).toHaveLength(1)
  await sweepAll(new Date(NOW.getTime() + HOUR))
  expect(intervalsOf('enterprise-01')).toHaveLength(1)
})
