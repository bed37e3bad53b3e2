import assert from 'node:assert/strict'
import { test } from 'node:test'
import { overflow } from './faults'
import { TabBar } from './pages/tab-bar'
import { useStage } from './stage'

const stage = useStage()
const tabs = ['首页', '活动', '展馆', '服务', '我的']

test('a visitor walks through the five tabs, each of which says something, fits the screen and is well for everybody', async () => {
  const tab = await stage().tab({ as: 'demo-visitor' })
  const bar = new TabBar(tab.page)
  assert.deepEqual(
    (await bar.names()).map((name) => name.trim()),
    tabs,
  )
  for (const name of tabs) {
    await bar.choose(name)
    await tab.settled()
    assert.deepEqual(
      { name, wide: await overflow(tab.page), faults: await tab.faults() },
      { name, wide: [], faults: [] },
    )
  }
})

test('the phone and the desk are two people in one browser’s tabs', async () => {
  const phone = await stage().tab({ as: 'demo-member-01', path: '/pages/tabs/mine/index' })
  const desk = await stage().tab({ as: 'demo-secretary-01', mode: 'desk', path: '/pages/tabs/mine/index' })
  assert.notEqual(await phone.page.innerText('body'), await desk.page.innerText('body'))
})
