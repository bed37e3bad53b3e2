import type { InputFor, OutputFor } from '@/domain/contracts'
import { FIRST_CENTRE } from '@/domain/centre/rules'
import { buildVisit } from '../../config/seed/centre-builders'
import { cloud } from '../support/cloud'
import { branch, HOUR, NOW, raise, raiseMembers, secretaryOf, staff } from '../support/park'
import { editor, MONDAY, mondaySlot, openCentre, SLOT, slotStands } from '../support/visiting'

type Fields = InputFor<'centre.change'>['centre']

const refused = (code: string) => ({ ok: false, error: { code } })
const desk = () => cloud.as('editor')
const fields = (overrides: Partial<Fields> = {}): Fields => ({ ...FIRST_CENTRE, notices: [], ...overrides })
const change = (overrides: Partial<Fields> = {}, rev = 0, by = 'editor') =>
  cloud.as(by).call('centre.change', { rev, centre: fields(overrides) })
const get = async (openid = 'anyone'): Promise<OutputFor<'centre.get'>> => {
  const answer = await cloud.as(openid).call('centre.get', {})
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}
const at = (ms: number) => cloud.setNow(new Date(MONDAY.getTime() + ms))

beforeEach(() => openCentre())

describe('the centre', () => {
  test('is shown to everyone in three round trips', async () => {
    let shown: unknown
    expect(await cloud.roundTrips(async () => void (shown = await get()))).toBe(3)
    expect(shown).toMatchObject({
      now: NOW.getTime(),
      centre: { name: '党群服务中心', area: 1039, openedOn: '2021-11', week: FIRST_CENTRE.week },
      open: { is: 'open', until: Date.UTC(2026, 10, 21, 4) },
      manages: false,
    })
  })

  test('is shown by what stands at first where nobody has written anything', async () => {
    const before = await get()
    await cloud.local.reset()
    expect(await get()).toEqual({ ...before, halls: [] })
    expect(await cloud.all('centres')).toEqual([])
  })

  test('says when it opens next, and why it is closed', async () => {
    cloud.setNow(new Date('2026-11-21T04:00:00Z'))
    expect((await get()).open).toEqual({ is: 'closed', next: MONDAY.getTime(), reason: '' })
    await change({ closures: [{ from: '2026-11-21', to: '2026-11-23', reason: '布展' }] })
    expect((await get()).open).toEqual({ is: 'closed', next: MONDAY.getTime() + 24 * HOUR, reason: '布展' })
  })

  test('tells editors and staff that they manage it, and nobody else', async () => {
    await raise('staff', [staff])
    await raise('elsewhere', [{ role: 'editor', scope: 'branch', scopeId: branch._id }])
    await raise('secretary', [secretaryOf(branch)])
    const managed = await Promise.all(['editor', 'staff', 'elsewhere', 'secretary', 'nobody'].map(get))
    expect(managed.map(({ manages }) => manages)).toEqual([true, true, false, false, false])
  })
})

