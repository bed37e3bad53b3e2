import { createCanvas } from '@napi-rs/canvas'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, beforeEach, test } from 'node:test'
import type { Page } from 'playwright-core'
import { qrPicture } from '../../config/local-cloud/openapi/picture'
import { film } from '../support/film'
import { agree, drag, named, press, pressNamed, reads, sees } from './hand'
import { useStage, type Tab } from './stage'

const folder = mkdtempSync(path.join(tmpdir(), 'camera-'))
const camera = path.join(folder, 'wall.mjpeg')
const stage = useStage(camera)
// A camera that looks at nothing, until a test holds something before it.
beforeEach(() => film(createCanvas(8, 8).toBuffer('image/png'), camera))
after(() => rmSync(folder, { recursive: true }))

const visitor = (route: string) => stage().tab({ as: 'demo-visitor', path: route })
const display = (query: string) => `/pages/exhibit/display/index?${query}`
const hall1 = '/pages/exhibit/hall/index?hallId=h1'
const find = '/pages/exhibit/find/index'

const isWell = async (tab: Tab) => {
  await tab.settled()
  assert.deepEqual(await tab.faults(), [])
}

/** Takes note that requests found no network; anything else that the browser notes is a fault. */
const forgiveOffline = ({ complaints }: Tab) =>
  assert.deepEqual(
    complaints.splice(0).filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED')),
    [],
  )

/** Where somebody in the panorama looks to, in degrees to the right. */
const yaw = (page: Page): Promise<number> =>
  page
    .locator('.cube__room')
    .evaluate((room) => Number(/rotateY\((-?[\d.]+)deg\)/.exec(room.getAttribute('style') ?? '')?.[1]))

/** Waits until the panorama has turned there, give or take a degree. */
async function looksTo(page: Page, wanted: number): Promise<void> {
  const until = Date.now() + 5_000
  while (Math.abs((await yaw(page)) - wanted) > 1 && Date.now() < until) await page.waitForTimeout(50)
  const stands = await yaw(page)
  assert.ok(Math.abs(stands - wanted) <= 1, `the panorama looks to ${stands}°, not to ${wanted}°`)
}

test('a visitor walks by the plan into a hall, turns around in it, and reads one exhibit after the other', async () => {
  const tab = await visitor('/pages/tabs/halls/index')
  const { page } = tab
  await isWell(tab)
  await pressNamed(page, '1发展展示区')
  await reads(page, '发展展示区')
  await page.locator('.panorama__coming').waitFor({ state: 'detached' })
  await looksTo(page, 0)
  await drag(page, page.locator('.cube'), 100)
  await looksTo(page, -30)
  await pressNamed(page, '向右转')
  await looksTo(page, 0)
  await isWell(tab)

  await page.locator('.cube').getByRole('button', { name: '101 号展项 高新区概览' }).click()
  await reads(page, '高新区概览')
  await sees(page, '党群服务中心的面积')
  await sees(page, '1,039')
  await isWell(tab)
  await press(page, '下一展项：“3+1”主导产业')
  await reads(page, '“3+1”主导产业')
  await sees(page, '“3+1”是哪四个产业')
  await isWell(tab)
})

test('a number from the wall opens its exhibit, and an unknown one is refused with what to do', async () => {
  const tab = await visitor(find)
  const { page } = tab
  const number = page.getByLabel('展项编号，三位数字').filter({ visible: true })
  await number.fill('999')
  await sees(page, '没有这个编号的展项，请核对墙上的三位数字')
  await isWell(tab)
  await number.fill('203')
  await reads(page, '技术攻关建议')
  await isWell(tab)

  await tab.open(find)
  await number.fill('199')
  await sees(page, '没有找到这个展项')
  await sees(page, '没有这个编号的展项，请核对墙上的三位数字')
  await isWell(tab)
  await number.fill('201')
  await reads(page, '大学科技平台')
})

test('WeChat opens the exhibit of the code on the wall', async () => {
  const tab = await visitor(display('scene=x%3D301'))
  await reads(tab.page, '56 个党组织，427 名党员')
  await isWell(tab)
})

test('a code on the wall held before the camera leads to its exhibit', async () => {
  await film(qrPicture('local-wxacode:pages/exhibit/display/index?scene=x%3D201', 600), camera)
  const tab = await visitor(find)
  await press(tab.page, '扫墙上的码')
  await reads(tab.page, '大学科技平台')
  await isWell(tab)
})

test('a hall opened once can be walked again without a network, also to an exhibit never opened', async () => {
  const tab = await visitor(hall1)
  const { page } = tab
  await press(page, '列表')
  await press(page, '高新区概览')
  await reads(page, '高新区概览')
  await tab.settled()
  await tab.open('/pages/tabs/halls/index')
  // Within one page load nothing says when the next page stands: its plan does.
  await named(page, '1发展展示区').waitFor()
  await page.context().setOffline(true)

  await pressNamed(page, '1发展展示区')
  await reads(page, '发展展示区')
  await sees(page, /^这是参观的第一站/)
  await isWell(tab)
  await press(page, '园区企业群像')
  await reads(page, '园区企业群像')
  await sees(page, '没有网络，先看文字和小图，其余联网后可用')
  await sees(page, /^这面墙上写着十九个名字/)
  await sees(page, '这面墙上的企业和园区')
  await isWell(tab)
  forgiveOffline(tab)
})

test('what an editor changes is seen by visitors once it is published, and not before', async () => {
  const old = '三个主导产业加一个：新材料、电子信息、装备制造，再加生物医药。'
  const changed = '四个产业，一起撑起高新区：新材料、电子信息、装备制造和生物医药。'
  const editor = await stage().tab({
    as: 'demo-editor-01',
    mode: 'desk',
    path: '/pages/desk/exhibit-edit/index?exhibitId=exhibit-102',
  })
  const phone = await visitor(display('number=102'))
  await editor.page.getByRole('textbox', { name: '简介' }).fill(changed)
  await press(editor.page, '存草稿')
  await sees(editor.page, '草稿已存，访客看到的没有变')
  await isWell(editor)
  await phone.page.reload()
  await sees(phone.page, old)
  assert.equal(await phone.page.getByText(changed).count(), 0)

  await press(editor.page, '发布')
  // The sheet slides in, and until it stands its words are pale.
  await editor.page.waitForTimeout(500)
  await isWell(editor)
  await agree(editor.page, '现在发布')
  await sees(editor.page, '已发布，访客现在就能看到')
  await phone.page.reload()
  await sees(phone.page, changed)
  await isWell(phone)
})
