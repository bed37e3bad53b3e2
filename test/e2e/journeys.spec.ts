import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask } from '../support/product'
import { agree, press, sees } from './hand'
import { useStage } from './stage'

const stage = useStage()
const detail = (eventId: string) => `/pages/event/detail/index?eventId=${eventId}`

test('a visitor who signs up is asked to bind, signed up by itself, and confirmed by the branch', async () => {
  const phone = await stage().tab({ as: 'demo-newcomer', path: detail('HLT0012') })
  await press(phone.page, '报名')
  await sees(phone.page, '绑定后先由支部确认，这期间报名和签到都不受影响')
  await phone.page.getByRole('textbox', { name: '姓名' }).fill('演示新人')
  await press(phone.page, '请选择')
  await press(phone.page, '天安智谷党支部')
  await press(phone.page, '用姓名和支部记录参加活动')
  await press(phone.page, '绑定')
  await sees(phone.page, '报名成功，请按时到场签到')
  assert.deepEqual(await phone.faults(), [])

  const desk = await stage().tab({ as: 'demo-secretary-01', mode: 'desk', path: '/pages/desk/member-list/index' })
  await press(desk.page, '演示新人')
  await sees(desk.page, /确认为新成员|确认是本支部的人/)
  assert.deepEqual(await desk.faults(), [])
  await desk.page
    .getByText(/确认为新成员|确认是本支部的人/)
    .filter({ visible: true })
    .last()
    .click()
  await sees(desk.page, '已确认演示新人')
  const { member } = (await ask(stage().product, 'demo-newcomer', 'member.me', {})) as { member: { state: string } }
  assert.equal(member.state, 'confirmed')
})

test('a full event puts a member on the waiting list, and lets them leave it after asking', async () => {
  const { page } = await stage().tab({ as: 'demo-member-06', path: detail('HLT0004') })
  await press(page, '报名候补')
  await sees(page, '名额已满，已为您排上候补，有空位会自动递补')
  await press(page, '退出候补')
  await page.getByRole('dialog').waitFor()
  await agree(page, '退出候补')
  await sees(page, '报名候补')
})

test('the desk covers its code when the network goes, and shows a new one when it is back', async () => {
  const path = '/pages/desk/event-desk/index?eventId=HLT0001'
  const desk = await stage().tab({ as: 'demo-secretary-01', mode: 'desk', path })
  const { page } = desk
  await page.locator('.code-panel__digits').waitFor()
  await page.context().setOffline(true)
  await sees(page, '网络恢复后会自动显示')
  assert.equal(await page.locator('.code-panel__picture canvas').filter({ visible: true }).count(), 0)
  await page.context().setOffline(false)
  await page.locator('.code-panel__picture canvas').filter({ visible: true }).waitFor()
  // The browser notes each request that found no network; anything else it notes is a fault.
  assert.deepEqual(
    desk.complaints.splice(0).filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED')),
    [],
  )
})
