import { buildEvent, buildMember, buildRegistration, buildSuggestion } from '../../config/seed/builders'
import type { ActorDoc } from '../../cloudfunctions/kernel/actor'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import type { MemberDoc } from '../../cloudfunctions/member/store/members'
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
  staff,
  tally,
} from '../support/park'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
})

const refused = (code: string) => ({ ok: false, error: { code } })
const bind = (openid: string, overrides: object = {}) =>
  cloud
    .as(openid)
    .call('member.bind', { name: '演示新人', branchId: branch._id, consents: ['attendance'], ...overrides })
const actorOf = async (openid: string) => (await cloud.all<ActorDoc>('actors')).find(({ _id }) => _id === openid)
const memberOf = async (id: string) => (await cloud.all<MemberDoc>('members')).find(({ _id }) => _id === id)
const boundId = async (openid: string) => (await actorOf(openid))?.memberId ?? ''

describe('binding', () => {
  test('makes an unconfirmed member without any role', async () => {
    expect(await cloud.as('newcomer').call('member.me', {})).toEqual({ ok: true, data: { member: null, grants: [] } })
    expect(await bind('newcomer')).toMatchObject({
      ok: true,
      data: {
        member: { name: '演示新人', state: 'unconfirmed', branch: { id: branch._id, level: 'branch' } },
        grants: [],
      },
    })
  })

  test('is never attached to an existing record by name', async () => {
    await cloud.put('members', buildMember('imported', '演示新人', branch, { state: 'imported' }))
    await bind('newcomer')
    expect(await boundId('newcomer')).not.toBe('imported')
    expect(await memberOf('imported')).toMatchObject({ state: 'imported', claimedBy: null })
  })

  test('one openid makes one member, however often and however many at once', async () => {
    const input = { name: '演示新人', branchId: branch._id, consents: ['attendance' as const] }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => cloud.over('newcomer').call('member.bind', input)),
    )
    expect(tally(answers)).toEqual({ ok: 10 })
    expect(await cloud.all('members')).toHaveLength(1)
    expect(await cloud.all('actors')).toHaveLength(1)
    expect(await bind('newcomer', { name: '另一个名字' })).toMatchObject({ data: { member: { name: '演示新人' } } })
  })

  test.each([
    ['consentMissing', { consents: [] }],
    ['consentMissing', { phone: '19900001234' }],
    ['branchUnknown', { branchId: 'branch-99' }],
    ['badInput', { phone: '12345' }],
    ['badInput', { name: '  ' }],
    ['textRisky', { name: '【违规】' }],
  ])('is refused with %s for %j', async (code, overrides) => {
    expect(await bind('newcomer', overrides)).toMatchObject(refused(code))
    expect(await cloud.all('members')).toEqual([])
  })

  test('a name that cannot be taken is refused with the field and what is wrong with it', async () => {
    for (const [wrong, name] of [['hidden', '演示\u202e新人'] as const, ['empty', ' \u200b'] as const]) {
      expect(await bind('newcomer', { name })).toMatchObject({ error: { detail: { field: 'name', wrong } } })
    }
    expect(await bind('newcomer', { name: '演示\u200b新人' })).toMatchObject({ data: { member: { name: '演示新人' } } })
  })

  test('nobody without an identity can bind', async () => {
    expect(await bind('')).toMatchObject(refused('notBound'))
  })
})

