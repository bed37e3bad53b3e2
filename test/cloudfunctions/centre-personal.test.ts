/** Visits of a person whose binding is merged, who takes their data out, who leaves. */
import type { SlotDoc } from '../../cloudfunctions/centre/store/slots'
import type { VisitDoc } from '../../cloudfunctions/centre/store/visits'
import { buildMember } from '../../config/seed/builders'
import { buildVisit, buildVisitSlot, countedIn } from '../../config/seed/centre-builders'
import { cloud } from '../support/cloud'
import { branch, HOUR, MINUTE, NOW, raise, secretaryOf } from '../support/park'
import { MONDAY, mondaySlot, openCentre, SLOT, slotStands } from '../support/visiting'

const imported = buildMember('imported', '演示名册', branch, { state: 'imported', consents: [] })
const own = (overrides: Partial<VisitDoc> = {}, who = 'm-person') =>
  buildVisit(mondaySlot(), who, { size: 4, guide: true, ...overrides })
const bystander = buildVisit(mondaySlot(), 'm-other', { size: 2 })

beforeEach(async () => {
  await openCentre({ guides: 3 })
  await raise('secretary', [secretaryOf(branch)])
  await raise('person', [], branch, { state: 'unconfirmed', name: '演示来人' })
  await cloud.put('members', imported)
})

const put = async (...visits: VisitDoc[]) => {
  await cloud.put('visitSlots', mondaySlot(countedIn(visits)))
  await cloud.put('visits', ...visits)
}
const merge = () => cloud.as('secretary').call('member.confirm', { memberId: 'm-person', mergeInto: 'imported' })
const erase = () => cloud.as('person').call('member.erase', { confirm: '删除' })
const settle = async () => {
  for (const minutes of [2, 4]) {
    cloud.setNow(new Date(NOW.getTime() + minutes * MINUTE))
    await cloud.local.runTimer('member', 'settle')
    await cloud.local.runTimer('centre', 'sweep')
  }
}
const visitsNow = async () => {
  const rows = await cloud.all<VisitDoc>('visits')
  return rows
    .filter(({ memberId }) => memberId !== 'm-other')
    .map(({ memberId, state, size, arrivedAt }) => `${memberId} ${state} ${size}${arrivedAt ? ' arrived' : ''}`)
    .sort()
}

describe('a merge', () => {
  test.each([
    ['a visit', [own()], ['imported booked 4'], { taken: 6, guided: 1, booked: 2 }],
    ['a cancelled visit', [own({ state: 'cancelled' })], ['imported cancelled 4'], { taken: 2, guided: 0, booked: 1 }],
    [
      'an arrival',
      [own({ arrivedAt: MONDAY, arrivedBy: 'scan' })],
      ['imported booked 4 arrived'],
      { taken: 6, guided: 1, booked: 2 },
    ],
    [
      'one of two visits in the same slot; the places of the other go back',
      [own(), own({ size: 3, guide: false }, 'imported')],
      ['imported booked 3'],
      { taken: 5, guided: 0, booked: 2 },
    ],
    [
      'places into a cancelled visit, with their number',
      [own(), own({ size: 9, guide: false, state: 'cancelled' }, 'imported')],
      ['imported booked 4'],
      { taken: 6, guided: 1, booked: 2 },
    ],
    [
      'the arrival to the visit that stays',
      [own({ arrivedAt: MONDAY, arrivedBy: 'scan' }), own({ size: 1, guide: false }, 'imported')],
      ['imported booked 1 arrived'],
      { taken: 3, guided: 0, booked: 2 },
    ],
  ])('takes along %s', async (_what, visits, who, counts) => {
    await put(bystander, ...visits)
    expect(await merge()).toMatchObject({ ok: true })
    await settle()
    expect(await visitsNow()).toEqual(who)
    expect(await slotStands()).toMatchObject({ ...counts, holding: counts.booked, loose: 0 })
    const mine = await cloud.as('person').call('centre.myVisits', {})
    expect(mine).toMatchObject({ ok: true, data: { items: [{ id: `${SLOT}:imported` }] } })
  })

  test('into a cancelled visit brings the group that comes now, not the one that was called off', async () => {
    const off = own({ groupName: '演示旧团', state: 'cancelled', bookedAt: new Date(0) }, 'imported')
    await put(bystander, own({ groupName: '演示企业参观团' }), off)
    expect(await merge()).toMatchObject({ ok: true })
    await settle()
    const mine = (await cloud.all<VisitDoc>('visits')).filter(({ memberId }) => memberId === 'imported')
    expect(mine).toMatchObject([{ state: 'booked', groupName: '演示企业参观团', bookedAt: own().bookedAt }])
  })

  test.each(['database.insertDocument', 'database.removeDocument'] as const)(
    'that dies at %s is finished by the timer',
    async (request) => {
      await put(bystander, own(), own({ size: 3, guide: false }, 'imported'))
      cloud.local.faults({ kind: 'fail', collection: 'visits', request })
      expect(await merge()).toMatchObject({ ok: true })
      takeErrors()
      await settle()
      expect(await visitsNow()).toEqual(['imported booked 3'])
      expect(await slotStands()).toMatchObject({ taken: 5, guided: 0, booked: 2, holding: 2, loose: 0 })
    },
  )

  test('and a cancellation at the same moment give the places back once', async () => {
    await put(bystander, own())
    await Promise.all([
      cloud.over('secretary').call('member.confirm', { memberId: 'm-person', mergeInto: 'imported' }),
      cloud.over('person').call('centre.cancelVisit', { visitId: `${SLOT}:m-person` }),
    ])
    await settle()
    const stands = await slotStands()
    expect(stands).toMatchObject({ taken: stands.persons, guided: stands.guides, booked: stands.holding, loose: 0 })
    expect((await visitsNow()).map((row) => row.split(' ')[0])).toEqual(['imported'])
  })
})

