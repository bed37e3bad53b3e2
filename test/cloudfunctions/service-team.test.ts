/** Who sits in the team, what they must not do, and when they are away. */
import type { InputFor } from '@/domain/contracts'
import { DAY, HOUR } from '@/domain/time'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import type { SpecialistDoc } from '../../cloudfunctions/service/store/specialists'
import { buildConsultation } from '../../config/seed/consultation-builders'
import { bookedBy } from '../../config/seed/service-builders'
import { cloud } from '../support/cloud'
import { branch, MINUTE, NOW, raise, secretaryOf } from '../support/park'
import { recordsOf } from '../support/records'
import { anna, bert, DAY_ID, furnish, intervalsOf, stored, sweepAt, teamOf } from '../support/service'

const refused = (code: string) => ({ ok: false, error: { code, requestId: expect.any(String) } })
type Profile = InputFor<'service.saveSpecialist'>
const profile = (overrides: Partial<Profile> = {}): Profile => ({
  memberId: 'm-carl',
  teamId: 'team-01',
  rev: 0,
  title: '技术顾问',
  intro: '二十年工艺经验',
  topics: ['technology'],
  ...overrides,
})
const saveProfile = (overrides: Partial<Profile> = {}) =>
  cloud.as('leader').call('service.saveSpecialist', profile(overrides))

describe('a profile', () => {
  test('is written once, changed as it was read, and says whom they must not advise', async () => {
    await furnish()
    await raise('carl', [teamOf('specialist')])
    const first = await saveProfile({ conflicts: ['enterprise-02'] })
    expect(first).toMatchObject({
      ok: true,
      data: { id: 'm-carl', name: '演示carl', rev: 1, conflicts: [{ id: 'enterprise-02', name: '演示企业2' }] },
    })
    expect(await saveProfile({ conflicts: ['enterprise-02'] })).toEqual(first)
    expect(await saveProfile({ rev: 1, title: '教授' })).toMatchObject({ ok: true, data: { rev: 2, title: '教授' } })
    expect(await saveProfile({ rev: 1, title: '工程师' })).toEqual(refused('changedMeanwhile'))
    expect(await saveProfile({ title: '工程师' })).toEqual(refused('changedMeanwhile'))
  })

  test('is of somebody who holds the role over that very team, in words that all may read', async () => {
    await furnish()
    await raise('carl', [teamOf('specialist', 'team-02')])
    expect(await saveProfile()).toEqual(refused('notInTeam'))
    expect(await saveProfile({ memberId: 'm-nobody' })).toEqual(refused('notInTeam'))
    expect(await saveProfile({ memberId: 'm-anna', rev: 1, intro: '【违规】' })).toEqual(refused('textRisky'))
  })

  test('stands in the team’s list; why somebody is away is between them and the leader', async () => {
    await furnish()
    await away('anna', { note: '体检' })
    const list = async (openid: string) => {
      const answer = await cloud.as(openid).call('service.team', {})
      return answer.ok ? answer.data.items.map(({ id, absences }) => [id, absences.map(({ note }) => note)]) : answer
    }
    const full = [
      ['m-bert', []],
      ['m-anna', ['体检']],
    ]
    expect([await list('leader'), await list('anna')]).toEqual([full, full])
    expect(await list('bert')).toEqual([
      ['m-bert', []],
      ['m-anna', ['']],
    ])
  })
})

const SLOT = HOUR / 2
const start = () => stored.day()?.startsAt ?? NOW
type Absence = InputFor<'service.addAbsence'>
/** From the second slot of the day for an hour, if nothing else is said. */
const away = (openid: string, overrides: Partial<Absence> = {}) =>
  cloud.as(openid).call('service.addAbsence', {
    requestId: 'request-1',
    from: start().getTime() + SLOT,
    to: start().getTime() + 3 * SLOT,
    ...overrides,
  })
const back = (openid: string, absenceId: string) => cloud.as(openid).call('service.removeAbsence', { absenceId })
const statesOf = (specialistId: string) => stored.slots({ specialistId }).map(({ state }) => state)
const book = async (at: number) => {
  const slot = stored.slots({ specialistId: 'm-anna' })[at]
  const { serviceSlots } = await import('../../cloudfunctions/service/store/slots')
  await serviceSlots.change({ _id: slot?._id }, bookedBy('enterprise-01', 'c-1', 'm-contact-1'))
  return slot?._id ?? ''
}