describe('changing it', () => {
  test('is seen by everyone, raises the revision and is logged', async () => {
    const notice = { title: '国庆安排', text: '10 月 1 日至 3 日闭馆', at: NOW.getTime() }
    const answer = await change({ intro: '欢迎您来。', phone: '0763-0000000', notices: [notice] })
    expect(answer).toMatchObject({ ok: true, data: { rev: 1, centre: { intro: '欢迎您来。', notices: [notice] } } })
    expect((await get()).centre).toMatchObject({ intro: '欢迎您来。', phone: '0763-0000000', notices: [notice] })
    expect(await desk().call('centre.edit', {})).toMatchObject({
      ok: true,
      data: { rev: 1, centre: { intro: '欢迎您来。' } },
    })
    expect(await cloud.all('operations')).toMatchObject([{ what: 'centre.change', object: 'centre', by: 'm-editor' }])
  })

  test('works in a new environment: the first look makes it', async () => {
    await cloud.local.reset()
    await raise('editor', [editor])
    expect(await desk().call('centre.edit', {})).toMatchObject({ ok: true, data: { rev: 0 } })
    expect(await change({ address: '新址' })).toMatchObject({ ok: true, data: { rev: 1, centre: { address: '新址' } } })
    await cloud.local.reset()
    await raise('editor', [editor])
    expect(await change({ address: '新址' })).toMatchObject({ ok: true, data: { rev: 1 } })
  })

  test.each([
    ['hoursWrong', { week: [null, null, null, null, null, null, { opens: '12:00', closes: '12:00' }] }],
    ['closureWrong', { closures: [{ from: '2026-12-02', to: '2026-12-01', reason: '布展' }] }],
    ['textRisky', { intro: '【违规】' }],
    ['textRisky', { closures: [{ from: '2026-12-01', to: '2026-12-01', reason: '【违规】' }] }],
    ['textRisky', { notices: [{ title: '通知', text: '【违规】', at: NOW.getTime() }] }],
    ['textRisky', { intro: '长'.repeat(1000), notices: longNotices() }],
  ])('is refused with %s', async (code, overrides) => {
    expect(await change(overrides as Partial<Fields>)).toMatchObject(refused(code))
    expect(await desk().call('centre.edit', {})).toMatchObject({ ok: true, data: { rev: 0 } })
  })

  test('of two at once one stands, and the other is told; repeating one whose answer was lost changes nothing', async () => {
    await raise('second', [editor])
    const [first, second] = await Promise.all([
      cloud.over('editor').call('centre.change', { rev: 0, centre: fields({ intro: '甲' }) }),
      cloud.over('second').call('centre.change', { rev: 0, centre: fields({ intro: '乙' }) }),
    ])
    const [winner, loser] = first.ok ? ['editor', 'second'] : ['second', 'editor']
    expect(first.ok ? second : first).toMatchObject(refused('changedMeanwhile'))
    const stands = winner === 'editor' ? '甲' : '乙'
    expect((await get()).centre.intro).toBe(stands)
    expect(await change({ intro: stands }, 0, winner)).toMatchObject({ ok: true, data: { rev: 1 } })
    expect(await change({ intro: '丙' }, 0, winner)).toMatchObject(refused('changedMeanwhile'))
    expect(await change({ intro: stands }, 0, loser)).toMatchObject(refused('changedMeanwhile'))
    expect(await cloud.all('operations')).toHaveLength(1)
  })

  test.each([
    ['fail', 'before'],
    ['fail', 'after'],
    ['drop', 'after'],
  ] as const)('is carried out once when a request is lost (%s %s) and it is made again', async (kind, when) => {
    const visiting = { ...FIRST_CENTRE.visiting, capacity: 12 }
    for (let nth = 1, struck = true; struck; nth++) {
      await cloud.local.reset()
      await openCentre()
      await cloud.put('visitSlots', mondaySlot())
      cloud.local.faults({ kind, when, nth, request: 'database.' })
      await change({ visiting })
      struck = cloud.local.listFaults().length === 0
      cloud.local.clearFaults()
      takeErrors()
      expect(await change({ visiting })).toMatchObject({ ok: true, data: { rev: 1, centre: { visiting } } })
      expect([nth, await cloud.all('operations')]).toMatchObject([nth, [{ what: 'centre.change' }]])
      expect([nth, await cloud.all('visitSlots')]).toMatchObject([nth, [{ capacity: 12 }]])
    }
  })

  test('of the visiting rules is followed by the slots still to come, not by those that are past', async () => {
    const [person = ''] = await raiseMembers(1)
    await cloud.put(
      'visitSlots',
      mondaySlot({ taken: 30 }),
      mondaySlot({ _id: '20261120-0900', startsAt: new Date('2026-11-20T01:00:00Z') }),
    )
    const book = (slotId: string) => cloud.as(person).call('centre.book', { slotId, size: 2, guide: false })
    expect(await book(SLOT)).toMatchObject(refused('slotFull'))
    await change({ visiting: { ...FIRST_CENTRE.visiting, capacity: 40, guides: 3 } })
    expect(await book(SLOT)).toMatchObject({ ok: true })
    const slots = await cloud.all<{ _id: string }>('visitSlots')
    expect(Object.fromEntries(slots.map((slot) => [slot._id, slot]))).toMatchObject({
      '20261120-0900': { capacity: 30, guides: 1 },
      [SLOT]: { capacity: 40, guides: 3, taken: 32 },
    })
  })
})

