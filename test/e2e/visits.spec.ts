import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { ask } from '../support/product'
import { agree, press, pressNamed, sees } from './hand'
import { useStage, type Tab } from './stage'

const stage = useStage()
const MINUTE = 60_000

interface Slot {
  id: string
  startsAt: number
  closedReason: string
  taken: number
}
interface Visit {
  id: string
  slotId: string
  state: string
  arrivedAt: number | null
}

const asked = async <T>(as: string, action: string): Promise<T> => (await ask(stage().product, as, action, {})) as T
const visitsOf = async (as: string) => (await asked<{ items: Visit[] }>(as, 'centre.myVisits')).items

const isWell = async (tab: Tab) => {
  await tab.settled()
  assert.deepEqual(await tab.faults(), [])
}

const chooseFirstFree = (page: Page) =>
  page.getByRole('radiogroup', { name: '时段' }).locator('[role=radio]:not([aria-disabled=true])').first().click()

test('a member books a visit for tomorrow, finds it among their own, and gives it up after being asked', async () => {
  const as = 'demo-member-10'
  const before = await visitsOf(as)
  const tab = await stage().tab({ as, path: '/pages/tabs/halls/index' })
  const { page } = tab
  await press(page, '预约参观')
  await page.getByRole('radio', { name: /^明天/ }).click()
  await chooseFirstFree(page)
  await isWell(tab)
  await press(page, '预约')
  await sees(page, '预约成功')
  await isWell(tab)
  await press(page, '我的参观')
  await pressNamed(page, /^取消预约：明天/)
  await page.getByRole('dialog').waitFor()
  await isWell(tab)
  await agree(page, '取消预约')
  await sees(page, '已取消，名额已让给别人')
  await isWell(tab)

  const known = new Set(before.map(({ id }) => id))
  const made = (await visitsOf(as)).filter(({ id }) => !known.has(id))
  assert.deepEqual(
    made.map(({ state }) => state),
    ['cancelled'],
  )
})

/** Moves the cloud's clock; the people's own stay where they are. */
const moveTo = (moment: number) => stage().product.cloud.setClock(moment - Date.now())

test('who has booked arrives by the digits on the screen at the door, which then shows them', async () => {
  const as = 'demo-member-12'
  const { days } = await asked<{ days: { slots: Slot[] }[] }>(as, 'centre.slots')
  const slot = days[1]?.slots.find(({ closedReason, taken }) => closedReason === '' && taken === 0)
  assert.ok(slot, 'tomorrow has a free slot')
  try {
    moveTo(slot.startsAt - 40 * MINUTE)
    const tab = await stage().tab({ as, path: `/pages/centre/book/index?slotId=${slot.id}` })
    const { page } = tab
    await sees(page, /^今天.*，1 人$/)
    await press(page, '预约')
    await sees(page, '预约成功')

    moveTo(slot.startsAt + MINUTE)
    const door = await stage().tab({ as: 'demo-editor-01', mode: 'desk', path: '/pages/desk/visit-door/index' })
    const digits = (await door.page.locator('.code-panel__digits').innerText()).replace(/\s/g, '')
    await isWell(door)
    // The centre's page tells the phone the time.
    await tab.open('/pages/tabs/halls/index')
    await press(page, '我的参观')
    await press(page, '到访登记')
    await page.getByText('输入数字').filter({ visible: true }).first().click()
    await page.getByLabel('屏幕上的 8 位数字').filter({ visible: true }).fill(digits)
    await isWell(tab)
    await press(page, '用数字登记')
    await sees(page, '到访登记成功')
    await isWell(tab)

    const { member } = await asked<{ member: { name: string } }>(as, 'member.me')
    await sees(door.page, member.name)
    const made = (await visitsOf(as)).find(({ slotId }) => slotId === slot.id)
    assert.ok(made && made.arrivedAt !== null)
  } finally {
    stage().product.cloud.setClock(0)
  }
})
