import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import { buildEvent } from '../../config/seed/builders'
import type { InputFor } from '@/domain/contracts'
import { cloud } from '../support/cloud'
import {
  branch,
  eventIn,
  HOUR,
  MINUTE,
  NOW,
  otherBranch,
  places,
  raise,
  raiseMembers,
  secretaryOf,
  tally,
} from '../support/park'

type Draft = InputFor<'event.create'>['draft']
const at = (hours: number) => NOW.getTime() + hours * HOUR
const draft = (overrides: Partial<Draft> = {}): Draft => ({
  kind: 'themeDay',
  title: '十二月主题党日',
  startsAt: at(24),
  endsAt: at(26),
  place: { name: '多功能服务室' },
  hostBranchIds: [branch._id],
  capacity: 30,
  waitlist: true,
  walkIns: true,
  audience: 'public',
  agenda: [{ at: '14:30', title: '签到' }],
  signUp: { opensAt: at(-1), closesAt: at(24) },
  cancelUntil: at(10),
  checkIn: { opensAt: at(23.5), closesAt: at(26) },
  ...overrides,
})

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('partner', [secretaryOf(otherBranch)], otherBranch)
})

const desk = () => cloud.as('secretary')
const refused = (code: string) => ({ ok: false, error: { code } })
const ok = <T>(answer: { ok: true; data: T } | { ok: false; error: { code: string } }): T => {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
  return answer.data
}
const create = async (overrides: Partial<Draft> = {}) =>
  ok(await desk().call('event.create', { requestId: 'request-1', draft: draft(overrides) }))
const stored = async (id: string) => (await cloud.all<EventDoc>('events')).find(({ _id }) => _id === id)

describe('creating', () => {
  test('makes a draft that only its organisers see, once per request', async () => {
    const event = await create()
    expect(event).toMatchObject({
      state: 'draft',
      title: '十二月主题党日',
      hosts: [{ id: branch._id, name: branch.name }],
      manages: true,
      rev: 0,
    })
    expect(await create()).toEqual(event)
    expect(await cloud.all('events')).toHaveLength(1)
    expect(await cloud.as('partner').call('event.get', { eventId: event.id })).toMatchObject(refused('notFound'))
    expect(ok(await cloud.as('visitor').call('event.list', {})).items).toEqual([])
    expect(event.id).toMatch(/^[0-9A-Z]{10}$/)
  })

  test.each([
    ['timesWrong', { endsAt: at(23) }],
    ['branchUnknown', { hostBranchIds: [branch._id, 'branch-99'] }],
    ['notAllowed', { hostBranchIds: [otherBranch._id] }],
    ['textRisky', { summary: '【违规】' }],
    ['fileUnusable', { pictures: [{ ticketId: 'NOSUCHTICKET', name: '图' }] }],
    ['badInput', { capacity: 0 }],
    ['badInput', { agenda: [{ at: '25:00', title: '签到' }] }],
  ])('is refused with %s for %j', async (code, overrides) => {
    expect(
      await desk().call('event.create', { requestId: 'request-1', draft: draft(overrides as Partial<Draft>) }),
    ).toMatchObject(refused(code))
    expect(await cloud.all('events')).toEqual([])
  })
})

