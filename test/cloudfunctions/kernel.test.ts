/** What every function gets from the kernel, whatever it does: identity, privacy by contract, timers, facts and logs. */
import * as v from 'valibot'
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { OperationDoc } from '../../cloudfunctions/kernel/log'
import { buildMember, buildRegistration } from '../../config/seed/builders'
import { defineContract, type Role } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { branch, eventIn, HOUR, MINUTE, NOW, otherBranch, raise, raiseMembers, secretaryOf } from '../support/park'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
})

const at = (ms: number) => cloud.setNow(new Date(NOW.getTime() + ms))
const refused = (code: string) => ({ ok: false, error: { code } })
const unexpected = {
  ok: false,
  error: { code: 'failed', requestId: expect.stringMatching(/^[0-9A-Z]{10}$/) as string },
}

describe('an answer', () => {
  const contract = defineContract({
    show: {
      input: v.object({ id: v.string() }),
      output: v.object({ id: v.string(), rows: v.array(v.object({ name: v.string() })) }),
      refusals: ['full'],
      allow: { visitor: 'any' },
    },
  })
  const serving = async (show: () => Promise<unknown>) => {
    const { serve } = await import('../../cloudfunctions/kernel/serve')
    const main = serve('sample', contract, { show: show as never })
    return () => main({ action: 'show', input: { id: 'a', more: 1 } })
  }

  test('holds what the contract declares and nothing else, at every depth', async () => {
    const secret = { openid: 'o-secret', phone: '19900001234' }
    const call = await serving(() => Promise.resolve({ id: 'a', ...secret, rows: [{ name: '甲', ...secret }] }))
    expect(await call()).toEqual({ ok: true, data: { id: 'a', rows: [{ name: '甲' }] } })
  })

  test.each([
    ['something else than it promised', () => Promise.resolve({ id: 7 }), /id/],
    ['a mistake', () => Promise.reject(new Error('the phone is 19900001234')), /the phone is/],
    ['an object thrown', () => Promise.reject({ errCode: -1 }), /errCode/],
  ])('of %s shows the person only an id, under which it is logged once', async (_what, handler, logged) => {
    const answer = await (await serving(handler))()
    expect(answer).toEqual(unexpected)
    const lines = takeErrors()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(logged)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      where: 'sample.show',
      requestId: answer && !answer.ok ? answer.error.requestId : '',
    })
  })

  test('refuses with a declared code alone', async () => {
    const { Refusal } = await import('../../cloudfunctions/kernel/refusal')
    expect(await (await serving(() => Promise.reject(new Refusal('full', { left: 0 }))))()).toMatchObject({
      error: { code: 'full', detail: { left: 0 } },
    })
    expect(await (await serving(() => Promise.reject(new Refusal('codeInvalid'))))()).toEqual(unexpected)
    expect(takeErrors()).toHaveLength(1)
  })

  test('of a real list keeps a member’s phone, consents and history on the server', async () => {
    await raise('secretary', [secretaryOf(branch)])
    await raise('member', [], branch, { phone: '19900001234' })
    const answer = await cloud.as('secretary').call('member.list', {})
    expect(answer.ok && answer.data.items.map((item) => Object.keys(item).sort())).toEqual(
      Array.from({ length: 2 }, () => ['branch', 'grants', 'id', 'name', 'phoneMasked', 'since', 'state']),
    )
    expect(JSON.stringify(answer)).not.toContain('19900001234')
  })
})

describe('a database that fails', () => {
  test('shows the person an id and words, and is logged once', async () => {
    const [openid = ''] = await raiseMembers(1)
    await cloud.put('events', eventIn(24))
    cloud.local.faults({ kind: 'fail', nth: 2, message: 'connection to 10.0.0.7 lost' })
    const answer = await cloud.as(openid).call('event.signUp', { eventId: 'EV0001' })
    expect(answer).toEqual(unexpected)
    const lines = takeErrors()
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      where: 'event.signUp',
      requestId: answer.ok ? '' : answer.error.requestId,
    })
    expect(lines[0]).toContain('10.0.0.7')
  })

  test('before it is known who calls lets nobody in', async () => {
    await raise('secretary', [secretaryOf(branch)])
    cloud.local.faults({ kind: 'drop', collection: 'actors' })
    expect(await cloud.as('secretary').call('member.list', {})).toEqual(unexpected)
    expect(takeErrors()).toHaveLength(1)
  })
})