describe('a team', () => {
  const name = (openid: string, words: string, teamId = 'team-01') =>
    cloud.as(openid).call('service.nameTeam', { teamId, name: words })
  const teams = async () => {
    const answer = await cloud.as('anna').call('service.team', {})
    return answer.ok ? answer.data.teams : answer
  }

  test('is named by its leader; its days say so, also what is planned later', async () => {
    await furnish()
    await raise('far-leader', [teamOf('teamLeader', 'team-02')])
    expect(await teams()).toEqual([{ id: 'team-01', name: '' }])
    expect(await name('far-leader', '别队')).toEqual(refused('notAllowed'))
    expect(await name('leader', '【违规】')).toEqual(refused('textRisky'))
    for (let turn = 0; turn < 2; turn++) expect(await name('leader', '政策服务队')).toMatchObject({ ok: true })
    expect([await teams(), stored.day()?.teamName]).toEqual([[{ id: 'team-01', name: '政策服务队' }], '政策服务队'])
    expect(await cloud.as('contact-1').call('service.day', { serviceDayId: DAY_ID })).toMatchObject({
      data: { day: { teamName: '政策服务队' } },
    })
  })

  test('a new name that died before the days knew it is followed by the timer', async () => {
    await furnish()
    cloud.local.faults({ kind: 'fail', collection: 'serviceDays', request: 'database.modifyDocument' })
    expect(await name('leader', '政策服务队')).toMatchObject({ ok: true })
    expect([takeErrors().length, stored.day()?.teamName]).toEqual([1, ''])
    await sweepAt(new Date(NOW.getTime() + 2 * MINUTE))
    expect(stored.day()?.teamName).toBe('政策服务队')
  })
})

describe('an absence', () => {
  test('withdraws what is free, leaves what is booked, and lets nothing new be planned; and is undone', async () => {
    await furnish()
    const booked = await book(1)
    const answer = await away('anna')
    expect(answer).toMatchObject({ ok: true, data: { withdrawn: 1, booked: 1 } })
    expect(await away('anna')).toEqual(answer)
    expect(statesOf('m-anna')).toEqual(['free', 'booked', 'withdrawn', 'free', 'free', 'free'])
    expect(statesOf('m-bert')).toEqual(Array(6).fill('free'))
    const id = answer.ok ? answer.data.absence.id : ''
    expect(intervalsOf('m-anna')).toEqual([`absence~${id}`, `day~${DAY_ID}~1`])
    // Who gives the booking up does not make the slot free.
    const { releaseSlot } = await import('../../cloudfunctions/service/public')
    await releaseSlot(booked, 'c-1', NOW)
    expect(stored.slot(booked)?.state).toBe('withdrawn')
    expect(await back('bert', id)).toEqual(refused('notFound'))
    expect(await back('anna', id)).toEqual({ ok: true, data: { removed: true } })
    expect(await back('anna', id)).toEqual({ ok: true, data: { removed: true } })
    expect([statesOf('m-anna'), intervalsOf('m-anna')]).toEqual([Array(6).fill('free'), [`day~${DAY_ID}~1`]])
    await sweepAt(new Date(NOW.getTime() + 61_000))
    expect(await cloud.all('absences')).toEqual([])
  })

  test('that overlaps another keeps what the other still covers', async () => {
    await furnish()
    const one = await away('anna')
    await away('anna', { requestId: 'request-2', from: start().getTime() + 2 * SLOT, to: start().getTime() + 4 * SLOT })
    expect(statesOf('m-anna')).toEqual(['free', 'withdrawn', 'withdrawn', 'withdrawn', 'free', 'free'])
    await back('anna', one.ok ? one.data.absence.id : '')
    expect(statesOf('m-anna')).toEqual(['free', 'free', 'withdrawn', 'withdrawn', 'free', 'free'])
  })

  test('does not bring back a slot of a day that was cancelled meanwhile', async () => {
    await furnish()
    const one = await away('anna')
    const cancel = { serviceDayId: DAY_ID, rev: 2, reason: '台风' }
    expect(await cloud.as('leader').call('service.cancelDay', cancel)).toMatchObject({ ok: true })
    await back('anna', one.ok ? one.data.absence.id : '')
    expect(statesOf('m-anna')).toEqual(Array(6).fill('withdrawn'))
  })

  test('of days is in the way of every day in it', async () => {
    await furnish()
    await away('anna', { from: start().getTime() - 3 * DAY, to: start().getTime() + 3 * DAY })
    expect(stored.sheets('m-anna')).toHaveLength(7)
    const { reserveMeeting } = await import('../../cloudfunctions/service/public')
    const from = new Date(start().getTime() + 2 * DAY)
    const meeting = { key: 'g-1', specialistId: 'm-anna', enterpriseId: 'enterprise-01', from }
    const answer = await reserveMeeting({ ...meeting, to: new Date(from.getTime() + HOUR) })
    expect(answer).toMatchObject({ busy: 'specialist' })
  })

  test.each<[string, Partial<Absence>]>([
    ['timesWrong', { to: 1_795_000_000_000, from: 1_795_000_000_000 }],
    ['absenceTooLong', { from: NOW.getTime(), to: NOW.getTime() + 61 * DAY }],
    ['dayPassed', { from: NOW.getTime() - 2 * DAY, to: NOW.getTime() - DAY }],
    ['textRisky', { note: '【违规】' }],
  ])('is refused with %s', async (code, overrides) => {
    await furnish()
    expect(await away('anna', overrides)).toEqual(refused(code))
    expect(await cloud.all('absences')).toEqual([])
  })

  test('is refused when there are twenty already', async () => {
    await furnish()
    for (let at = 0; at < 20; at++) {
      const from = start().getTime() + (at + 1) * DAY
      await away('anna', { requestId: `request-${at + 10}`, from, to: from + HOUR })
    }
    expect(await away('anna')).toEqual(refused('tooManyAbsences'))
  })

  test('shows in one’s own sheet beside the days on which one sits', async () => {
    await furnish()
    await away('anna')
    expect(await cloud.as('anna').call('service.myTime', {})).toMatchObject({
      ok: true,
      data: { profile: { id: 'm-anna' }, days: [{ id: DAY_ID }], absences: [{ from: start().getTime() + SLOT }] },
    })
    expect(await cloud.as('leader').call('service.myTime', {})).toEqual(refused('notAllowed'))
  })
})

