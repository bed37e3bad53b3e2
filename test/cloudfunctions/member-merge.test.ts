/**
 * A merge that meets something else: a call under the old id, another decision about the binding, a cloud that dies, the
 * person who leaves. Attendance stays, a place is given back exactly once, and nothing of the person stays behind.
 */
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import type { MemberDoc } from '../../cloudfunctions/member/store/members'
import { buildMember, buildRegistration } from '../../config/seed/builders'
import { cloud } from '../support/cloud'
import { branch, eventIn, MINUTE, NOW, otherBranch, raise, secretaryOf } from '../support/park'

const PHONE = '19900001234'
const imported = buildMember('imported', '演示名册', branch, { state: 'imported', consents: [] })

/** Two hold a place: the person whose binding is merged, and somebody who must keep theirs. */
const event = eventIn(1 / 6, { taken: 2, cancelUntil: new Date(NOW.getTime() + 8 * MINUTE) })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('person', [], branch, { state: 'unconfirmed', name: '演示来人', phone: PHONE })
  await cloud.put('members', imported)
  await cloud.put('events', event)
  await cloud.put('registrations', buildRegistration(event, 'm-person'), buildRegistration(event, 'm-other'))
})

const refused = (code: string) => ({ ok: false, error: { code } })
const merge = () => cloud.as('secretary').call('member.confirm', { memberId: 'm-person', mergeInto: 'imported' })
const cancel = () => cloud.as('person').call('event.cancelSignUp', { eventId: 'EV0001' })
const erase = () => cloud.as('person').call('member.erase', { confirm: '删除' })
const memberOf = async (id: string) => (await cloud.all<MemberDoc>('members')).find(({ _id }) => _id === id)

type Timer = [context: string, trigger: string]
const membersFirst: Timer[] = [
  ['member', 'settle'],
  ['event', 'sweep'],
]
/** The timers two and four minutes later. */
const settle = async (timers = membersFirst) => {
  for (const minutes of [2, 4]) {
    cloud.setNow(new Date(NOW.getTime() + minutes * MINUTE))
    for (const [context, trigger] of timers) await cloud.local.runTimer(context, trigger)
  }
}

const standing = async () => {
  const [[found], rows] = await Promise.all([
    cloud.all<EventDoc>('events'),
    cloud.all<RegistrationDoc>('registrations'),
  ])
  const who = rows.filter(({ memberId }) => memberId !== 'm-other')
  return {
    taken: found?.taken,
    held: rows.filter(({ placeId }) => placeId !== null).length,
    loose:
      rows.filter(({ releasing }) => releasing !== null).length +
      (found?.takes.length ?? 0) +
      (found?.releases.length ?? 0),
    who: who.map(({ memberId, state, attendedAt }) => `${memberId}:${state}${attendedAt ? ':attended' : ''}`),
  }
}

const moved = { taken: 2, held: 2, loose: 0, who: ['imported:registered'] }
const cancelled = { taken: 1, held: 1, loose: 0, who: ['imported:cancelled'] }

const fact = {
  id: 'fact-1',
  kind: 'memberMerged' as const,
  at: NOW,
  data: { from: 'm-person', to: 'imported', by: { memberId: 'm-secretary', name: '演示书记' } },
}
const move = async () => {
  const { followMerge } = await import('../../cloudfunctions/event/reactions')
  await followMerge(fact)
}

/** Moves what the person did, with `work` between the copy and the removal: a call that began under the old id. */
const moveAround = async (work: () => Promise<unknown>) => {
  cloud.local.faults({ kind: 'delay', ms: 600, collection: 'registrations', request: 'database.removeDocument' })
  const moving = move()
  // The delay has struck: the removal is under way, and the copy stands.
  while (cloud.local.listFaults().length > 0) await new Promise((resolve) => setTimeout(resolve, 10))
  await work()
  expect((await cloud.all<RegistrationDoc>('registrations')).map(({ memberId }) => memberId)).toContain('m-person')
  await moving
}

/** `work`, and then the cloud is lost before the event's count is lowered. */
const dyingHalfWay = async (work: () => Promise<unknown>) => {
  cloud.local.faults({ kind: 'fail', collection: 'events', request: 'database.modifyDocument' })
  await work()
  expect(cloud.local.listFaults()).toEqual([])
  takeErrors()
}

