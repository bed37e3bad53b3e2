import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { monthAfter, quarterOf } from '@/domain/period'
import { monthKey } from '@/domain/time'
import { ask } from '../support/product'
import { readWorkbook } from '../support/workbook'
import { named, press, pressNamed, sees } from './hand'
import { useStage, type Tab } from './stage'

const stage = useStage()
const LEADER = 'demo-leader-01'
const PAGE = '/pages/desk/figure-service/index'

interface Figures {
  bookings: number
  noShows: number
  answered: number
  firstAnswerMinutes: number | null
  judged: number
  solved: number
}

const isWell = async (tab: Tab) => {
  await tab.settled()
  assert.deepEqual(await tab.faults(), [])
}

test('a leader reads the figures, opens the records behind one, and takes the sheet away as it was made', async () => {
  const from = quarterOf(monthKey(Date.now()))
  const asked = { fromMonth: from, toMonth: monthAfter(from, 2), by: 'topic' }
  const { total } = (await ask(stage().product, LEADER, 'figure.service', asked)) as { total: Figures }
  const tab = await stage().tab({ as: LEADER, path: PAGE })
  const { page } = tab
  await isWell(tab)
  await pressNamed(page, new RegExp(`^预约 ${total.bookings} 件，怎么算的$`))
  const records = page.getByRole('dialog')
  await sees(page, `对应的记录，共 ${total.bookings} 件`)
  await isWell(tab)
  assert.equal(await records.locator('.item-row__name').count(), Math.min(total.bookings, 30))
  await pressNamed(page, '关闭')

  const download = page.waitForEvent('download')
  await press(page, '导出统计表（Excel）')
  await page.getByRole('img', { name: /^文件生成进度/ }).waitFor()
  const file = await download
  assert.match(file.suggestedFilename(), /^服务统计·.*\.xlsx$/)
  const [data, about] = readWorkbook(readFileSync(await file.path()))
  const { bookings, noShows, answered, firstAnswerMinutes, judged, solved } = total
  assert.deepEqual(data?.rows.at(-1), ['合计', bookings, noShows, answered, firstAnswerMinutes, judged, solved])
  assert.ok(about?.rows.some(([label, value]) => label === '小分队' && value === '您所带的小分队'))
  await sees(page, /^已生成，共 \d+ 行/)
  await isWell(tab)

  await press(page, '导出的文件')
  await sees(page, '没有生成成功')
  await named(page, /^打开文件：服务统计/).waitFor()
  await isWell(tab)
})

test('a specialist reads published quarters alone, and takes nothing away', async () => {
  const tab = await stage().tab({ as: 'demo-specialist-01', path: PAGE })
  await sees(tab.page, /^只显示已公布的季度/)
  await pressNamed(tab.page, /^预约 .*怎么算的$/)
  await sees(tab.page, /^为了不让人认出是哪家企业/)
  await isWell(tab)
  assert.equal(await tab.page.getByText(/^导出/).count(), 0)
})
