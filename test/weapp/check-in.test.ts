import path from 'node:path'
import { buildEvent } from '../../config/seed/builders'
import { cloud } from '../support/cloud'
import { branch, MINUTE, raise, raiseMembers, secretaryOf } from '../support/park'
import { root } from '../support/repository'
import { createWeapp, type Weapp } from '../support/weapp/weapp'

let app: Weapp

// The package has a clock of its own, which no test can move: the event starts ten minutes from now.
beforeEach(async () => {
  await cloud.put('branches', branch)
  await raiseMembers(1)
  await raise('secretary', [secretaryOf(branch)])
  await cloud.put(
    'events',
    buildEvent('EV0001', branch, new Date(Date.now() + 10 * MINUTE), { title: '主题党日在园区' }),
  )
  app = createWeapp(path.join(root, 'dist/weapp'), { call: cloud.as('person-001').send })
})

afterEach(() => {
  app.stop()
  expect(app.errors).toEqual([])
})

const deskCode = async (): Promise<string> => {
  const answer = await cloud.as('secretary').call('event.desk', { eventId: 'EV0001' })
  if (!answer.ok || !answer.data.code) throw new Error('the desk shows no code')
  return answer.data.code.text
}

type Row = { memberId: string; state: string; attendedAt: Date | null; attendedBy: string | null }
const registrations = async () =>
  (await cloud.all<Row>('registrations')).map(({ memberId, state, attendedAt, attendedBy }) => ({
    memberId,
    state,
    attended: attendedAt === null ? null : attendedBy,
  }))

test('from home to a finished check-in: open the event, sign up, scan the desk', async () => {
  await app.launch()
  expect(app.page.text()).toContain('主题党日在园区')
  app.page.tap('主题党日在园区')
  await app.settled()
  expect([app.page.route, app.page.query]).toEqual(['pages/event/detail/index', { eventId: 'EV0001' }])

  app.page.tap('报名')
  await app.settled()
  expect(await registrations()).toEqual([{ memberId: 'm-person-001', state: 'registered', attended: null }])

  app.device.scans.push(await deskCode())
  app.page.tap('签到')
  await app.settled()
  expect(app.page.route).toBe('pages/event/check-in/index')
  expect(app.page.text()).toContain('签到成功')
  expect(await registrations()).toEqual([{ memberId: 'm-person-001', state: 'registered', attended: 'scan' }])
})

test('WeChat’s own scanner opens the check-in page with the code in `q`, and that is enough', async () => {
  await app.launch(`/pages/event/check-in/index?q=${encodeURIComponent(await deskCode())}`)
  expect(app.page.text()).toContain('签到成功')
  expect(await registrations()).toEqual([{ memberId: 'm-person-001', state: 'registered', attended: 'scan' }])
})

test('a scanner closed by hand leaves the person where they were, not checked in', async () => {
  await app.launch('/pages/event/detail/index?eventId=EV0001')
  app.page.tap('现场签到')
  await app.settled()
  expect(app.page.text()).not.toContain('签到成功')
  expect(await registrations()).toEqual([])
})

test('without a network a tap says so, and the same tap works when it is back', async () => {
  await app.launch('/pages/event/detail/index?eventId=EV0001')
  await app.setOnline(false)
  app.page.tap('报名')
  await app.settled()
  expect(app.page.text()).toContain('网络不通，请检查网络后再试')
  expect(await registrations()).toEqual([])

  await app.setOnline(true)
  app.page.tap('报名')
  await app.settled()
  expect(app.page.text()).toContain('报名成功')
  expect(await registrations()).toEqual([{ memberId: 'm-person-001', state: 'registered', attended: null }])
})