describe('a person', () => {
  const past = buildVisitSlot(new Date(NOW.getTime() - 24 * HOUR), { taken: 4, guided: 1 })
  const pastVisit = buildVisit(past, 'm-person', {
    size: 4,
    guide: true,
    groupName: '演示企业参观团',
    arrivedAt: past.startsAt,
    arrivedBy: 'manual',
    reason: '手机没电',
    recordedBy: 'm-editor',
  })

  test('reads in their data when they booked and came', async () => {
    await put(bystander, own({ groupName: '演示一家' }))
    await cloud.put('visits', pastVisit)
    const answer = await cloud.as('person').call('member.myData', {})
    const sections = answer.ok ? answer.data.sections : []
    expect(sections.find(({ title }) => title === '参观预约与到访')).toEqual({
      title: '参观预约与到访',
      rows: [
        expect.objectContaining({
          时段: '周一 9:00–10:00',
          人数: '4',
          讲解: '需要',
          团体: '演示一家',
          预约: '已预约',
          到访时间: '',
        }),
        expect.objectContaining({ 时段: '昨天 10:00–11:00', 团体: '演示企业参观团', 到访时间: '昨天 10:00' }),
      ],
    })
  })

  test('is erased: places to come go back, past visits stay as figures without a word about them', async () => {
    await put(bystander, own({ groupName: '演示一家' }))
    await cloud.put('visitSlots', past)
    await cloud.put('visits', pastVisit)
    expect(await erase()).toMatchObject({ ok: true })
    await settle()
    expect(await slotStands()).toMatchObject({ taken: 2, guided: 0, booked: 1, holding: 1, loose: 0 })
    expect(await visitsNow()).toEqual(['m-person booked 4 arrived', 'm-person cancelled 4'])
    const everything = JSON.stringify([await cloud.all('visits'), await cloud.all('members')])
    for (const word of ['演示来人', '演示一家', '演示企业参观团', '手机没电']) expect(everything).not.toContain(word)
    const seen = await cloud.as('editor').call('centre.visitsOn', { day: '2026-11-20' })
    expect(seen).toMatchObject({
      ok: true,
      data: { visits: [{ name: '', size: 4 }], counts: { persons: 4, arrived: 1 } },
    })
  })

  test('who is erased while a request fails is erased by the timer', async () => {
    await put(bystander, own())
    cloud.local.faults({ kind: 'fail', collection: 'visitSlots', request: 'database.modifyDocument' })
    await erase()
    takeErrors()
    await settle()
    expect(await slotStands()).toMatchObject({ taken: 2, guided: 0, booked: 1, holding: 1, loose: 0 })
    expect(await cloud.all<SlotDoc>('visitSlots')).toMatchObject([{ takes: [], releases: [] }])
  })
})