describe('files', () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('a picture')])
  const ticket = async (size = png.length) =>
    ok(await desk().call('file.ticket', { purpose: 'eventPicture', type: 'png', size }))
  const upload = (cloudPath: string, body: Buffer) =>
    fetch(`${cloud.local.url}/files/${cloudPath}`, {
      method: 'PUT',
      headers: { 'x-openid': 'secretary' },
      body: new Uint8Array(body),
    })
  const withPicture = (ticketId: string) => draft({ pictures: [{ ticketId, name: '现场图' }] })

  test('a picture is shown to who may see the event, as a short-lived address', async () => {
    const { ticketId, cloudPath } = await ticket()
    await upload(cloudPath, png)
    const event = ok(await desk().call('event.create', { requestId: 'request-1', draft: withPicture(ticketId) }))
    expect(event.pictures).toHaveLength(1)
    const shown = await fetch(event.pictures[0]?.url ?? '')
    expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true)
    const kept = ok(
      await desk().call('event.change', {
        eventId: event.id,
        rev: 0,
        draft: draft({ pictures: [{ kept: 0, name: '改名' }] }),
      }),
    )
    expect(kept.pictures).toMatchObject([{ name: '改名' }])
  })

  test('what the uploader writes afterwards changes nothing that is shown', async () => {
    const { ticketId, cloudPath } = await ticket()
    await upload(cloudPath, png)
    const event = ok(await desk().call('event.create', { requestId: 'request-1', draft: withPicture(ticketId) }))
    await upload(cloudPath, Buffer.from('something else altogether'))
    const shown = await fetch(event.pictures[0]?.url ?? '')
    expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true)
  })

  test.each([
    ['never uploaded', null],
    ['of another size', Buffer.concat([png, png])],
    ['of another type', Buffer.from('<html>no picture</html>'.slice(0, png.length).padEnd(png.length))],
  ])('a file %s is refused', async (_what, content) => {
    const { ticketId, cloudPath } = await ticket()
    if (content) await upload(cloudPath, content)
    expect(await desk().call('event.create', { requestId: 'request-1', draft: withPicture(ticketId) })).toMatchObject(
      refused('fileUnusable'),
    )
  })

  test("another's ticket, and one that another event has, are refused", async () => {
    const { ticketId, cloudPath } = await ticket()
    await upload(cloudPath, png)
    const foreign = { requestId: 'request-1', draft: { ...withPicture(ticketId), hostBranchIds: [otherBranch._id] } }
    expect(await cloud.as('partner').call('event.create', foreign)).toMatchObject(refused('fileUnusable'))
    await desk().call('event.create', { requestId: 'request-1', draft: withPicture(ticketId) })
    expect(await desk().call('event.create', { requestId: 'request-2', draft: withPicture(ticketId) })).toMatchObject(
      refused('fileUnusable'),
    )
  })

  test('a change that a second file spoils lets go of what it claimed, and not of what the event shows', async () => {
    const [shown, fresh, missing] = [await ticket(), await ticket(), await ticket()]
    for (const { cloudPath } of [shown, fresh]) await upload(cloudPath, png)
    const pictures = (...tickets: { ticketId: string }[]) =>
      draft({ pictures: tickets.map(({ ticketId }) => ({ ticketId, name: '现场图' })) })
    const { id } = ok(await desk().call('event.create', { requestId: 'request-1', draft: pictures(shown) }))
    const change = { eventId: id, rev: 0, draft: pictures(shown, fresh, missing) }
    expect(await desk().call('event.change', change)).toMatchObject(refused('fileUnusable'))
    const records = async () =>
      Object.fromEntries((await cloud.all('tickets')).map((row) => [row['_id'], row['record']]))
    expect(await records()).toEqual({
      [shown.ticketId]: `event:${id}`,
      [fresh.ticketId]: null,
      [missing.ticketId]: null,
    })
    cloud.setNow(new Date(NOW.getTime() + 3 * HOUR))
    await cloud.local.runTimer('file', 'sweep')
    expect(await records()).toEqual({ [shown.ticketId]: `event:${id}` })
    const { pictures: left } = ok(await desk().call('event.get', { eventId: id }))
    expect((await fetch(left[0]?.url ?? '')).status).toBe(200)
  })

  test.each([
    ['fileTypeRefused', { purpose: 'eventPicture' as const, type: 'pdf' as const, size: 10 }],
    ['fileTooLarge', { purpose: 'eventPicture' as const, type: 'png' as const, size: 3 * 1024 * 1024 }],
  ])('a ticket is refused with %s', async (code, input) => {
    expect(await desk().call('file.ticket', input)).toMatchObject(refused(code))
  })

  test('a hundred tickets an hour are enough for anyone', async () => {
    for (let n = 0; n < 100; n++) await ticket()
    expect(await desk().call('file.ticket', { purpose: 'eventPicture', type: 'png', size: 9 })).toMatchObject(
      refused('tooMany'),
    )
  })

  test('what nobody claimed is swept, what an event has stays', async () => {
    const [used, unused] = [await ticket(), await ticket()]
    await upload(used.cloudPath, png)
    await upload(unused.cloudPath, png)
    const event = ok(await desk().call('event.create', { requestId: 'request-1', draft: withPicture(used.ticketId) }))
    cloud.setNow(new Date(NOW.getTime() + 3 * HOUR))
    await cloud.local.runTimer('file', 'sweep')
    expect((await cloud.all('tickets')).map((row) => row['_id'])).toEqual([used.ticketId])
    const shown = ok(await desk().call('event.get', { eventId: event.id }))
    expect((await fetch(shown.pictures[0]?.url ?? '')).status).toBe(200)
  })
})

