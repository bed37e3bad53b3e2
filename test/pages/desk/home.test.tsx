import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildEvent, buildSuggestion } from '../../../config/seed/builders'
import DeskPage from '@/pages/desk/home'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, MINUTE, NOW, otherBranch, raise, secretaryOf, staff } from '../../support/park'
import { phone } from '../../support/taro/phone'

const eventAt = (id: string, ms: number, title: string, host = branch) =>
  buildEvent(id, host, new Date(NOW.getTime() + ms), { title })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('staff', [staff])
  await raise('member')
  await raise('new', [], branch, { state: 'unconfirmed' })
  await cloud.put('suggestions', buildSuggestion('suggestion-1', 'member'))
})

const open = (openid: string) => {
  holdPhone(openid)
  phone.open('pages/desk/home/index')
  render(<DeskPage />)
}

test("a secretary sees their branch's events of today with the way to the desk, and who waits to be confirmed", async () => {
  await cloud.put(
    'events',
    eventAt('EVTODAY', 10 * MINUTE, '今天的党日'),
    eventAt('EVLATER', 72 * HOUR, '三天后的党日'),
    eventAt('EVOTHER', 10 * MINUTE, '别的支部', otherBranch),
  )
  open('secretary')
  expect(await screen.findByText('今天的党日')).toBeInTheDocument()
  expect(screen.queryByText('三天后的党日')).not.toBeInTheDocument()
  expect(screen.queryByText('别的支部')).not.toBeInTheDocument()
  expect(await screen.findByText('1 人等待确认身份')).toBeInTheDocument()
  expect(screen.queryByText('建议办理')).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '打开签到台：今天的党日' }))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/desk/event-desk/index?eventId=EVTODAY' }])
})

test('a day without events says so and offers to make one', async () => {
  open('secretary')
  expect(await screen.findByText('今天没有活动')).toBeInTheDocument()
  const [first] = screen.getAllByText('新建活动')
  await userEvent.click(first as HTMLElement)
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/desk/event-edit/index' }])
})

test('staff see what waits for an answer', async () => {
  open('staff')
  expect(await screen.findByText('1 条等待答复')).toBeInTheDocument()
})

test('a member is told who works here and how to ask for it', async () => {
  open('member')
  const main = await screen.findByRole('main')
  expect(await within(main).findByText('工作台供支部书记、展馆编辑、服务小分队和党委工作人员使用')).toBeInTheDocument()
  expect(screen.queryByText('党员管理')).not.toBeInTheDocument()
})
