import { render, screen } from '@testing-library/react'
import { buildServiceDay } from '../../../config/seed/service-builders'
import ServiceListPage from '@/pages/desk/service-list'
import { choose, openService, press, says } from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { anna, bert, DAY_ID } from '../../support/service'
import { phone } from '../../support/taro/phone'
import { bookAnna } from '../../support/working'

beforeEach(async () => {
  await openService()
  holdPhone('leader')
})

const open = () => {
  phone.open('pages/desk/service-list/index')
  return render(<ServiceListPage />)
}

test('drafts first, then what comes, each with who sits there and how many have booked', async () => {
  await bookAnna()
  await cloud.put(
    'serviceDays',
    buildServiceDay('draft-1', '2026-12-05', [anna], { state: 'draft', title: '十二月草稿' }),
  )
  open()
  expect(await says('十二月草稿')).toBeInTheDocument()
  expect(screen.getByText('草稿', { selector: '.section-title__words' })).toBeInTheDocument()
  expect(screen.getByText('演示安娜、演示伯特')).toBeInTheDocument()
  expect(screen.getByText('已约 1 / 12 个时段，还可约 11 个')).toBeInTheDocument()
  await press('继续编辑：十二月草稿')
  expect(phone.visits.at(-1)?.url).toBe('/pages/desk/service-edit/index?serviceDayId=draft-1')
})

test('a new one, or one like the last', async () => {
  open()
  await press('新建服务日')
  await press('复制上一次：链上服务日')
  await press('现场安排：链上服务日')
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/pages/desk/service-edit/index',
    `/pages/desk/service-edit/index?copyOf=${DAY_ID}`,
    `/pages/desk/service-day/index?serviceDayId=${DAY_ID}`,
  ])
})

test('past days stay, cancelled ones with their reason', async () => {
  await cloud.put(
    'serviceDays',
    buildServiceDay('gone-1', '2026-11-07', [bert], { title: '十一月服务日' }),
    buildServiceDay('gone-2', '2026-11-14', [bert], { title: '取消的', state: 'cancelled', cancelReason: '场地检修' }),
  )
  open()
  await choose('已结束')
  expect(await says('十一月服务日')).toBeInTheDocument()
  expect(screen.getByText('原因：场地检修')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '修改：十一月服务日' })).not.toBeInTheDocument()
})

test('a specialist sees the days but plans none', async () => {
  holdPhone('anna')
  open()
  expect(await says('链上服务日')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '新建服务日' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^修改/ })).not.toBeInTheDocument()
})

test('nothing planned: it says what comes next', async () => {
  holdPhone('leader')
  open()
  await choose('已结束')
  expect(await says('还没有办过服务日')).toBeInTheDocument()
})
