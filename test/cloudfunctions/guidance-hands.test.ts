/** Whoever guides has the meetings: they go along where the new person is free, and otherwise wait for another time, openly. */
import { cloud } from '../support/cloud'
import { ok, refused, stands, told } from '../support/consulting'
import { at, begun, get, guidanceOf, hour, open, planning, put, sweepAll } from '../support/guiding'
import { branch, MINUTE, NOW, raise, secretaryOf } from '../support/park'
import { intervalsOf } from '../support/service'

const plan = planning('guidance.planMeeting')

beforeEach(open)

const meetings = (id: string) =>
  guidanceOf(id).meetings.map(({ state, specialistId, startsAt }) => [state, specialistId, startsAt.getTime()])
const timeOf = (ownerId: string) => intervalsOf(ownerId).filter((key) => key.startsWith('meeting'))
const transfer = async (id: string, to = 'm-bert') =>
  ok(
    await cloud
      .as('anna')
      .call('consultation.transfer', { consultationId: id, to, reason: '出差半个月', override: true }),
  )
const accept = async (id: string, who = 'bert') =>
  ok(await cloud.as(who).call('consultation.answerTransfer', { consultationId: id, accept: true }))
/** Bert is elsewhere then. */
const bertIsBusy = async (time: string) => {
  const other = ok(await cloud.as('bert').call('guidance.start', startOf('enterprise-02'))).outline.id
  ok(await plan(other, time, 'bert'))
}
const startOf = (enterpriseId: string) => ({
  ...{ requestId: 'request-of-bert', teamId: 'team-01', enterpriseId, words: '想申报' },
  project: { name: '另一个项目', programme: 'other' as const },
})

test('a meeting that the new person can come to is theirs, at the same time, and they are told', async () => {
  const id = await begun()
  ok(await plan(id, '10:00'))
  await transfer(id)
  expect(meetings(id)).toEqual([['planned', 'm-anna', at('10:00')]])
  await accept(id)
  expect(meetings(id)).toEqual([['planned', 'm-bert', at('10:00')]])
  expect([timeOf('m-anna'), timeOf('m-bert').length, timeOf('enterprise-01').length]).toEqual([[], 1, 1])
  expect(told('guidancePlanned')).toEqual(['guidancePlanned m-bert', 'guidancePlanned m-contact-1'])
  expect(told('ownerChanged')).toEqual(['ownerChanged m-contact-1'])
  const view = ok(await get('contact-1', id))
  expect(view.full).toMatchObject({ match: null, meetings: [{ state: 'planned', specialistName: '演示伯特' }] })
  // A minute later the sweepers find nothing left to do.
  await sweepAll(new Date(NOW.getTime() + 2 * MINUTE))
  expect([timeOf('m-bert').length, timeOf('enterprise-01').length]).toEqual([1, 1])
  expect(told('guidancePlanned')).toHaveLength(2)
})

test('one that they cannot come to waits for another time, which both sides read; nobody’s time is kept for it', async () => {
  const id = await begun()
  ok(await plan(id, '10:00'))
  ok(await plan(id, '14:00'))
  await bertIsBusy('13:30')
  await transfer(id)
  await accept(id)
  expect(meetings(id)).toEqual([
    ['planned', 'm-bert', at('10:00')],
    ['unplaced', 'm-bert', at('14:00')],
  ])
  expect([timeOf('m-anna').length, timeOf('m-bert').length, timeOf('enterprise-01').length]).toEqual([0, 2, 1])
  expect(told('meetingUnplaced')).toEqual(['meetingUnplaced m-bert', 'meetingUnplaced m-contact-1'])
  cloud.setNow(new Date(at('11:30')))
  const [, lost] = guidanceOf(id).meetings
  const deed = { consultationId: id, meetingId: lost?.id ?? '' }
  const note = { ...deed, note: '纪要' }
  expect(await cloud.as('bert').call('guidance.noteMeeting', note)).toMatchObject(refused('meetingAhead'))
  const moved = ok(await cloud.as('bert').call('guidance.moveMeeting', { ...deed, ...hour('15:00') }))
  expect(moved.outline.next?.startsAt).toBe(at('15:00'))
  expect([timeOf('m-bert').length, timeOf('enterprise-01').length]).toEqual([3, 2])
  expect(told('meetingMoved')).toEqual(['meetingMoved m-contact-1'])
})