describe('a person', () => {
  const fact = (kind: string, data: object) => ({ id: 'FACT0001', kind, at: NOW, data }) as never
  test('who is merged sits where they sat, under the other id', async () => {
    await furnish()
    await away('anna')
    const { followMerge } = await import('../../cloudfunctions/service/reactions')
    for (let turn = 0; turn < 2; turn++) await followMerge(fact('memberMerged', { from: 'm-anna', to: 'm-other' }))
    expect(stored.day()?.tables.map(({ specialistId }) => specialistId)).toEqual(['m-other', 'm-bert'])
    expect(statesOf('m-other')).toEqual(['free', 'withdrawn', 'withdrawn', 'free', 'free', 'free'])
    expect([intervalsOf('m-anna'), intervalsOf('m-other').length]).toEqual([[], 2])
    expect((await cloud.all('specialists')).map(({ _id }) => _id).sort()).toEqual(['m-bert', 'm-other'])
    // Laying the day out again makes no second set of slots.
    const { layOut } = await import('../../cloudfunctions/service/store/layout')
    await layOut(DAY_ID, NOW)
    expect(stored.slots()).toHaveLength(12)
  })

  test('who is erased can be booked no more, and is named nowhere', async () => {
    await furnish()
    const booked = await book(1)
    const { followErasure } = await import('../../cloudfunctions/service/reactions')
    for (let turn = 0; turn < 2; turn++) await followErasure(fact('memberErased', { memberId: 'm-anna' }))
    expect(statesOf('m-anna')).toEqual(['withdrawn', 'booked', 'withdrawn', 'withdrawn', 'withdrawn', 'withdrawn'])
    expect(stored.slot(booked)?.withdrawnBy).toBe('erased')
    const kept = JSON.stringify([stored.slots(), stored.day()?.tables, await cloud.all('specialists')])
    expect([kept.includes(anna.name), kept.includes(bert.name)]).toEqual([false, true])
    expect(intervalsOf('m-anna')).toEqual([])
  })

  test('whose name is corrected is called by it where they sit, can be booked and are responsible', async () => {
    await furnish()
    await cloud.put('branches', branch)
    await raise('secretary', [secretaryOf(branch)])
    const owner = { ownerId: 'm-anna', owner: { name: '演示安娜', title: '税务志愿者' } }
    const open = buildConsultation('consultation-open', NOW, { ...owner, state: 'open', contactId: 'm-contact-1' })
    const over = buildConsultation('consultation-over', NOW, { ...owner, state: 'closed' })
    await cloud.put('consultations', open, over)
    const amend = (memberId: string, name: string) =>
      cloud.as('secretary').call('member.amend', { memberId, name, reason: '写错了' })
    expect(await amend('m-anna', '演示安雅')).toMatchObject({ ok: true })
    expect(await amend('m-contact-1', '演示新名')).toMatchObject({ ok: true })
    const slots = stored.slots({ specialistId: 'm-anna' })
    expect(new Set(slots.map(({ specialist }) => specialist.name))).toEqual(new Set(['演示安雅']))
    expect(
      stored
        .day()
        ?.tables.map(({ name }) => name)
        .sort(),
    ).toEqual(['演示伯特', '演示安雅'])
    expect(recordsOf<SpecialistDoc>(cloud.local, 'specialists', { _id: 'm-anna' })[0]?.name).toBe('演示安雅')
    const names = (id: string) => {
      const [doc] = recordsOf<ConsultationDoc>(cloud.local, 'consultations', { _id: id })
      return [doc?.owner.name, doc?.contactName]
    }
    expect([names('consultation-open'), names('consultation-over')]).toEqual([
      ['演示安雅', '演示新名'],
      ['演示安娜', '演示联络人'],
    ])
  })

  test('reads what is kept of them', async () => {
    await furnish()
    await away('anna', { note: '体检' })
    const { collect } = await import('../../cloudfunctions/service/personal')
    expect((await collect('m-anna', NOW)).rows).toMatchObject([{ 身份: '税务志愿者' }, { 说明: '体检' }])
    await cloud.as('contact-1').call('service.wait', { enterpriseId: 'enterprise-01', topic: 'tax' })
    expect((await collect('m-contact-1', NOW)).rows).toEqual([{ 候补主题: '税务', 日期: '2026-11-21' }])
  })
})