describe('changing', () => {
  test('is refused when somebody changed the event in between, and nothing is overwritten', async () => {
    const { id } = await create()
    expect(await desk().call('event.change', { eventId: id, rev: 0, draft: draft({ title: '甲' }) })).toMatchObject({
      ok: true,
      data: { rev: 1 },
    })
    expect(await desk().call('event.change', { eventId: id, rev: 0, draft: draft({ title: '乙' }) })).toMatchObject(
      refused('changedMeanwhile'),
    )
    expect(await stored(id)).toMatchObject({ title: '甲', rev: 1 })
  })

  test('made twice because its answer was lost is one change, and its uploads stay', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])
    const ticket = ok(await desk().call('file.ticket', { purpose: 'eventPicture', type: 'png', size: png.length }))
    await fetch(`${cloud.local.url}/files/${ticket.cloudPath}`, {
      method: 'PUT',
      headers: { 'x-openid': 'secretary' },
      body: new Uint8Array(png),
    })
    const { id } = await create()
    const change = {
      eventId: id,
      rev: 0,
      draft: draft({ title: '甲', pictures: [{ ticketId: ticket.ticketId, name: '图' }] }),
    }
    expect(await desk().call('event.change', change)).toMatchObject({ ok: true, data: { rev: 1 } })
    expect(await desk().call('event.change', change)).toMatchObject({ ok: true, data: { rev: 1 } })
    expect(await desk().call('event.change', { ...change, draft: { ...change.draft, title: '乙' } })).toMatchObject(
      refused('changedMeanwhile'),
    )
    expect(await cloud.all('tickets')).toMatchObject([{ record: `event:${id}` }])
  })

  test('of many changes at once one holds', async () => {
    const { id } = await create()
    const answers = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((title) =>
        cloud.over('secretary').call('event.change', { eventId: id, rev: 0, draft: draft({ title }) }),
      ),
    )
    expect(tally(answers)).toEqual({ ok: 1, changedMeanwhile: 3 })
  })

  test('to another time marks the event and follows into what people see as theirs', async () => {
    const [openid = ''] = await raiseMembers(1)
    const { id } = await create()
    await desk().call('event.publish', { eventId: id, rev: 0 })
    await cloud.as(openid).call('event.signUp', { eventId: id })
    const later = {
      startsAt: at(48),
      endsAt: at(50),
      signUp: { opensAt: at(-1), closesAt: at(48) },
      checkIn: { opensAt: at(47.5), closesAt: at(50) },
    }
    expect(await desk().call('event.change', { eventId: id, rev: 1, draft: draft(later) })).toMatchObject({
      data: { movedAt: NOW.getTime() },
    })
    const [registration] = await cloud.all<RegistrationDoc>('registrations')
    expect(registration?.startsAt.getTime()).toBe(at(48))
    cloud.setNow(new Date(NOW.getTime() + 2 * MINUTE))
    await cloud.local.runTimer('event', 'sweep')
    expect((await stored(id))?.facts).toEqual([])
  })

  test('cannot take places from those who have one, and more places move the waiting list up', async () => {
    const openids = await raiseMembers(4)
    const { id } = await create({ capacity: 2 })
    await desk().call('event.publish', { eventId: id, rev: 0 })
    for (const openid of openids) await cloud.as(openid).call('event.signUp', { eventId: id })
    expect(await desk().call('event.change', { eventId: id, rev: 1, draft: draft({ capacity: 1 }) })).toMatchObject({
      error: { code: 'capacityBelowTaken', detail: { taken: 2 } },
    })
    await desk().call('event.change', { eventId: id, rev: 1, draft: draft({ capacity: 3 }) })
    expect(await places(id)).toMatchObject({ taken: 3, registered: 3, waitlisted: 1, queueing: true })
    await desk().call('event.change', { eventId: id, rev: 2, draft: draft({ capacity: null }) })
    expect(await places(id)).toMatchObject({ taken: 4, registered: 4, waitlisted: 0, queueing: false })
  })

  test('ends with the event', async () => {
    await cloud.put('events', eventIn(-5), buildEvent('EV0002', branch, new Date(at(5)), { state: 'cancelled' }))
    expect(await desk().call('event.change', { eventId: 'EV0001', rev: 1, draft: draft() })).toMatchObject(
      refused('eventOver'),
    )
    expect(await desk().call('event.change', { eventId: 'EV0002', rev: 1, draft: draft() })).toMatchObject(
      refused('eventCancelled'),
    )
    expect(await desk().call('event.cancel', { eventId: 'EV0001', reason: '晚了' })).toMatchObject(refused('eventOver'))
  })
})