describe('the branch confirms', () => {
  let id = ''
  beforeEach(async () => {
    await raise('secretary', [secretaryOf(branch)])
    await raise('foreign', [secretaryOf(otherBranch)])
    await bind('newcomer')
    id = await boundId('newcomer')
  })

  test('and the person becomes a member of that branch', async () => {
    expect(await cloud.as('foreign').call('member.confirm', { memberId: id })).toMatchObject(refused('notAllowed'))
    expect(await cloud.as('secretary').call('member.confirm', { memberId: id })).toMatchObject({
      data: { state: 'confirmed' },
    })
    expect(await cloud.as('newcomer').call('member.me', {})).toMatchObject({
      data: { grants: [{ role: 'member', scope: 'branch', scopeId: branch._id }] },
    })
  })

  test('or declines with a reason, which the person can act on', async () => {
    await cloud.as('secretary').call('member.decline', { memberId: id, reason: '名册中没有' })
    expect(await cloud.as('newcomer').call('member.me', {})).toMatchObject({
      data: { member: { state: 'declined', declineReason: '名册中没有' } },
    })
    expect(await cloud.as('newcomer').call('member.correct', { name: '演示新人改' })).toMatchObject({
      data: { member: { state: 'unconfirmed', declineReason: '', name: '演示新人改' } },
    })
  })

  test('of two decisions at once one holds', async () => {
    const answers = await Promise.all([
      cloud.over('secretary').call('member.confirm', { memberId: id }),
      cloud.over('secretary').call('member.decline', { memberId: id, reason: '不认识' }),
    ])
    const state = (await memberOf(id))?.state
    expect((await actorOf('newcomer'))?.state).toBe(state)
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1)
  })

  test('merged into an imported record, everything the person did moves there', async () => {
    const event = eventIn(24)
    await cloud.put('events', event)
    await cloud.put('members', buildMember('imported', '演示新人', branch, { state: 'imported' }))
    await cloud.as('newcomer').call('event.signUp', { eventId: 'EV0001' })
    expect(await cloud.as('secretary').call('member.mergeCandidates', { memberId: id })).toMatchObject({
      data: { items: [{ id: 'imported' }] },
    })
    expect(await cloud.as('secretary').call('member.confirm', { memberId: id, mergeInto: 'imported' })).toMatchObject({
      data: { id: 'imported', state: 'confirmed' },
    })
    expect(await boundId('newcomer')).toBe('imported')
    expect(await memberOf(id)).toMatchObject({ state: 'merged', mergedInto: 'imported' })
    expect(await cloud.as('newcomer').call('event.mine', {})).toMatchObject({
      data: { items: [{ mine: { state: 'registered' } }] },
    })
    cloud.setNow(new Date(NOW.getTime() + 2 * MINUTE))
    await cloud.local.runTimer('member', 'settle')
    await cloud.local.runTimer('event', 'sweep')
    expect(await places()).toMatchObject({ taken: 1, registered: 1, holding: 1 })
    expect((await cloud.all<RegistrationDoc>('registrations')).map(({ memberId }) => memberId)).toEqual(['imported'])
    expect((await memberOf(id))?.facts).toEqual([])
  })

  test('one imported record is merged with one binding', async () => {
    await bind('second')
    const secondId = await boundId('second')
    await cloud.put('members', buildMember('imported', '演示新人', branch, { state: 'imported' }))
    const answers = await Promise.all(
      [id, secondId].map((memberId) =>
        cloud.over('secretary').call('member.confirm', { memberId, mergeInto: 'imported' }),
      ),
    )
    expect(tally(answers)).toEqual({ ok: 1, mergeTargetTaken: 1 })
  })

  test('a record that somebody was merged into takes nobody else, however late they come', async () => {
    await bind('second')
    await cloud.put('members', buildMember('imported', '演示新人', branch, { state: 'imported' }))
    await cloud.as('secretary').call('member.confirm', { memberId: id, mergeInto: 'imported' })
    expect(
      await cloud.as('secretary').call('member.confirm', { memberId: await boundId('second'), mergeInto: 'imported' }),
    ).toMatchObject(refused('mergeTargetTaken'))
    expect(await boundId('newcomer')).toBe('imported')
  })

  test('as the desk saw them: a name corrected meanwhile is looked at again', async () => {
    await cloud.as('newcomer').call('member.correct', { name: '演示新人改' })
    expect(await cloud.as('secretary').call('member.confirm', { memberId: id, name: '演示新人' })).toMatchObject(
      refused('notWaiting'),
    )
    expect((await actorOf('newcomer'))?.state).toBe('unconfirmed')
    expect(await cloud.as('secretary').call('member.confirm', { memberId: id, name: '演示新人改' })).toMatchObject({
      data: { state: 'confirmed', name: '演示新人改' },
    })
  })

  test('and answers a repeated decline as the first; with another reason it is another decision', async () => {
    const decline = (reason: string) => cloud.as('secretary').call('member.decline', { memberId: id, reason })
    const first = await decline('名册中没有')
    expect(first).toMatchObject({ ok: true, data: { state: 'declined' } })
    const declined = await memberOf(id)
    expect(await decline('名册中没有')).toEqual(first)
    expect(await memberOf(id)).toEqual(declined)
    expect(await decline('不认识')).toMatchObject(refused('notWaiting'))
  })

  test('and moves nobody into a branch that it does not answer for', async () => {
    const amend = { memberId: id, branchId: otherBranch._id, reason: '调动' }
    expect(await cloud.as('secretary').call('member.amend', amend)).toMatchObject(refused('notAllowed'))
    expect(await memberOf(id)).toMatchObject({ branch: { id: branch._id } })
    await raise('staff', [staff])
    expect(await cloud.as('staff').call('member.amend', amend)).toMatchObject({
      data: { branch: { id: otherBranch._id } },
    })
  })

  test('only within its own branch, and only what waits', async () => {
    await cloud.put('members', buildMember('elsewhere', '演示新人', otherBranch, { state: 'imported' }))
    expect(await cloud.as('secretary').call('member.confirm', { memberId: id, mergeInto: 'elsewhere' })).toMatchObject(
      refused('mergeOtherBranch'),
    )
    await cloud.as('secretary').call('member.confirm', { memberId: id })
    expect(await cloud.as('secretary').call('member.decline', { memberId: id, reason: '晚了' })).toMatchObject(
      refused('notWaiting'),
    )
  })

  test('the desk sees masked numbers, and the person sees who looked', async () => {
    await cloud.as('newcomer').call('member.correct', { phone: '19900001234', consents: ['phone'] })
    const list = await cloud.as('secretary').call('member.list', { state: 'unconfirmed' })
    expect(list).toMatchObject({ data: { items: [{ name: '演示新人', phoneMasked: '199******34' }] } })
    expect(JSON.stringify(list)).not.toContain('19900001234')
    expect(await cloud.as('newcomer').call('member.accesses', {})).toMatchObject({
      data: { items: [{ by: '演示secretary', what: '查看了含有您的成员名单' }] },
    })
  })

  test('who looked is listed page by page, each look once', async () => {
    const looks = 35
    for (let hour = 0; hour < looks; hour++) {
      cloud.setNow(new Date(NOW.getTime() + hour * HOUR))
      // Two lines at one moment: when a page ends between them, only the id tells them apart.
      await cloud.as('secretary').call('member.list', {})
      await cloud.as('secretary').call('member.list', { branchId: branch._id })
    }
    const page = async (cursor: string | null) => {
      const answer = await cloud.as('newcomer').call('member.accesses', { cursor })
      if (!answer.ok) throw new Error(answer.error.code)
      return { ids: answer.data.items.map((item) => item.id), next: answer.data.nextCursor }
    }
    const pages = [await page(null)]
    for (let next = pages[0]?.next ?? null; next && pages.length < 5; next = pages.at(-1)?.next ?? null)
      pages.push(await page(next))
    const seen = pages.flatMap(({ ids }) => ids)
    const sizes = pages.map(({ ids }) => ids.length)
    expect(sizes).toEqual([30, 30, 10])
    expect(new Set(seen).size).toBe(2 * looks)
  })

  test('a list shows only the branches that the caller is secretary of', async () => {
    await bind('elsewhere', { branchId: otherBranch._id })
    const names = async (openid: string, input = {}) => {
      const answer = await cloud.as(openid).call('member.list', { state: 'unconfirmed', ...input })
      return answer.ok ? answer.data.items.map((item) => item.branch.id) : []
    }
    expect(await names('secretary')).toEqual([branch._id])
    expect(await names('secretary', { branchId: otherBranch._id })).toEqual([])
    await raise('staff', [staff])
    expect((await names('staff')).sort()).toEqual([branch._id, otherBranch._id])
  })
})

