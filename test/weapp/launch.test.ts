import path from 'node:path'
import { root } from '../support/repository'
import { routesOf } from '../support/weapp/stack'
import { createWeapp, readAppJson, type Weapp } from '../support/weapp/weapp'

const dist = path.join(root, 'dist/weapp')
const opened: Weapp[] = []

/** A package whose server says nothing useful: a page has to stand that too. */
function weapp() {
  const app = createWeapp(dist, {
    call: () => Promise.resolve({ ok: false, error: { code: 'failed', requestId: 'TEST' } }),
  })
  opened.push(app)
  return app
}

afterEach(() => opened.splice(0).forEach((app) => app.stop()))

test('the package starts on its first page without a word of complaint', async () => {
  const app = weapp()
  const page = await app.launch()
  expect(page.route).toBe(app.appJson.pages[0])
  expect(page.text()).not.toBe('')
  expect(app.errors).toEqual([])
})

test('every tab opens by its tab and draws something', async () => {
  const app = weapp()
  await app.launch()
  const wx = app.appJson.tabBar?.list ?? []
  expect(wx.map(({ text }) => text)).toEqual(['首页', '活动', '展馆', '服务', '我的'])
  for (const { pagePath } of wx) {
    const tab = weapp()
    const page = await tab.launch(`/${pagePath}`)
    expect(page.text()).not.toBe('')
    expect(tab.errors).toEqual([])
  }
})

const routes = routesOf(readAppJson(dist))
test.each(routes)('%s registers, draws and stays quiet even where it is given no parameters', async (route) => {
  const app = weapp()
  const page = await app.launch(`/${route}`)
  expect(page.route).toBe(route)
  expect(page.tree().children).not.toEqual([])
  expect(app.errors).toEqual([])
})
