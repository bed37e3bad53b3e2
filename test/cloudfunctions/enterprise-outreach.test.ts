/** Visits to enterprises that nobody has met for long: planned, written up, cancelled, and who reads what was said. */
import type { EnterpriseDoc } from '../../cloudfunctions/enterprise/store/enterprises'
import { followMeeting } from '../../cloudfunctions/enterprise/reactions'
import { buildEnterprise, buildOutreach } from '../../config/seed/enterprise-builders'
import { DAY, HOUR } from '@/domain/time'
import { cloud } from '../support/cloud'
import { CHIPS, MILK, openPark, settleLater } from '../support/enterprises'
import { NOW, raise } from '../support/park'

const TODAY = '2026-11-21'
const TOMORROW = '2026-11-22'
const team = (role: 'specialist' | 'teamLeader', scopeId = 'team-01') => ({ role, scope: 'team' as const, scopeId })

beforeEach(async () => {
  await openPark()
  await raise('spec', [team('specialist')])
  await raise('other-spec', [team('specialist')])
  await raise('leader', [team('teamLeader')])
  await raise('far-leader', [team('teamLeader', 'team-02')])
})

const refused = (code: string) => ({ ok: false, error: { code } })
const plan = (who: string, more = {}) =>
  cloud.as(who).call('enterprise.planVisit', {
    requestId: 'request-0001',
    enterpriseId: MILK._id,
    teamId: 'team-01',
    memberId: 'm-spec',
    day: TOMORROW,
    ...more,
  })
const FIRST = `${MILK._id}:1`
const writeUp = (who: string, more = {}) =>
  cloud
    .as(who)
    .call('enterprise.writeUp', { outreachId: FIRST, day: TODAY, note: '了解了用工需求：缺普工三名。', ...more })
const cancel = (who: string) => cloud.as(who).call('enterprise.cancelVisit', { outreachId: FIRST })
const visits = async (who: string, more = {}) => {
  const answer = await cloud.as(who).call('enterprise.visits', more)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.items
}
const unmet = async () => {
  const answer = await cloud.as('leader').call('enterprise.unmet', {})
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.items
}
const metOf = async (id: string) => {
  const found = (await cloud.all<EnterpriseDoc>('enterprises')).find(({ _id }) => _id === id)
  return [found?.lastMetAt?.toISOString() ?? null, found?.lastMetHow ?? null]
}

describe('whom nobody has met for long', () => {
  test('are those never met, then the longest ago; ninety days are not yet too long', async () => {
    const ago = (days: number) => new Date(NOW.getTime() - days * DAY)
    await cloud.put(
      'enterprises',
      buildEnterprise(11, { lastMetAt: ago(91), lastMetHow: 'serviceDay' }),
      buildEnterprise(12, { lastMetAt: ago(300), lastMetHow: 'outreach' }),
      buildEnterprise(13, { lastMetAt: ago(90), lastMetHow: 'outreach' }),
      buildEnterprise(14, { lastMetAt: ago(1), lastMetHow: 'guidance' }),
    )
    expect((await unmet()).map(({ id }) => id)).toEqual([MILK._id, CHIPS._id, 'enterprise-12', 'enterprise-11'])
  })

  test('show the visit that is planned, and are met once it is written up', async () => {
    await plan('leader')
    expect((await unmet()).map(({ id, visit }) => [id, visit && [visit.day, visit.byName]])).toEqual([
      [MILK._id, [TOMORROW, '演示spec']],
      [CHIPS._id, null],
    ])
    expect(await writeUp('spec')).toMatchObject({ ok: true, data: { state: 'done', day: TODAY } })
    expect((await unmet()).map(({ id }) => id)).toEqual([CHIPS._id])
    expect(await metOf(MILK._id)).toEqual([NOW.toISOString(), 'outreach'])
  })

  test('the latest meeting counts, in whatever order they become known', async () => {
    const meeting = (days: number) => ({
      id: 'fact',
      kind: 'met',
      at: NOW,
      data: { enterpriseId: MILK._id, at: new Date(NOW.getTime() - days * DAY), how: 'guidance' as const },
    })
    for (const days of [5, 2, 30, 2]) await followMeeting(meeting(days))
    expect(await metOf(MILK._id)).toEqual(['2026-11-19T02:00:00.000Z', 'guidance'])
  })

  test('a visit that died before it was known is noted by the timer', async () => {
    await plan('leader')
    cloud.local.faults({ kind: 'fail', collection: 'enterprises', request: 'database.modifyDocument' })
    expect(await writeUp('spec')).toMatchObject({ ok: true })
    expect(takeErrors()).toHaveLength(1)
    expect(await metOf(MILK._id)).toEqual([null, null])
    await settleLater()
    expect(await metOf(MILK._id)).toEqual([NOW.toISOString(), 'outreach'])
  })
})