describe('roles', () => {
  const grant = {
    memberId: 'm-person-001' as never,
    role: 'secretary' as const,
    scope: 'branch' as const,
    scopeId: branch._id,
  }
  beforeEach(async () => {
    await raise('staff', [staff])
    await raiseMembers(1)
  })

  test('are handed out by staff, scoped, once', async () => {
    expect(await cloud.as('person-001').call('member.grant', grant)).toMatchObject(refused('notAllowed'))
    await cloud.as('staff').call('member.grant', grant)
    expect(await cloud.as('staff').call('member.grant', grant)).toMatchObject({
      data: { grants: [{ role: 'member' }, { role: 'secretary', scope: 'branch', scopeId: branch._id }] },
    })
    expect(await cloud.as('staff').call('member.revoke', grant)).toMatchObject({
      data: { grants: [{ role: 'member' }] },
    })
  })

  test.each([
    ['scopeMissing', { scopeId: '' }],
    ['scopeMissing', { role: 'staff' as const }],
    ['branchUnknown', { scopeId: 'branch-99' }],
    ['notFound', { memberId: 'm-nobody' as never }],
  ])('are refused with %s', async (code, overrides) => {
    expect(await cloud.as('staff').call('member.grant', { ...grant, ...overrides })).toMatchObject(refused(code))
  })

  test('are not for the unconfirmed', async () => {
    await bind('newcomer')
    expect(
      await cloud.as('staff').call('member.grant', { ...grant, memberId: await boundId('newcomer') }),
    ).toMatchObject(refused('notConfirmed'))
  })

  test('the last of the staff stays, and two who revoke each other at once leave one', async () => {
    const revoke = (memberId: string) => ({
      memberId: memberId as never,
      role: 'staff' as const,
      scope: 'zone' as const,
    })
    expect(await cloud.as('staff').call('member.revoke', revoke('m-staff'))).toMatchObject(refused('lastStaff'))
    await raise('second', [staff])
    await Promise.all([
      cloud.over('staff').call('member.revoke', revoke('m-second')),
      cloud.over('second').call('member.revoke', revoke('m-staff')),
    ])
    const holders = (await cloud.all<ActorDoc>('actors')).filter(({ grants }) =>
      grants.some(({ role }) => role === 'staff'),
    )
    expect(holders.length).toBeGreaterThanOrEqual(1)
  })
})