describe('under the old id, while what the person did is on its way', () => {
  const checkIn = async () => {
    const desk = await cloud.as('secretary').call('event.desk', { eventId: 'EV0001' })
    const code = desk.ok ? desk.data.code?.text : undefined
    expect(await cloud.as('person').call('event.checkIn', { code })).toMatchObject({ ok: true })
  }

  test('an attendance is kept', async () => {
    await moveAround(checkIn)
    expect(await standing()).toEqual({ ...moved, who: ['imported:registered:attended'] })
    await move()
    await settle()
    expect(await standing()).toEqual({ ...moved, who: ['imported:registered:attended'] })
  })

  test('an attendance is kept when the record was in the event as well', async () => {
    await cloud.put('registrations', buildRegistration(event, 'imported', { state: 'waitlisted' }))
    await moveAround(checkIn)
    await settle()
    expect(await standing()).toEqual({ ...moved, who: ['imported:registered:attended'] })
  })

  test('a cancellation gives the place back once', async () => {
    await moveAround(cancel)
    await move()
    await settle()
    expect(await standing()).toEqual(cancelled)
  })

  test('a cancellation that died half-way gives the place back once', async () => {
    await moveAround(() => dyingHalfWay(cancel))
    await move()
    await settle()
    expect(await standing()).toEqual(cancelled)
  })

  test('a cancellation that began before and ends after gives the place back once', async () => {
    const { finishRelease } = await import('../../cloudfunctions/event/store/places')
    const mine = buildRegistration(event, 'm-person')
    await dyingHalfWay(cancel)
    await move()
    await finishRelease(mine, mine.placeId ?? '', NOW)
    await settle()
    expect(await standing()).toEqual(cancelled)
  })
})

describe('when the cloud dies between the copy and the removal', () => {
  const dies = () =>
    cloud.local.faults({ kind: 'fail', collection: 'registrations', request: 'database.removeDocument' })
  const died = () => {
    expect(cloud.local.listFaults()).toEqual([])
    takeErrors()
  }

  test('the timer ends the merge', async () => {
    dies()
    expect(await merge()).toMatchObject({ ok: true })
    died()
    await settle()
    expect(await standing()).toEqual(moved)
  })

  test.each([
    ['first', membersFirst],
    ['last', [...membersFirst].reverse()],
  ])('and the person cancels under the new id, the place goes back once (merge settled %s)', async (_when, timers) => {
    dies()
    await merge()
    died()
    cloud.setNow(new Date(NOW.getTime() + MINUTE / 2))
    expect(await cancel()).toMatchObject({ ok: true, data: { state: 'cancelled' } })
    await settle(timers)
    expect(await standing()).toEqual(cancelled)
  })

  test.each([
    ['whole', cancel],
    ['by half', () => dyingHalfWay(cancel)],
  ])('and a call under the old id cancels %s, the place goes back once', async (_how, cancels) => {
    dies()
    await expect(move()).rejects.toThrow()
    died()
    await cancels()
    await move()
    await settle()
    expect(await standing()).toEqual(cancelled)
  })
})

