import path from 'node:path'
import { buildServiceDay } from '../../config/seed/service-builders'
import { dayKey, HOUR } from '@/domain/time'
import { cloud } from '../support/cloud'
import { branch } from '../support/park'
import { root } from '../support/repository'
import { anna, bert, DAY_ID, putDay, raiseEnterprises, raiseTeam } from '../support/service'
import { createWeapp, type Weapp } from '../support/weapp/weapp'

let app: Weapp

// The first call of each context loads its function: that is no page's waiting time.
beforeAll(async () => {
  for (const context of ['member', 'message', 'enterprise', 'service', 'consultation'])
    await cloud.as('').send(context, { action: 'none' })
}, 120_000)

// The package has a clock of its own, which no test can move: the day lies two days ahead.
beforeEach(async () => {
  await cloud.put('branches', branch)
  await raiseTeam()
  await raiseEnterprises(1)
  await putDay(buildServiceDay(DAY_ID, dayKey(Date.now() + 48 * HOUR), [anna, bert]))
  app = createWeapp(path.join(root, 'dist/weapp'), { call: cloud.as('contact-1').send })
})

afterEach(() => {
  app.stop()
  expect(app.errors).toEqual([])
})

type Row = { enterpriseId: string; ownerId: string; topic: string; state: string; question: string }
const booked = async () =>
  (await cloud.all<Row>('consultations')).map(({ enterpriseId, ownerId, topic, state, question }) => ({
    enterpriseId,
    ownerId,
    topic,
    state,
    question,
  }))

test('the day opens with its people and times; a free one is kept, and the question books it', async () => {
  await app.launch(`/pages/service/day/index?serviceDayId=${DAY_ID}`)
  expect(app.page.text()).toContain('演示安娜')
  expect(app.page.text()).toContain('余 6 个时段，共 6 个')
  app.page.tap('9:30 可约，演示安娜')
  await app.settled()
  expect(app.page.route).toBe('pages/service/book/index')
  expect(app.page.text()).toContain('已为您保留')
  app.page.tap('税务')
  await app.settled()
  app.page.type('问题', '研发费用怎么归集')
  await app.settled()
  app.page.tap('确认预约')
  await app.settled()
  expect(app.page.text()).toContain('预约成功')
  expect(await booked()).toEqual([
    { enterpriseId: 'enterprise-01', ownerId: 'm-anna', topic: 'tax', state: 'booked', question: '研发费用怎么归集' },
  ])

  app.page.tap('加入手机日历')
  await app.settled()
  expect(app.device.calls.filter(({ name }) => name === 'addPhoneCalendar')).toHaveLength(1)
  expect(app.page.text()).toContain('已加入手机日历，开始前一小时提醒')
})
