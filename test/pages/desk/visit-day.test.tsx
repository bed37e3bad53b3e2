import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildVisit, buildVisitSlot } from '../../../config/seed/centre-builders'
import type { VisitDoc } from '../../../cloudfunctions/centre/store/visits'
import VisitDayPage from '@/pages/desk/visit-day'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { HOUR, NOW, raise, raiseMembers, secretaryOf, branch } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { mondaySlot, openCentre } from '../../support/visiting'

beforeEach(async () => {
  await openCentre()
  await raiseMembers(2)
  holdPhone('editor')
})

const open = (params: Record<string, string> = {}) => {
  phone.open('pages/desk/visit-day/index', params)
  return render(<VisitDayPage />)
}
const says = (words: string | RegExp) => screen.findByText(words)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const today = async (overrides: Partial<VisitDoc> = {}) => {
  const slot = buildVisitSlot(NOW, { taken: 12, guided: 1 })
  await cloud.put('visitSlots', slot)
  await cloud.put(
    'visits',
    buildVisit(slot, 'm-person-001', { size: 12, guide: true, groupName: '演示企业参观团', ...overrides }),
  )
}

test('the day’s slots with who comes, how many, and what they asked for', async () => {
  await today()
  open()
  expect(await says('演示person-001')).toBeInTheDocument()
  expect(screen.getByText('演示企业参观团 · 12 人 · 要讲解')).toBeInTheDocument()
  expect(screen.getByText('12 / 30 人 · 讲解 1 / 1')).toBeInTheDocument()
  expect(screen.getByRole('group', { name: '预约 1批' })).toBeInTheDocument()
  expect(screen.getByRole('group', { name: '人数 12人' })).toBeInTheDocument()
})

test('recording an arrival by hand keeps its reason', async () => {
  await today()
  open()
  await press('登记到访：演示person-001')
  const sheet = within(await screen.findByRole('dialog', { name: '登记演示person-001到访' }))
  await userEvent.click(sheet.getByRole('radio', { name: '其他' }))
  await userEvent.click(sheet.getByRole('button', { name: '确认到场' }))
  expect(sheet.getByText('请写明原因')).toBeInTheDocument()
  await userEvent.type(sheet.getByRole('textbox', { name: '原因' }), '门口屏幕没亮')
  await userEvent.click(sheet.getByRole('button', { name: '确认到场' }))
  expect(await says('10:00 现场登记：门口屏幕没亮')).toBeInTheDocument()
  expect(phone.toasts).toEqual(['已登记演示person-001到访'])
  await waitFor(() => expect(screen.getByRole('group', { name: '已到 1批' })).toBeInTheDocument())
})

test('who comes later cannot be recorded yet', async () => {
  const slot = mondaySlot({ taken: 1 })
  await cloud.put('visitSlots', slot)
  await cloud.put('visits', buildVisit(slot, 'm-person-001'))
  open({ day: '2026-11-23' })
  expect(await says('演示person-001')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^登记到访/ })).not.toBeInTheDocument()
})

test('a slot is closed with a reason and opened again', async () => {
  open({ day: '2026-11-23' })
  await press('关闭 9:00–10:00 的预约')
  const sheet = within(await screen.findByRole('dialog', { name: '关闭 9:00–10:00 的预约' }))
  await userEvent.click(sheet.getByRole('radio', { name: '设备检修' }))
  await userEvent.click(sheet.getByRole('button', { name: '关闭这个时段' }))
  expect(await says('原因：设备检修')).toBeInTheDocument()
  await press('重新开放 9:00–10:00')
  await waitFor(() => expect(screen.queryByText('原因：设备检修')).not.toBeInTheDocument())
  expect((await cloud.all<{ closedReason: string }>('visitSlots')).map(({ closedReason }) => closedReason)).toEqual([
    '',
  ])
})

test('the day before and after are one tap away, a closed day says so', async () => {
  open()
  await press('后一天')
  expect(await says('这一天闭馆')).toBeInTheDocument()
  expect(screen.getByText('明天 11月22日 周日')).toBeInTheDocument()
  await press('前一天')
  expect(await says('今天 11月21日 周六')).toBeInTheDocument()
})

test('any other day is chosen from the month', async () => {
  open()
  await press(/换一天$/)
  await userEvent.click(await screen.findByRole('gridcell', { name: /^11月24日/ }))
  expect(await says('11月24日 周二')).toBeInTheDocument()
})

test('slots that are over and had nobody are left out', async () => {
  cloud.setNow(new Date(NOW.getTime() + HOUR))
  open()
  expect(await says('2 个已过去的时段没有预约，不再列出')).toBeInTheDocument()
})

test('the way to the door, and to what the centre says of itself', async () => {
  open()
  await press('打开门口到访码')
  await press(/^中心信息|中心信息/)
  expect(phone.visits.map(({ url }) => url)).toEqual(['/pages/desk/visit-door/index', '/pages/desk/centre-edit/index'])
})

test('a branch’s secretary is told whom it is for', async () => {
  await raise('secretary', [secretaryOf(branch)])
  holdPhone('secretary')
  open()
  expect(await says('这里供展馆编辑和党委工作人员使用')).toBeInTheDocument()
})