test('that a meeting waits for another time is what comes next, and it is soon due', async () => {
  const id = await begun()
  ok(await plan(id, '10:00'))
  await bertIsBusy('10:30')
  await transfer(id)
  await accept(id)
  expect(stands(id)).toMatchObject({
    nextStep: '重新约会面时间',
    dueAt: new Date(at('17:30', '2026-11-23')),
    turn: 'team',
  })
  const cancel = { consultationId: id, meetingId: guidanceOf(id).meetings[0]?.id ?? '', reason: '改为线上沟通' }
  expect(ok(await cloud.as('bert').call('guidance.cancelMeeting', cancel)).full?.meetings[0]?.state).toBe('cancelled')
  expect(stands(id).nextStep).toBe('推进“诊断”')
})

test('what was held or has begun stays with whom it was; who guided before is free again', async () => {
  const id = await begun()
  ok(await plan(id, '10:00'))
  await transfer(id)
  cloud.setNow(new Date(at('10:05')))
  await accept(id)
  expect(meetings(id)).toEqual([['planned', 'm-anna', at('10:00')]])
})

test('whose name is corrected is called by it in what lies ahead; what was held stays under the name of its day', async () => {
  const id = await begun()
  ok(await plan(id, '10:00'))
  ok(await plan(id, '14:00'))
  const [first, second] = guidanceOf(id).meetings
  put('guidances', id, { meetings: [{ ...first, state: 'held' }, second] })
  await cloud.put('branches', branch)
  await raise('secretary', [secretaryOf(branch)])
  ok(await cloud.as('secretary').call('member.amend', { memberId: 'm-anna', name: '演示安雅', reason: '写错了' }))
  expect(guidanceOf(id).meetings.map(({ specialistName }) => specialistName)).toEqual([
    first?.specialistName,
    '演示安雅',
  ])
})

test('whoever is erased leaves the meetings to the leader, and no name behind', async () => {
  const id = await begun()
  ok(await plan(id, '10:00'))
  const fact = { id: 'fact-0001', kind: 'memberErased', at: NOW, data: { memberId: 'm-anna' } } as const
  const consultation = await import('../../cloudfunctions/consultation/reactions')
  const guidance = await import('../../cloudfunctions/guidance/reactions')
  await consultation.followErasure(fact)
  await guidance.followErasure(fact)
  expect(JSON.stringify(guidanceOf(id).meetings)).not.toContain('演示安娜')
  await sweepAll(new Date(NOW.getTime() + 2 * MINUTE))
  await sweepAll(new Date(NOW.getTime() + 4 * MINUTE))
  expect(meetings(id)).toEqual([['planned', 'm-leader', at('10:00')]])
  expect([timeOf('m-anna'), timeOf('m-leader').length, timeOf('enterprise-01').length]).toEqual([[], 1, 1])
})

test('with nobody to guide it a meeting waits, and the enterprise knows', async () => {
  const id = await begun()
  ok(await plan(id, '10:00'))
  put('consultations', id, { ownerId: '', owner: { name: '', title: '小分队队员' } })
  const { followGuideChanged } = await import('../../cloudfunctions/guidance/reactions')
  await followGuideChanged({ id: 'fact-0002', kind: 'guideChanged', at: NOW, data: { consultationId: id } })
  expect(meetings(id)).toEqual([['unplaced', '', at('10:00')]])
  expect(told('meetingUnplaced')).toEqual(['meetingUnplaced m-contact-1'])
  expect(timeOf('enterprise-01')).toEqual([])
})