describe('planning', () => {
  test('offers the people of one’s team: all of them to the leader, oneself to a specialist', async () => {
    const goers = async (who: string) => {
      const answer = await cloud.as(who).call('enterprise.goers', {})
      return answer.ok && answer.data.items.map(({ memberId, teamId }) => `${memberId} ${teamId}`).sort()
    }
    expect(await goers('leader')).toEqual(['m-leader team-01', 'm-other-spec team-01', 'm-spec team-01'])
    expect(await goers('spec')).toEqual(['m-spec team-01'])
    expect((await goers('staff')) as string[]).toHaveLength(4)
  })

  test('is done for somebody of the team, from today on, and once', async () => {
    expect(await plan('leader', { memberId: 'm-ann' })).toMatchObject(refused('goerUnknown'))
    expect(await plan('leader', { day: '2026-11-20' })).toMatchObject(refused('dayPassed'))
    expect(await plan('far-leader')).toMatchObject(refused('notAllowed'))
    expect(await plan('leader', { enterpriseId: 'enterprise-99' })).toMatchObject(refused('notFound'))
    const planned = await plan('leader')
    expect(planned).toMatchObject({ ok: true, data: { id: FIRST, byName: '演示spec', state: 'planned' } })
    expect(await plan('leader')).toEqual(planned)
    expect(await plan('leader', { requestId: 'request-0002' })).toMatchObject(refused('alreadyPlanned'))
  })

  test('for others is the leader’s and staff’s', async () => {
    expect(await plan('other-spec')).toMatchObject(refused('notYourVisit'))
    expect(await plan('spec')).toMatchObject({ ok: true })
    expect(await cancel('other-spec')).toMatchObject(refused('notYourVisit'))
    expect(await cancel('staff')).toMatchObject({ ok: true, data: { state: 'cancelled' } })
    expect(await cancel('staff')).toMatchObject({ ok: true })
    expect(await plan('staff', { requestId: 'request-0003' })).toMatchObject({ ok: true, data: { note: null } })
  })

  test('by ten people at once plans one visit', async () => {
    const requests = Array.from({ length: 10 }, (_, at) => `request-10${at}`)
    const answers = await Promise.all(
      requests.map((requestId) =>
        cloud.over('leader').call('enterprise.planVisit', {
          requestId,
          enterpriseId: MILK._id,
          teamId: 'team-01',
          memberId: 'm-spec',
          day: TOMORROW,
        }),
      ),
    )
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual([
      ...Array.from({ length: 9 }, () => 'alreadyPlanned'),
      'ok',
    ])
    expect((await cloud.all('outreach')).length).toBe(1)
  })
})

describe('writing up', () => {
  beforeEach(() => plan('leader'))

  test('is for who went and their leader, for a day that has come, once', async () => {
    expect(await writeUp('other-spec')).toMatchObject(refused('notYourVisit'))
    expect(await writeUp('far-leader')).toMatchObject(refused('notAllowed'))
    expect(await writeUp('staff')).toMatchObject(refused('notAllowed'))
    expect(await writeUp('spec', { day: TOMORROW })).toMatchObject(refused('dayToCome'))
    expect(await writeUp('spec', { note: '【违规】' })).toMatchObject(refused('textRisky'))
    expect(await writeUp('spec')).toMatchObject({ ok: true })
    expect(await writeUp('spec')).toMatchObject({ ok: true })
    expect(await writeUp('leader', { note: '另一份记录' })).toMatchObject(refused('notPlanned'))
    expect(await cancel('leader')).toMatchObject(refused('notPlanned'))
    expect(await writeUp('spec', { outreachId: `${CHIPS._id}:1` })).toMatchObject(refused('notFound'))
  })

  test('what was said is read by who went and their leader; staff see who, when and state', async () => {
    const note = '了解了用工需求：缺普工三名。'
    await writeUp('spec')
    await cloud.put('outreach', buildOutreach(CHIPS, 1, TOMORROW, { by: 'm-far', teamId: 'team-02', note: '别队的话' }))
    const seen = async (who: string) => (await visits(who)).map(({ id, byName, note: read }) => [id, byName, read])
    expect(await seen('spec')).toEqual([[FIRST, '演示spec', note]])
    expect(await seen('leader')).toEqual([[FIRST, '演示spec', note]])
    expect(await seen('other-spec')).toEqual([])
    expect(await seen('far-leader')).toEqual([[`${CHIPS._id}:1`, '演示专员01', '别队的话']])
    expect(await seen('staff')).toEqual([
      [`${CHIPS._id}:1`, '演示专员01', null],
      [FIRST, '演示spec', null],
    ])
    expect((await visits('leader', { mine: true })).length).toBe(0)
    expect((await visits('leader', { state: 'planned' })).length).toBe(0)
    expect((await visits('leader', { state: 'done' })).length).toBe(1)
  })
})

