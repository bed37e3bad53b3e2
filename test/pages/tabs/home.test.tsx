import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildRegistration } from '../../../config/seed/builders'
import HomePage from '@/pages/tabs/home'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, eventIn, HOUR, NOW, otherBranch, raise, raiseMembers, secretaryOf } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raiseMembers(1)
  holdPhone('person-001')
})

const show = () => {
  phone.open('pages/tabs/home/index')
  return render(<HomePage />)
}
const signedUpFor = async (hours: number, overrides = {}) => {
  const event = eventIn(hours, { title: '我的主题党日', taken: 1 })
  await cloud.put('events', event)
  await cloud.put('registrations', buildRegistration(event, 'm-person-001', overrides))
}

test('a visitor sees what is on without being asked for anything', async () => {
  holdPhone('nobody')
  await cloud.put('events', eventIn(30, { title: '公开讲座' }))
  show()
  expect(await screen.findByText('公开讲座')).toBeInTheDocument()
  expect(screen.getByText('红链通')).toBeInTheDocument()
  expect(phone.visits).toEqual([])
})

test('while the window is open the next event carries the live button, one tap from the scanner', async () => {
  await signedUpFor(0.2)
  show()
  expect(await screen.findByText('您好，演示person-001')).toBeInTheDocument()
  const [, live] = await screen.findAllByRole('button', { name: /^(扫码)?签到$/ })
  await userEvent.click(live as HTMLElement)
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/event/check-in/index?eventId=EV0001' }])
})

test('before the window it says when check-in begins, and there is no live button', async () => {
  await signedUpFor(30)
  show()
  expect(await screen.findByText('签到 明天 15:30 开始')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '签到' })).not.toBeInTheDocument()
})

test('after checking in it says when', async () => {
  await signedUpFor(-0.2, { attendedAt: new Date(NOW.getTime() - HOUR / 4), attendedBy: 'scan' })
  show()
  expect(await screen.findByText('今天 9:45 已签到')).toBeInTheDocument()
})

test('a secretary sees how many bindings wait, and gets there', async () => {
  await raise('secretary', [secretaryOf(branch)])
  await raise('new', [], branch, { state: 'unconfirmed' })
  holdPhone('secretary')
  show()
  await userEvent.click(await screen.findByText('1 人等待确认身份'))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/desk/member-list/index' }])
})

test('who was declined is led to correct what they gave', async () => {
  await raise('declined', [], branch, { state: 'declined', declineReason: '姓名不符' })
  holdPhone('declined')
  show()
  await userEvent.click(await screen.findByText('支部没有确认您的身份，请查看原因'))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }])
})

test('without a network the last known day stands, with the time it is from; nothing at all says so with a retry', async () => {
  await phone.goOffline()
  const first = show()
  expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
  first.unmount()
  await phone.goOnline()
  await cloud.put('events', eventIn(30, { title: '公开讲座' }))
  const second = show()
  await screen.findByText('公开讲座')
  second.unmount()
  await phone.goOffline()
  show()
  expect(await screen.findByText('以下是 今天 10:00 的内容，联网后会自动更新')).toBeInTheDocument()
  expect(screen.getByText('公开讲座')).toBeInTheDocument()
})

test('nothing on says why and where to look', async () => {
  show()
  expect(await screen.findByText('近期没有其他活动')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '看看往期活动' }))
  expect(phone.visits).toEqual([{ by: 'switchTab', url: '/pages/tabs/events/index' }])
})