function longNotices() {
  return Array.from({ length: 6 }, (_, n) => ({
    title: '通知',
    text: n === 5 ? `${'长'.repeat(490)}【违规】` : '长'.repeat(500),
    at: Date.UTC(2026, 10, 21),
  }))
}

describe('closing a slot', () => {
  const close = (reason: string, slotId = SLOT, by = 'editor') =>
    cloud.as(by).call('centre.closeSlot', { slotId, reason })

  test('takes no more bookings until it is opened again; who has booked stays and sees the reason; each step is logged', async () => {
    const [person = '', other = ''] = await raiseMembers(2)
    const book = (openid: string) => cloud.as(openid).call('centre.book', { slotId: SLOT, size: 1, guide: false })
    await book(person)
    expect(await close('设备检修')).toMatchObject({ ok: true, data: { id: SLOT, taken: 1, closedReason: '设备检修' } })
    expect(await close('设备检修')).toMatchObject({ ok: true })
    expect(await book(other)).toMatchObject(refused('slotClosed'))
    expect(await book(person)).toMatchObject({ ok: true, data: { state: 'booked', closedReason: '设备检修' } })
    expect(await close('')).toMatchObject({ ok: true, data: { closedReason: '' } })
    expect(await book(other)).toMatchObject({ ok: true })
    expect(await close('设备检修')).toMatchObject({ ok: true })
    expect(await slotStands()).toMatchObject({ taken: 2, booked: 2 })
    const lines = await cloud.all<{ what: string; object: string }>('operations')
    expect(lines.map(({ what, object }) => `${what} ${object}`)).toEqual(
      Array.from({ length: 3 }, () => `centre.closeSlot ${SLOT}`),
    )
  })

  test('works for one that nobody has booked, and for one that stems from other hours', async () => {
    expect(await close('布展', '20261123-1000')).toMatchObject({ ok: true, data: { taken: 0, closedReason: '布展' } })
    const odd = new Date(MONDAY.getTime() + HOUR / 2)
    await cloud.put('visitSlots', mondaySlot({ _id: '20261123-0930', startsAt: odd }))
    expect(await close('布展', '20261123-0930')).toMatchObject({ ok: true, data: { closedReason: '布展' } })
  })

  test.each([
    ['slotUnknown', '20261122-0900', '布展', 0],
    ['slotUnknown', '20261123-0915', '布展', 0],
    ['slotPassed', SLOT, '布展', HOUR],
    ['textRisky', SLOT, '【违规】', 0],
  ])('is refused with %s', async (code, slotId, reason, after) => {
    at(after)
    expect(await close(reason, slotId)).toMatchObject(refused(code))
    expect(await cloud.all('visitSlots')).toEqual([])
  })

  test('by two editors at once leaves one reason, and both know which', async () => {
    await raise('second', [editor])
    const answers = await Promise.all([
      cloud.over('editor').call('centre.closeSlot', { slotId: SLOT, reason: '甲' }),
      cloud.over('second').call('centre.closeSlot', { slotId: SLOT, reason: '乙' }),
    ])
    const [slot] = await cloud.all<{ closedReason: string }>('visitSlots')
    const told = answers.map((answer) => (answer.ok ? answer.data.closedReason : answer.error.code))
    expect(['甲', '乙']).toContain(slot?.closedReason)
    // One after the other both may have stood; told last is what stands.
    expect(told.filter((one) => one !== 'busy')).toContain(slot?.closedReason)
  })
})

describe('an editor of a branch', () => {
  test.each([
    ['centre.edit', {}],
    ['centre.change', { rev: 0, centre: fields() }],
    ['centre.closeSlot', { slotId: SLOT, reason: '布展' }],
    ['centre.visitsOn', { day: '2026-11-23' }],
    ['centre.door', {}],
    ['centre.recordArrival', { visitId: `${SLOT}:m-person`, reason: '手机没电' }],
  ] as const)('does not reach the centre, which is the zone’s: %s', async (action, input) => {
    await raise('elsewhere', [{ role: 'editor', scope: 'branch', scopeId: branch._id }])
    await cloud.put('visits', buildVisit(mondaySlot(), 'm-person'))
    expect(await cloud.as('elsewhere').call(action, input as never)).toMatchObject(refused('notAllowed'))
  })
})