describe("a person's own data", () => {
  test('can be read whole', async () => {
    const [openid = ''] = await raiseMembers(1)
    const event = eventIn(-48, { title: '上月主题党日' })
    await cloud.put('events', event)
    await cloud.put(
      'registrations',
      buildRegistration(event, 'm-person-001', { attendedAt: event.startsAt, attendedBy: 'scan' }),
    )
    const answer = await cloud.as(openid).call('member.myData', {})
    expect(answer).toMatchObject({ ok: true })
    expect(JSON.stringify(answer)).toContain('上月主题党日')
    expect(JSON.stringify(answer)).toContain('演示person-001')
  })

  test('is erased: no name or phone remains anywhere, held places go back, attendance stays a figure', async () => {
    await bind('leaver', { name: '演示离开者', phone: '19900001234', consents: ['attendance', 'phone'] })
    const id = await boundId('leaver')
    const past = buildEvent('EV0002', branch, new Date(NOW.getTime() - 48 * HOUR), { taken: 1 })
    await cloud.put('events', eventIn(24), past)
    await cloud.put('registrations', buildRegistration(past, id, { attendedAt: past.startsAt, attendedBy: 'scan' }))
    await cloud.as('leaver').call('event.signUp', { eventId: 'EV0001' })
    await cloud.as('leaver').call('member.suggest', {
      requestId: 'request-1',
      kind: 'suggestion',
      text: '多放几把椅子',
      contact: '19900001234',
    })
    expect(await cloud.as('leaver').call('member.erase', { confirm: '删除' })).toEqual({
      ok: true,
      data: { erased: true },
    })
    const left = JSON.stringify(
      await Promise.all(
        ['actors', 'members', 'registrations', 'suggestions', 'operations'].map((name) => cloud.all(name)),
      ),
    )
    expect(left).not.toContain('演示离开者')
    expect(left).not.toContain('19900001234')
    expect(left).not.toContain('leaver')
    expect(left).toContain('多放几把椅子')
    expect(await places()).toMatchObject({ taken: 0, registered: 0 })
    expect(await places('EV0002')).toMatchObject({ registered: 1 })
    expect(await cloud.as('leaver').call('member.me', {})).toMatchObject({ data: { member: null } })
  })

  test('the last of the staff hands over before leaving', async () => {
    await raise('staff', [staff])
    expect(await cloud.as('staff').call('member.erase', { confirm: '删除' })).toMatchObject(refused('lastStaff'))
  })

  test('a confirmed name is corrected by the branch, the phone by oneself', async () => {
    const [openid = ''] = await raiseMembers(1)
    await raise('secretary', [secretaryOf(branch)])
    expect(await cloud.as(openid).call('member.correct', { name: '新名' })).toMatchObject(refused('confirmedByBranch'))
    expect(await cloud.as(openid).call('member.correct', { phone: '19900001234' })).toMatchObject(
      refused('consentMissing'),
    )
    expect(await cloud.as(openid).call('member.correct', { phone: '19900001234', consents: ['phone'] })).toMatchObject({
      data: { member: { phone: '19900001234' } },
    })
    expect(await cloud.as(openid).call('member.correct', { phone: '' })).toMatchObject({
      data: { member: { phone: '' } },
    })
    expect(
      await cloud.as('secretary').call('member.amend', { memberId: 'm-person-001', name: '新名', reason: '本人申请' }),
    ).toMatchObject({ data: { name: '新名' } })
    expect((await actorOf(openid))?.name).toBe('新名')
  })
})

