/** The register of enterprises: how they are found, taken in, changed and told apart. */
import { contactsOf, enterprisesById } from '../../cloudfunctions/enterprise/public'
import { buildContact, buildEnterprise } from '../../config/seed/enterprise-builders'
import { cloud } from '../support/cloud'
import { CHIPS, letSpeak, MILK, openPark } from '../support/enterprises'
import { NOW } from '../support/park'

beforeEach(openPark)

const refused = (code: string) => ({ ok: false, error: { code } })
const idsIn = (answer: { ok: boolean; data?: { items: { id: string }[] } }) =>
  answer.data?.items.map(({ id }) => id) ?? []
const find = async (words: string) => idsIn(await cloud.as('ann').call('enterprise.find', { words }))

const particulars = { name: '豪美新材', industry: 'newMaterials', address: '清远高新区' } as const
const add = (requestId = 'request-0001', more = {}) =>
  cloud.as('staff').call('enterprise.add', { requestId, ...particulars, ...more })
const change = (rev: number, more = {}) =>
  cloud.as('staff').call('enterprise.change', { enterpriseId: MILK._id, rev, ...particulars, ...more })

describe('finding an enterprise', () => {
  test.each([
    ['', [MILK._id, CHIPS._id]],
    ['蒙牛', [MILK._id]],
    ['xian dao', [CHIPS._id]],
    ['mengniu', [MILK._id]],
    ['xdwdz', [CHIPS._id]],
    ['不在这里', []],
  ])('by %p', async (words, ids) => {
    expect(await find(words)).toEqual(ids)
  })

  test('goes on page by page, each enterprise once', async () => {
    const more = Array.from({ length: 62 }, (_, at) => buildEnterprise(at + 10))
    await cloud.put('enterprises', ...more)
    const seen: string[] = []
    const pageAfter = async (cursor: string | null): Promise<string | null> => {
      const answer = await cloud.as('ann').call('enterprise.find', { cursor })
      seen.push(...idsIn(answer))
      return answer.ok ? answer.data.nextCursor : null
    }
    for (let cursor = await pageAfter(null); cursor !== null;) cursor = await pageAfter(cursor)
    expect(seen).toEqual([MILK, CHIPS, ...more].map(({ _id }) => _id).sort())
  })
})

describe('taking one in and changing it', () => {
  test('once for one request, and findable at once', async () => {
    const first = await add()
    expect(first).toMatchObject({ ok: true, data: { name: '豪美新材', confirmed: 0, waiting: 0, lastMetAt: null } })
    expect(await add()).toEqual(first)
    expect((await find('haomei')).length).toBe(1)
  })

  test('not under a name that is there, however it is written', async () => {
    expect(await add('request-0002', { name: '蒙牛乳业 (清远)' })).toMatchObject(refused('nameTaken'))
    expect(await change(1, { name: CHIPS.name })).toMatchObject(refused('nameTaken'))
    expect((await cloud.all('enterprises')).length).toBe(2)
  })

  test('of two who take in the same at once, one does', async () => {
    const answers = await Promise.all(
      ['request-0003', 'request-0004'].map((requestId) =>
        cloud.over('staff').call('enterprise.add', { requestId, ...particulars }),
      ),
    )
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['nameTaken', 'ok'])
  })

  test('as it was read, and the same change twice is one', async () => {
    expect(await change(1)).toMatchObject({ ok: true, data: { name: '豪美新材', rev: 2 } })
    expect(await change(1)).toMatchObject({ ok: true, data: { rev: 2 } })
    expect(await change(1, { address: '另一处' })).toMatchObject(refused('changedMeanwhile'))
    expect(await find('蒙牛')).toEqual([])
    expect(await find('haomei')).toEqual([MILK._id])
  })

  test('with words that pass the check', async () => {
    expect(await add('request-0005', { name: '企业【违规】' })).toMatchObject(refused('textRisky'))
    expect(await change(1, { address: '【违规】' })).toMatchObject(refused('textRisky'))
  })

  test('a change of one that is not there finds nothing', async () => {
    const missing = { enterpriseId: 'enterprise-99', rev: 1, ...particulars }
    expect(await cloud.as('staff').call('enterprise.change', missing)).toMatchObject(refused('notFound'))
    expect(await cloud.as('staff').call('enterprise.get', { enterpriseId: 'enterprise-99' })).toMatchObject(
      refused('notFound'),
    )
  })
})