describe('publishing, cancelling, copying', () => {
  test('a published event is there for everyone; a joint one is managed by both hosts', async () => {
    const { id } = await create({ hostBranchIds: [branch._id, otherBranch._id] })
    expect(await desk().call('event.publish', { eventId: id, rev: 0 })).toMatchObject({ data: { state: 'published' } })
    expect(await desk().call('event.publish', { eventId: id, rev: 0 })).toMatchObject({ ok: true })
    expect(ok(await cloud.as('visitor').call('event.list', {})).items).toMatchObject([
      { id, hosts: [{ id: branch._id }, { id: otherBranch._id }] },
    ])
    expect(ok(await cloud.as('partner').call('event.managed', {})).items).toMatchObject([{ id }])
  })

  test('a publication that was overtaken, over or cancelled is refused', async () => {
    const { id } = await create()
    await desk().call('event.change', { eventId: id, rev: 0, draft: draft({ title: '甲' }) })
    expect(await desk().call('event.publish', { eventId: id, rev: 0 })).toMatchObject(refused('changedMeanwhile'))
    cloud.setNow(new Date(at(30)))
    expect(await desk().call('event.publish', { eventId: id, rev: 1 })).toMatchObject(refused('eventOver'))
    await desk().call('event.cancel', { eventId: id, reason: '不办了' })
    expect(await desk().call('event.publish', { eventId: id, rev: 2 })).toMatchObject(refused('eventCancelled'))
  })

  test('a cancelled event stays visible with its reason and takes nobody any more', async () => {
    const [openid = ''] = await raiseMembers(1)
    const { id } = await create()
    await desk().call('event.publish', { eventId: id, rev: 0 })
    await cloud.as(openid).call('event.signUp', { eventId: id })
    expect(await desk().call('event.cancel', { eventId: id, reason: '【违规】' })).toMatchObject(refused('textRisky'))
    expect(await desk().call('event.cancel', { eventId: id, reason: '场地检修' })).toMatchObject({
      data: { state: 'cancelled' },
    })
    expect(ok(await cloud.as(openid).call('event.mine', {})).items).toMatchObject([
      { event: { state: 'cancelled' }, mine: { state: 'registered' } },
    ])
    expect(ok(await cloud.as('visitor').call('event.get', { eventId: id }))).toMatchObject({
      state: 'cancelled',
      cancelReason: '场地检修',
    })
    expect(await desk().call('event.desk', { eventId: id })).toMatchObject(refused('eventCancelled'))
  })

  test('a copy takes everything but people and files to another day, once per request', async () => {
    const { id } = await create()
    const copied = ok(
      await desk().call('event.copy', { eventId: id, requestId: 'request-9', startsAt: at(24 + 7 * 24) }),
    )
    expect(copied).toMatchObject({
      state: 'draft',
      title: '十二月主题党日',
      startsAt: at(192),
      endsAt: at(194),
      taken: 0,
      checkIn: { opensAt: at(191.5) },
    })
    expect(ok(await desk().call('event.copy', { eventId: id, requestId: 'request-9', startsAt: at(192) })).id).toBe(
      copied.id,
    )
    expect((await stored(copied.id))?.secret).not.toBe((await stored(id))?.secret)
  })
})
