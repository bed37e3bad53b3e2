import path from 'node:path'
import { dayKey, DAY } from '@/domain/time'
import { cloud } from '../support/cloud'
import { branch } from '../support/park'
import { adding, guidanceOf } from '../support/guiding'
import { ok } from '../support/consulting'
import { root } from '../support/repository'
import { raiseEnterprises, raiseTeam } from '../support/service'
import { createWeapp, type Weapp } from '../support/weapp/weapp'

const add = adding('guidance.addItem')

let app: Weapp

// The first call of each context loads its function: that is no page's waiting time.
beforeAll(async () => {
  for (const context of ['member', 'message', 'enterprise', 'consultation', 'guidance'])
    await cloud.as('').send(context, { action: 'none' })
}, 120_000)

beforeEach(async () => {
  await cloud.put('branches', branch)
  await raiseTeam()
  await raiseEnterprises(1)
  app = createWeapp(path.join(root, 'dist/weapp'), { call: cloud.as('contact-1').send })
})

afterEach(() => {
  app.stop()
  expect(app.errors).toEqual([])
})

test('an enterprise asks, is told who guides and why, and ticks what it has done', async () => {
  await app.launch('/pages/guidance/ask/index')
  app.page.type('项目名称', '硅材料中试')
  app.page.type('需求', '想申报省重点研发')
  await app.settled()
  app.page.tap('提交申请')
  await app.settled()
  expect(app.page.text()).toContain('由演示安娜')
  app.page.tap('看指导进度')
  await app.settled()
  expect(app.page.route).toBe('pages/guidance/detail/index')

  const [made] = await cloud.all<{ _id: string }>('guidances')
  const id = made?._id ?? ''
  // The package has a clock of its own, which no test can move.
  ok(await add(id, { dueDay: dayKey(Date.now() + 3 * DAY) }))
  await app.launch(`/pages/guidance/detail/index?consultationId=${id}`)
  for (const words of ['硅材料中试', '想申报省重点研发', '材料清单', '近三年审计报告', '完成 0/1'])
    expect(app.page.text()).toContain(words)
  const [tick] = app.page.all('.checklist__tick')
  app.page.tap(tick ?? '近三年审计报告')
  await app.settled()
  expect(app.page.text()).toContain('完成 1/1')
  expect(guidanceOf(id).items[0]).toMatchObject({ doneByName: '演示contact-1' })
})