describe('what staff see', () => {
  const managed = async (filter: 'all' | 'waiting' | 'withoutContact') =>
    idsIn(await cloud.as('staff').call('enterprise.managed', { filter }))

  test('who waits and who has nobody stands apart', async () => {
    await letSpeak(MILK, 'bob')
    await cloud.as('ann').call('enterprise.join', { enterpriseId: MILK._id, position: '主管' })
    expect(await managed('all')).toEqual([MILK._id, CHIPS._id])
    expect(await managed('waiting')).toEqual([MILK._id])
    expect(await managed('withoutContact')).toEqual([CHIPS._id])
  })

  test('everybody around one enterprise, those who left excepted', async () => {
    await cloud.put(
      'contacts',
      buildContact(MILK, 'm-ann', { state: 'declined', declineReason: '不符' }),
      buildContact(MILK, 'm-bob', { since: NOW }),
      buildContact(MILK, 'm-cid', { state: 'left' }),
    )
    const answer = await cloud.as('staff').call('enterprise.get', { enterpriseId: MILK._id })
    expect(answer).toMatchObject({ ok: true, data: { enterprise: { name: MILK.name, rev: 1 } } })
    expect(answer.ok && answer.data.contacts.map(({ memberId, state }) => `${memberId} ${state}`)).toEqual([
      'm-ann declined',
      'm-bob confirmed',
    ])
  })

  test('who waits the longest comes first', async () => {
    const waiting = (who: string, minutes: number) =>
      buildContact(CHIPS, who, { state: 'waiting', since: new Date(NOW.getTime() - minutes * 60_000) })
    await cloud.put('contacts', waiting('m-ann', 5), waiting('m-bob', 50), waiting('m-cid', 20))
    const answer = await cloud.as('staff').call('enterprise.waiting', {})
    expect(answer.ok && answer.data.items.map(({ memberId, enterpriseName }) => [memberId, enterpriseName])).toEqual([
      ['m-bob', CHIPS.name],
      ['m-cid', CHIPS.name],
      ['m-ann', CHIPS.name],
    ])
  })
})

describe('what neighbours read', () => {
  test('takes one round trip, for one enterprise and for thirty', async () => {
    const many = Array.from({ length: 30 }, (_, at) => buildEnterprise(at + 10, { confirmed: 1 }))
    await cloud.put('enterprises', ...many)
    await cloud.put('contacts', ...many.map((enterprise) => buildContact(enterprise, 'm-ann')))
    await cloud.put('contacts', buildContact(MILK, 'm-bob', { state: 'waiting' }))
    const ids = many.map(({ _id }) => _id)
    expect(await cloud.roundTrips(() => contactsOf(ids.slice(0, 1)))).toBe(1)
    expect(await cloud.roundTrips(() => contactsOf(ids))).toBe(1)
    expect(await cloud.roundTrips(() => enterprisesById(ids))).toBe(1)
    expect(await contactsOf([MILK._id, ...ids.slice(0, 1)])).toMatchObject(
      new Map([
        [MILK._id, []],
        [ids[0], [{ memberId: 'm-ann', name: '演示ann' }]],
      ]),
    )
    expect([...(await enterprisesById([CHIPS._id, 'enterprise-99'])).values()]).toMatchObject([
      { _id: CHIPS._id, name: CHIPS.name, industry: 'electronics', lastMetAt: null },
    ])
  })

  test.each([
    ['find', 2],
    ['mine', 2],
    ['managed', 2],
    // The log of who looked is found or made.
    ['waiting', 4],
    ['unmet', 2],
  ] as const)('%s takes as many round trips with thirty rows as with one', async (action, most) => {
    const ask = () => cloud.roundTrips(() => cloud.as('staff').call(`enterprise.${action}`, {}))
    const put = (at: number) => {
      const enterprise = buildEnterprise(at + 10, { waiting: 1 })
      return Promise.all([
        cloud.put('enterprises', enterprise),
        cloud.put('contacts', buildContact(enterprise, `m-other-${at}`, { state: 'waiting' })),
        cloud.put('contacts', buildContact(enterprise, 'm-staff')),
      ])
    }
    await put(1)
    expect(await ask()).toBeLessThanOrEqual(most)
    for (let at = 2; at < 31; at++) await put(at)
    expect(await ask()).toBeLessThanOrEqual(most)
  })
})
