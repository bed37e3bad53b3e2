import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { EventDoc } from '../../../cloudfunctions/event/store/events'
import { buildRegistration } from '../../../config/seed/builders'
import EventPage from '@/pages/event/detail'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, eventIn, HOUR, NOW, otherBranch, places, raiseMembers } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raiseMembers(2)
  holdPhone('person-001')
})

const open = async (event: EventDoc) => {
  await cloud.put('events', event)
  show()
}
const show = () => {
  phone.open('pages/event/detail/index', { eventId: 'EV0001' })
  return render(<EventPage />)
}
const button = (name: string) => screen.findByRole('button', { name })
const press = async (name: string) => userEvent.click(await button(name))
const mineIs = (event: EventDoc, overrides = {}) =>
  cloud.put('registrations', buildRegistration(event, 'm-person-001', overrides))

/** Inside `act`, because the page goes on with its own business meanwhile. */
const otherSignsUp = () =>
  act(async () => void (await cloud.as('person-002').call('event.signUp', { eventId: 'EV0001' })))

test('a member signs up and is told that it worked', async () => {
  await open(eventIn(30))
  expect(await screen.findByText('余 60 个名额，共 60')).toBeInTheDocument()
  await press('报名')
  expect(await screen.findByText('报名成功，请按时到场签到')).toBeInTheDocument()
  expect(await button('已报名')).toHaveAttribute('aria-disabled', 'true')
  expect(await screen.findByText('余 59 个名额，共 60')).toBeInTheDocument()
  await waitFor(async () => expect((await places()).registered).toBe(1))
})

test('a full event with a waiting list offers a place in it', async () => {
  await open(eventIn(30, { capacity: 1, taken: 1 }))
  await press('报名候补')
  expect(await screen.findByText('名额已满，已为您排上候补，有空位会自动递补')).toBeInTheDocument()
  expect(await button('候补中')).toHaveAttribute('aria-disabled', 'true')
  expect(await button('退出候补')).toBeInTheDocument()
})

test('cancelling asks first, says what is lost, and does nothing on second thoughts', async () => {
  const event = eventIn(30, { taken: 1 })
  await mineIs(event)
  await open(event)
  await press('取消报名')
  expect(await screen.findByText(/的名额会让给其他人。之后想参加要重新报名，可能已没有名额。/)).toBeInTheDocument()
  await press('再想想')
  await waitFor(async () => expect((await places()).registered).toBe(1))
})

test('cancelling gives the place back', async () => {
  const event = eventIn(30, { taken: 1 })
  await mineIs(event)
  await open(event)
  await press('取消报名')
  const question = await screen.findByRole('dialog')
  await userEvent.click(within(question).getByRole('button', { name: '取消报名' }))
  expect(await screen.findByText('已取消，名额已让给其他人')).toBeInTheDocument()
  expect(await button('报名')).toBeInTheDocument()
  expect(await screen.findByText('余 60 个名额，共 60')).toBeInTheDocument()
  await waitFor(async () => expect((await places()).taken).toBe(0))
})

test('after the deadline the page says why cancelling is no longer possible', async () => {
  const event = eventIn(3, { taken: 1 })
  await mineIs(event)
  await open(event)
  expect(await screen.findByText('签到 今天 12:30 开始。已过取消截止时间，来不了请告诉主办支部')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '取消报名' })).not.toBeInTheDocument()
})

test('whoever is checked in sees when', async () => {
  const event = eventIn(-0.5, { taken: 1 })
  await mineIs(event, { attendedAt: new Date(NOW.getTime() - HOUR / 4), attendedBy: 'scan' })
  await open(event)
  expect(await screen.findByText('今天 9:45 签到，记录在“我的活动”里')).toBeInTheDocument()
  expect(await button('已签到')).toHaveAttribute('aria-disabled', 'true')
})

test('while check-in is open the main button leads there, also for those who did not sign up', async () => {
  await open(eventIn(-0.5))
  await press('现场签到')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/event/check-in/index?eventId=EV0001' }])
})

const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

test.each([
  ['报名未开始', '报名 今天 12:00 开始，届时再来', { signUp: { opensAt: later(2), closesAt: later(29) } }],
  ['报名已截止', '允许现场参加，到场扫码即可', { signUp: { opensAt: later(-9), closesAt: later(-1) } }],
  ['报名已截止', '如需参加请联系主办支部', { walkIns: false, signUp: { opensAt: later(-9), closesAt: later(-1) } }],
  ['名额已满', '名额已满，请联系主办支部或选择其他活动', { capacity: 1, taken: 1, waitlist: false }],
])('%s: %s', async (words, why, overrides) => {
  await open(eventIn(30, overrides))
  expect(await screen.findByText(why)).toBeInTheDocument()
  expect(await button(words)).toHaveAttribute('aria-disabled', 'true')
})

test('a cancelled event says so with the reason, and leads on to others', async () => {
  await open(eventIn(30, { state: 'cancelled', cancelReason: '台风，改期另行通知' }))
  expect(await screen.findAllByText('台风，改期另行通知')).toHaveLength(1)
  await press('看看其他活动')
  expect(phone.visits).toEqual([{ by: 'switchTab', url: '/pages/tabs/events/index' }])
})

test('the last place taken by someone else meanwhile is told in words', async () => {
  await open(eventIn(30, { capacity: 1, waitlist: false }))
  await button('报名')
  await otherSignsUp()
  await press('报名')
  expect(await screen.findAllByText('名额已满，请联系主办支部或选择其他活动')).not.toHaveLength(0)
  expect(await button('名额已满')).toHaveAttribute('aria-disabled', 'true')
})

test('a visitor reads everything, is asked to bind only when signing up, and goes on by themselves afterwards', async () => {
  holdPhone('newcomer')
  await open(eventIn(30))
  expect(phone.visits).toEqual([])
  await press('报名')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }])
  await cloud.as('newcomer').call('member.bind', {
    name: '演示新人',
    branchId: branch._id,
    consents: ['attendance'],
  })
  await phone.fire('didShow')
  expect(await screen.findByText('报名成功，请按时到场签到')).toBeInTheDocument()
})

test('a visitor who comes back without binding has not signed up and is told why', async () => {
  holdPhone('newcomer')
  await open(eventIn(30))
  await press('报名')
  await phone.fire('didShow')
  expect(await screen.findByText('绑定身份后才能报名，活动内容可以先看')).toBeInTheDocument()
  await waitFor(async () => expect((await places()).registered).toBe(0))
})

test('without a network the event that was seen before still stands, with the time it is from', async () => {
  await open(eventIn(30))
  await button('报名')
  document.body.innerHTML = ''
  await phone.goOffline()
  show()
  expect(await screen.findByText('以下是 今天 10:00 的内容，联网后会自动更新')).toBeInTheDocument()
  expect(await screen.findByText('余 60 个名额，共 60')).toBeInTheDocument()
  await press('报名')
  expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
})

test('an event that is not there says so', async () => {
  show()
  expect(await screen.findByText('没有找到，可能已被删除或您无权查看')).toBeInTheDocument()
})

test('pulling down asks again', async () => {
  await open(eventIn(30))
  await button('报名')
  await otherSignsUp()
  await phone.fire('pullDownRefresh')
  await waitFor(() => expect(screen.getByText('余 59 个名额，共 60')).toBeInTheDocument())
})