describe('complaints and suggestions', () => {
  const send = (openid: string, requestId: string, text = '门口加一盏灯') =>
    cloud.as(openid).call('member.suggest', { requestId, kind: 'suggestion', text })

  test('come from anyone, once per request, at most five an hour', async () => {
    const first = await send('visitor', 'request-1')
    expect(await send('visitor', 'request-1')).toEqual(first)
    for (const n of [2, 3, 4, 5]) await send('visitor', `request-${n}`)
    expect(await send('visitor', 'request-6')).toMatchObject(refused('tooMany'))
    expect(await cloud.all('suggestions')).toHaveLength(5)
    expect(await send('another', 'request-1', '【违规】')).toMatchObject(refused('textRisky'))
  })

  test('come from nobody without an identity, and nobody is shown what lost its sender', async () => {
    await cloud.put('suggestions', buildSuggestion('suggestion-1', ''))
    for (const nobody of [cloud.as(''), cloud.over('')]) {
      const input = { requestId: 'request-1', kind: 'suggestion' as const, text: '门口加一盏灯' }
      expect(await nobody.call('member.suggest', input)).toMatchObject(refused('notBound'))
      expect(await nobody.call('member.mySuggestions', {})).toMatchObject(refused('notBound'))
    }
    expect(await cloud.all('suggestions')).toHaveLength(1)
  })

  test('are answered once by staff, and the sender sees it', async () => {
    await raise('staff', [staff])
    const sent = await send('visitor', 'request-1')
    if (!sent.ok) throw new Error('not sent')
    const answer = { suggestionId: sent.data.id, answer: '本周装上' }
    expect(await cloud.as('visitor').call('member.answerSuggestion', answer)).toMatchObject(refused('notBound'))
    expect(await cloud.as('staff').call('member.answerSuggestion', answer)).toMatchObject({
      data: { answer: '本周装上' },
    })
    expect(await cloud.as('staff').call('member.answerSuggestion', answer)).toMatchObject({ ok: true })
    expect(await cloud.as('staff').call('member.answerSuggestion', { ...answer, answer: '改主意了' })).toMatchObject(
      refused('alreadyAnswered'),
    )
    expect(await cloud.as('visitor').call('member.mySuggestions', {})).toMatchObject({
      data: { items: [{ answer: '本周装上' }] },
    })
    expect(await cloud.as('another').call('member.mySuggestions', {})).toMatchObject({ data: { items: [] } })
  })
})