describe('correcting a write-up', () => {
  const NOTE = '了解了用工需求：缺普工三名。'
  const YESTERDAY = '2026-11-20'
  const correct = (who: string, more = {}) =>
    cloud
      .as(who)
      .call('enterprise.correctVisit', { outreachId: FIRST, corrected: 0, day: TODAY, note: '缺普工五名。', ...more })
  const written = async () => {
    await plan('leader')
    await writeUp('spec')
  }

  test('is for who went and their leader, once it is written; what stood before stays, with its time', async () => {
    await plan('leader')
    expect(await correct('spec')).toMatchObject(refused('notWritten'))
    await writeUp('spec')
    expect(await correct('other-spec')).toMatchObject(refused('notYourVisit'))
    expect(await correct('far-leader')).toMatchObject(refused('notAllowed'))
    expect(await correct('staff')).toMatchObject(refused('notAllowed'))
    expect(await correct('spec', { day: TOMORROW })).toMatchObject(refused('dayToCome'))
    expect(await correct('spec', { note: '【违规】' })).toMatchObject(refused('textRisky'))
    cloud.setNow(new Date(NOW.getTime() + HOUR))
    const own = { at: NOW.getTime() + HOUR, own: true, day: TODAY, note: NOTE }
    expect(await correct('spec')).toMatchObject({ ok: true, data: { note: '缺普工五名。', corrections: [own] } })
    expect(await correct('spec')).toMatchObject({ ok: true, data: { corrections: [own] } })
    const led = { at: NOW.getTime() + HOUR, own: false, day: TODAY, note: '缺普工五名。' }
    expect(await correct('leader', { note: '缺技工五名。' })).toMatchObject(refused('changedMeanwhile'))
    expect(await correct('leader', { note: '缺技工五名。', corrected: 1 })).toMatchObject({
      ok: true,
      data: { note: '缺技工五名。', corrections: [own, led] },
    })
    expect((await visits('staff')).map(({ note, corrections }) => [note, corrections])).toEqual([[null, null]])
  })

  test('moves the day on which the enterprise counts as met, unless a later meeting is known', async () => {
    await written()
    await correct('spec', { day: YESTERDAY, note: NOTE })
    expect(await metOf(MILK._id)).toEqual(['2026-11-20T04:00:00.000Z', 'outreach'])
    const met = { enterpriseId: MILK._id, at: new Date(NOW.getTime() - 60_000), how: 'guidance' as const }
    await followMeeting({ id: 'fact', kind: 'met', at: NOW, data: met })
    await correct('spec', { day: '2026-11-10', note: NOTE, corrected: 1 })
    expect(await metOf(MILK._id)).toEqual(['2026-11-21T01:59:00.000Z', 'guidance'])
  })

  test('by two at once is one correction; one that died is known after the timer', async () => {
    await written()
    const over = (who: string, note: string) =>
      cloud.over(who).call('enterprise.correctVisit', { outreachId: FIRST, corrected: 0, day: YESTERDAY, note })
    const answers = await Promise.all([over('spec', '甲'), over('leader', '乙')])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['changedMeanwhile', 'ok'])
    cloud.local.faults({ kind: 'fail', collection: 'enterprises', request: 'database.modifyDocument' })
    expect(await correct('spec', { day: '2026-11-18', corrected: 1 })).toMatchObject({ ok: true })
    expect(takeErrors()).toHaveLength(1)
    await settleLater()
    expect(await metOf(MILK._id)).toEqual(['2026-11-18T04:00:00.000Z', 'outreach'])
  })
})
