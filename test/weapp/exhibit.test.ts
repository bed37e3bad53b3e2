import path from 'node:path'
import { cloud } from '../support/cloud'
import { openHall, sound } from '../support/hall'
import { branch, raiseMembers } from '../support/park'
import { root } from '../support/repository'
import { textOf } from '../support/weapp/view'
import { createWeapp, type Weapp } from '../support/weapp/weapp'

let app: Weapp

beforeEach(async () => {
  await cloud.put('branches', branch)
  await raiseMembers(1)
  await openHall({ audio: await sound() })
  app = createWeapp(path.join(root, 'dist/weapp'), { call: cloud.as('a-visitor').send })
})

afterEach(() => {
  app.stop()
  expect(app.errors).toEqual([])
})

const WALL = '/pages/exhibit/display/index?scene=x%3D101'

const listen = async () => {
  await app.launch(WALL)
  app.page.tap('听讲解')
  await app.settled()
  app.page.tap('播放讲解')
  await app.settled()
}
const lineNow = () => app.page.all('.transcript__line--now').map(textOf)

test('the code on the wall opens its exhibit, and the small picture stays on the phone', async () => {
  await app.launch(WALL)
  expect(app.page.query).toEqual({ scene: 'x%3D101' })
  expect(app.page.text()).toContain('园区起步')
  expect(app.page.text()).toContain('101 号展项')
  expect([...app.device.files.values()].map((bytes) => Buffer.from(bytes).toString())).toEqual(['101-small.jpg'])
})

test('the guide speaks in the background with its line in step, and goes on beside the next exhibit', async () => {
  await listen()
  expect(app.device.sound).toMatchObject({ title: '园区起步', epname: '发展展示区', paused: false })
  app.device.sound.advance(5)
  await app.settled()
  expect(lineNow()).toEqual(['0:04这里讲述园区的起步。'])

  app.page.tap('下一展项：第一家企业')
  await app.settled()
  expect(app.page.text()).toContain('第一家企业')
  expect(app.page.text()).toContain('正在讲解')
  expect(app.device.sound.paused).toBe(false)
  app.page.tap('结束讲解')
  await app.settled()
  expect(app.device.sound.src).toBe('')
  expect(app.page.text()).not.toContain('正在讲解')
})

test('on mobile data the sound says its size and nothing of it is loaded', async () => {
  app.device.network = '4g'
  await app.launch(WALL)
  expect(app.page.text()).toContain('音频约 180 KB，正在使用移动数据')
  expect(app.device.sound.src).toBe('')
})

test('a wall code read by the app’s own scanner opens the exhibit', async () => {
  await app.launch('/pages/exhibit/find/index')
  app.device.scans.push('pages/exhibit/display/index?scene=x%3D102')
  app.page.tap('扫墙上的码')
  await app.settled()
  expect([app.page.route, app.page.query]).toEqual(['pages/exhibit/display/index', { number: '102' }])
  expect(app.page.text()).toContain('第二项的正文。')
})