test('people who call at the same time in one process each get their own', async () => {
  const openids = await raiseMembers(20)
  const answers = await Promise.all(
    [...openids, 'stranger', ''].map((openid) => cloud.as(openid).call('member.me', {})),
  )
  expect(answers.map((answer) => (answer.ok ? (answer.data.member?.id ?? null) : answer.error.code))).toEqual([
    ...openids.map((openid) => `m-${openid}`),
    null,
    null,
  ])
})

describe('timers', () => {
  /** A place that a call took and died with: the sweeper, and nobody else, gives it back. */
  const orphan = () =>
    eventIn(24, {
      taken: 1,
      takes: [{ memberId: 'm-gone', placeId: 'place-1', at: new Date(NOW.getTime() - 5 * MINUTE) }],
    })
  const taken = async () => (await cloud.all<EventDoc>('events')).map((event) => event.taken)
  const tick = { Type: 'Timer', TriggerName: 'sweep', Time: NOW.toISOString(), Message: '' }

  beforeEach(() => cloud.put('events', orphan()))

  test('run by the platform’s clock', async () => {
    await cloud.local.runTimer('event', 'sweep')
    expect(await taken()).toEqual([0])
  })

  test.each(['person-001', ''])('never because an event of %j says so', async (openid) => {
    await raiseMembers(1)
    for (const event of [tick, { ...tick, SOURCE: 'wx_trigger', OPENID: '' }, { ...tick, action: 'sweep' }]) {
      expect(await cloud.as(openid).send('event', event)).toMatchObject(refused('unknownAction'))
      expect(await cloud.over(openid).send('event', event)).toMatchObject(refused('unknownAction'))
    }
    expect(await taken()).toEqual([1])
  })

  /** The event as the platform would hand it over, with this identity and source around it. */
  const arriving = async (source: string, openid: string, event: object) => {
    const { main } = await import('../../cloudfunctions/event/index')
    delete process.env['WX_OPENID']
    const identity = { WX_APPID: 'local-appid', ...(openid && { WX_OPENID: openid }) }
    Object.assign(process.env, identity, { TCB_SOURCE: source, TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE' })
    process.env['WX_CONTEXT_KEYS'] = Object.keys(identity).join(',')
    return main(event)
  }

  test.each([
    ['wx_trigger', 'person-001'],
    ['wx_client', ''],
    ['wx_client,scf', ''],
    ['wx_http', ''],
  ])('need the trigger as their source and nobody behind it: %s with %j is not', async (source, openid) => {
    expect(await arriving(source, openid, tick)).toMatchObject(refused('unknownAction'))
    expect(await taken()).toEqual([1])
  })

  test('of a name that was not declared do nothing', async () => {
    for (const TriggerName of ['constructor', '__proto__', 'settle', '', 7]) {
      expect(await arriving('wx_trigger', '', { ...tick, TriggerName })).toBeNull()
    }
    expect(await taken()).toEqual([1])
    expect(await arriving('wx_trigger', '', tick)).toBeNull()
    expect(await taken()).toEqual([0])
  })
})

describe('a fact that arrives twice changes nothing the second time', () => {
  const standing = () =>
    Promise.all(['events', 'registrations', 'actors', 'members', 'suggestions'].map((name) => cloud.all(name)))
  const twice = async (deliver: () => Promise<unknown>) => {
    await deliver()
    const first = await standing()
    await deliver()
    expect(await standing()).toEqual(first)
    return first
  }
  const fact = <K extends string, D>(kind: K, data: D) => ({ id: 'FACT0001', kind, at: NOW, data })

  beforeEach(async () => {
    const soon = eventIn(24, { capacity: 2, taken: 2, queueing: true })
    await cloud.put('events', soon)
    await raise('from', [], branch, { state: 'unconfirmed' })
    await raiseMembers(1)
    await cloud.put('members', buildMember('imported', '演示from', branch, { state: 'confirmed', claimedBy: 'm-from' }))
    await cloud.put(
      'registrations',
      buildRegistration(soon, 'm-from', { attendedAt: null }),
      buildRegistration(soon, 'imported'),
      buildRegistration(soon, 'm-person-001', { state: 'waitlisted' }),
    )
  })

  test('a moved event', async () => {
    const { followMove } = await import('../../cloudfunctions/event/reactions')
    const startsAt = new Date(NOW.getTime() + 48 * HOUR)
    const [, registrations] = await twice(() => followMove(fact('eventMoved', { eventId: 'EV0001', startsAt })))
    expect(registrations?.map((row) => row['startsAt'])).toEqual([startsAt, startsAt, startsAt])
  })

  test('a merge, also when both deliveries run at once', async () => {
    const { followMerge } = await import('../../cloudfunctions/event/reactions')
    const { followOwnMerge } = await import('../../cloudfunctions/member/reactions')
    const merged = fact('memberMerged', { from: 'm-from', to: 'imported', by: { memberId: 'm-2', name: '演示' } })
    const deliver = async () => {
      await followOwnMerge(merged)
      await followMerge(merged)
    }
    const [events, registrations] = await twice(() => Promise.all([deliver(), deliver()]))
    expect(events).toMatchObject([{ taken: 1 }])
    expect(registrations?.map((row) => row['memberId']).sort()).toEqual(['imported', 'm-person-001'])
  })

  test('an erasure', async () => {
    const { followErasure } = await import('../../cloudfunctions/event/reactions')
    const [events, registrations] = await twice(() => followErasure(fact('memberErased', { memberId: 'm-from' })))
    expect(events).toMatchObject([{ taken: 2 }])
    expect(registrations?.map((row) => [row['memberId'], row['state']]).sort()).toEqual([
      ['imported', 'registered'],
      ['m-from', 'cancelled'],
      ['m-person-001', 'registered'],
    ])
  })
})

describe('the operation log', () => {
  const actor = { openid: 'o-1', memberId: 'm-1', name: '演示书记', state: 'confirmed' as const, grants: [] }
  const log = () => import('../../cloudfunctions/kernel/log')
  const lines = () => cloud.all<OperationDoc>('operations')
  const later = (ms: number) => new Date(NOW.getTime() + ms)

  test('gathers everyone who was seen of one thing within an hour in one line', async () => {
    const { logRead } = await log()
    const seen = (subjects: string[], now = NOW, object = 'EV0001') =>
      logRead(actor, now, { what: 'event.desk', object, subjects })
    await seen(['m-2', 'm-3'])
    await seen(['m-3', 'm-4', 'm-1'], later(59 * MINUTE))
    expect((await lines()).map(({ subjects }) => subjects)).toEqual([['m-2', 'm-3', 'm-4']])
    await seen(['m-2'], later(HOUR))
    await seen(['m-2'], NOW, 'EV0002')
    expect(await lines()).toHaveLength(3)
  })

  test('looking at oneself, or at nobody, is no line', async () => {
    const { logRead } = await log()
    await logRead(actor, NOW, { what: 'event.desk', object: 'EV0001', subjects: ['m-1'] })
    await logRead(actor, NOW, { what: 'event.desk', object: 'EV0001', subjects: [] })
    expect(await lines()).toEqual([])
  })

  test('two first looks at once lose nobody', async () => {
    const { logRead } = await log()
    await Promise.all(
      ['m-2', 'm-3', 'm-4', 'm-5'].map((subject) =>
        logRead(actor, NOW, { what: 'event.roster', object: 'EV0001', subjects: [subject] }),
      ),
    )
    expect((await lines()).map(({ subjects }) => [...subjects].sort())).toEqual([['m-2', 'm-3', 'm-4', 'm-5']])
  })

  test('a change that is repeated is one line, another one another', async () => {
    const { logChange } = await log()
    const change = (key: string) =>
      logChange(actor, NOW, { what: 'member.confirm', object: 'm-2', subjects: ['m-2'] }, key)
    await change('first')
    await change('first')
    expect(await lines()).toMatchObject([
      { by: 'm-1', byName: '演示书记', what: 'member.confirm', object: 'm-2', subjects: ['m-2'], at: NOW },
    ])
    await change('second')
    expect(await lines()).toHaveLength(2)
  })
})

test('a person whose role was taken away is let in no longer, from the next call on', async () => {
  const role: Role = 'secretary'
  await raise('secretary', [secretaryOf(branch)])
  expect(await cloud.as('secretary').call('member.list', {})).toMatchObject({ ok: true })
  const { removeGrant } = await import('../../cloudfunctions/kernel/actor')
  await removeGrant('m-secretary', { role, scope: 'branch', scopeId: branch._id })
  at(1)
  expect(await cloud.as('secretary').call('member.list', {})).toMatchObject(refused('notAllowed'))
})