describe('the binding that was merged', () => {
  test('keeps nothing of the person', async () => {
    const words = { memberId: 'm-person', reason: `本人来电${PHONE}` }
    await cloud.as('secretary').call('member.amend', { ...words, name: '演示更正' })
    await cloud.as('secretary').call('member.decline', words)
    await merge()
    await settle()
    const binding = await memberOf('m-person')
    expect(binding).toMatchObject({ state: 'merged', mergedInto: 'imported', name: '', phone: '', consents: [] })
    expect(binding).toMatchObject({ tokens: [], declineReason: '', facts: [] })
    for (const word of ['演示来人', '演示更正', PHONE]) expect(JSON.stringify(binding)).not.toContain(word)
    expect(await memberOf('imported')).toMatchObject({ name: '演示名册', phone: PHONE, state: 'confirmed' })
    expect((await memberOf('imported'))?.consents).toHaveLength(1)
  })

  test('and the person who then leaves are nowhere any more', async () => {
    await cloud.as('person').call('member.suggest', {
      requestId: 'request-1',
      kind: 'suggestion',
      text: '多放几把椅子',
      contact: PHONE,
    })
    await cloud.as('secretary').call('member.amend', { memberId: 'm-person', name: '演示更正', reason: '演示来人来电' })
    await cloud.put(
      'registrations',
      buildRegistration({ ...event, _id: 'EV0002' }, 'm-person', { attendedAt: NOW, reason: '演示来人手机没电' }),
    )
    await merge()
    expect(await erase()).toEqual({ ok: true, data: { erased: true } })
    await settle()
    const names = ['actors', 'members', 'registrations', 'suggestions', 'operations', 'events']
    const left = JSON.stringify(await Promise.all(names.map((name) => cloud.all(name))))
    for (const word of ['演示来人', '演示更正', '演示名册', PHONE, '"person"']) expect(left).not.toContain(word)
    expect(left).toContain('多放几把椅子')
    expect(await cloud.as('person').call('member.me', {})).toMatchObject({ data: { member: null } })
    expect(await memberOf('imported')).toMatchObject({ state: 'erased' })
  })

  test('waits for its end before the person can leave', async () => {
    cloud.local.faults({ kind: 'fail', collection: 'actors', request: 'database.modifyDocument' })
    expect(await merge()).toMatchObject({ ok: true })
    expect(cloud.local.listFaults()).toEqual([])
    takeErrors()
    expect(await erase()).toMatchObject(refused('busy'))
    expect(await memberOf('imported')).toMatchObject({ state: 'confirmed', phone: PHONE })
    await settle()
    expect(await erase()).toMatchObject({ ok: true })
    expect(await memberOf('imported')).toMatchObject({ state: 'erased', phone: '' })
  })
})

describe('a merge that fails', () => {
  const claimed = { state: 'confirmed', claimedBy: 'm-person', phone: PHONE }
  const free = { state: 'imported', claimedBy: null, phone: '', consents: [] }

  /** Merges with `work` between the claim of the imported record and the change of the binding, which comes late. */
  const mergeAround = async (work: () => Promise<unknown>) => {
    cloud.local.faults({ kind: 'delay', ms: 600, collection: 'members', request: 'database.modifyDocument', nth: 2 })
    const merging = cloud.over('secretary').call('member.confirm', { memberId: 'm-person', mergeInto: 'imported' })
    while ((await memberOf('imported'))?.claimedBy === null) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await memberOf('imported')).toMatchObject(claimed)
    await work()
    return merging
  }

  test.each([
    ['confirmed', () => cloud.as('secretary').call('member.confirm', { memberId: 'm-person' })],
    ['declined', () => cloud.as('secretary').call('member.decline', { memberId: 'm-person', reason: '不认识' })],
    ['erased', erase],
  ])('because the binding was %s meanwhile frees the imported record', async (state, decide) => {
    expect(await mergeAround(decide)).toMatchObject(refused('notWaiting'))
    expect(await memberOf('m-person')).toMatchObject({ state })
    expect(await memberOf('imported')).toMatchObject(free)
    await settle()
    expect(await memberOf('imported')).toMatchObject(free)
  })

  test('after its claim leaves the imported record free once the person is confirmed alone', async () => {
    cloud.local.faults({ kind: 'fail', collection: 'members', request: 'database.modifyDocument', nth: 2 })
    expect(await merge()).toMatchObject(refused('failed'))
    takeErrors()
    expect(await memberOf('imported')).toMatchObject(claimed)
    expect(await cloud.as('secretary').call('member.confirm', { memberId: 'm-person' })).toMatchObject({ ok: true })
    expect(await memberOf('imported')).toMatchObject(free)
  })

  test('because the same merge was made twice frees nothing', async () => {
    await mergeAround(merge)
    expect(await memberOf('imported')).toMatchObject(claimed)
    expect(await memberOf('m-person')).toMatchObject({ state: 'merged', mergedInto: 'imported' })
  })

  test('after its claim holds the imported record no longer than the person stays', async () => {
    cloud.local.faults({ kind: 'fail', collection: 'members', request: 'database.modifyDocument', nth: 2 })
    expect(await merge()).toMatchObject(refused('failed'))
    takeErrors()
    expect(await memberOf('imported')).toMatchObject(claimed)
    expect(await erase()).toMatchObject({ ok: true })
    await settle()
    expect(await memberOf('imported')).toMatchObject(free)
  })
})
