import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { EventDoc } from '../../../cloudfunctions/event/store/events'
import { buildEvent, buildRegistration } from '../../../config/seed/builders'
import CheckInPage from '@/pages/event/check-in'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, eventIn, HOUR, NOW, otherBranch, raise, raiseMembers, secretaryOf } from '../../support/park'
import { phone } from '../../support/taro/phone'

const MEMBER = 'm-person-001'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raiseMembers(1)
  await raise('secretary', [secretaryOf(branch)])
  holdPhone('person-001')
})

const running = (overrides: Partial<EventDoc> = {}) => eventIn(-0.1, overrides)
const signedUp = async (event = running(), overrides = {}) => {
  await cloud.put('events', { ...event, taken: 1 })
  await cloud.put('registrations', buildRegistration(event, MEMBER, overrides))
}
const codeOf = async (eventId = 'EV0001') => {
  const answer = await cloud.as('secretary').call('event.desk', { eventId })
  if (!answer.ok || !answer.data.code) throw new Error('the desk shows no code')
  return answer.data.code
}
const open = (params: Record<string, string>) => {
  phone.open('pages/event/check-in/index', params)
  return render(<CheckInPage />)
}
const says = (words: string | RegExp) => screen.findByText(words)
const button = (name: string) => screen.findByRole('button', { name })
const press = async (name: string) => userEvent.click(await button(name))
const later = (ms: number) => cloud.setNow(new Date(NOW.getTime() + ms))

test('a scanned code ends in a record that says when', async () => {
  await signedUp()
  phone.scans.push((await codeOf()).text)
  open({ eventId: 'EV0001' })
  expect(await says('签到成功')).toBeInTheDocument()
  expect(await says('今天 10:00 签到')).toBeInTheDocument()
  expect(await says('记录已保存，可以入场了。')).toBeInTheDocument()
  await press('查看活动')
  expect(phone.visits).toEqual([{ by: 'redirectTo', url: '/pages/event/detail/index?eventId=EV0001' }])
})

test('a second time is harmless and says when the first was', async () => {
  await signedUp(running(), { attendedAt: new Date(NOW.getTime() - HOUR / 6), attendedBy: 'scan' })
  open({ code: (await codeOf()).text })
  expect(await says('您已签到过')).toBeInTheDocument()
  expect(await says('今天 9:50 签到')).toBeInTheDocument()
})

test('who did not sign up is signed up by the same scan', async () => {
  await cloud.put('events', running())
  open({ code: (await codeOf()).text })
  expect(await says('今天 10:00 签到，已同时为您现场报名')).toBeInTheDocument()
})

test('WeChat’s own scanner opens the page with the whole address in q', async () => {
  await signedUp()
  open({ q: encodeURIComponent((await codeOf()).text) })
  expect(await says('签到成功')).toBeInTheDocument()
})

test('an old code asks for another scan, and the next one works', async () => {
  await signedUp()
  const { text } = await codeOf()
  later(60_000)
  open({ code: text, eventId: 'EV0001' })
  expect(await says('签到码已刷新，请再扫一次屏幕上的新码')).toBeInTheDocument()
  phone.scans.push((await codeOf()).text)
  await press('再扫一次')
  expect(await says('签到成功')).toBeInTheDocument()
})

test('a text that is no desk code says what to aim at', async () => {
  open({ code: 'https://example.com/menu' })
  expect(await says('这不是签到码，请对准签到屏幕上的二维码再扫')).toBeInTheDocument()
})

test('the code of another event offers to open that event', async () => {
  await signedUp()
  await cloud.put('events', buildEvent('EV0002', branch, NOW))
  open({ code: (await codeOf('EV0002')).text, eventId: 'EV0001' })
  expect(await says('这是另一个活动的签到码，请扫本场活动屏幕上的码')).toBeInTheDocument()
  await press('打开那场活动')
  expect(phone.visits).toEqual([{ by: 'redirectTo', url: '/pages/event/detail/index?eventId=EV0002' }])
})

const strict = { walkIns: false }
const windowIn = (from: number, to: number) => ({
  checkIn: { opensAt: new Date(NOW.getTime() + from * HOUR), closesAt: new Date(NOW.getTime() + to * HOUR) },
})

test.each<[string, Partial<EventDoc>, { state: 'cancelled' | 'waitlisted' } | null]>([
  ['没有您的报名记录，请先报名或联系现场工作人员', strict, null],
  ['您已取消报名，本场不接受现场参加，请联系现场工作人员', strict, { state: 'cancelled' }],
  ['您还在候补，暂时没有空位，请联系现场工作人员', { ...strict, capacity: 1, taken: 1 }, { state: 'waitlisted' }],
  ['名额已满，请联系主办支部或选择其他活动', { capacity: 1, taken: 1 }, null],
])('refused: %s', async (words, overrides, registration) => {
  await cloud.put('events', running(overrides))
  if (registration) await cloud.put('registrations', buildRegistration(running(), MEMBER, registration))
  open({ code: (await codeOf()).text, eventId: 'EV0001' })
  expect(await says(words)).toBeInTheDocument()
  await press('查看活动')
  expect(phone.visits).toEqual([{ by: 'redirectTo', url: '/pages/event/detail/index?eventId=EV0001' }])
})

test.each<[string, Partial<EventDoc>]>([
  ['签到 今天 11:00 开始，请稍等', windowIn(1, 2)],
  ['签到已结束，确实到场的请找支部书记补签', windowIn(-2, -1)],
  ['活动已取消，请留意主办支部的新安排', { state: 'cancelled' }],
])('outside the window: %s', async (words, overrides) => {
  await cloud.put('events', running())
  const { text } = await codeOf()
  await cloud.local.reset()
  await cloud.put('branches', branch, otherBranch)
  await raiseMembers(1)
  await cloud.put('events', running(overrides))
  open({ code: text, eventId: 'EV0001' })
  expect(await says(words)).toBeInTheDocument()
})

const typeDigits = async (digits: string) => {
  await userEvent.type(await screen.findByLabelText('屏幕上的 8 位数字'), digits)
  await press('用数字签到')
}

test('typing the digits is a way in when the scanner was closed', async () => {
  await signedUp()
  const { digits } = await codeOf()
  open({ eventId: 'EV0001' })
  await typeDigits(digits)
  expect(await says('签到成功')).toBeInTheDocument()
})

test('wrong digits say how many tries are left, and after the last one to scan or wait', async () => {
  await signedUp()
  const { digits } = await codeOf()
  const wrong = digits === '00000000' ? '11111111' : '00000000'
  open({ eventId: 'EV0001' })
  for (const left of [4, 3, 2, 1, 0]) {
    await typeDigits(wrong)
    await says(`数字不对或已刷新，请看屏幕重新输入，还可以试 ${left} 次`)
  }
  await typeDigits(wrong)
  expect(await says('输错次数太多，请 10 分钟后再试，或直接扫码')).toBeInTheDocument()
})

test('digits without an event ask which of the open ones they are for', async () => {
  await signedUp(running({ title: '正在签到的活动' }))
  const { digits } = await codeOf()
  open({})
  await userEvent.click(await says('正在签到的活动'))
  await typeDigits(digits)
  expect(await says('签到成功')).toBeInTheDocument()
})

const bindNewcomer = () =>
  cloud.as('newcomer').call('member.bind', {
    name: '演示新人',
    branchId: branch._id,
    consents: ['attendance'],
  })

test('a newcomer binds first and is checked in with the code still in hand', async () => {
  holdPhone('newcomer')
  await cloud.put('events', running())
  open({ code: (await codeOf()).text })
  await press('去绑定')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }])
  await bindNewcomer()
  await phone.fire('didShow')
  expect(await says('签到成功')).toBeInTheDocument()
})

test('a newcomer whose code ran out while binding is asked to scan again', async () => {
  holdPhone('newcomer')
  await cloud.put('events', running())
  open({ code: (await codeOf()).text })
  await press('去绑定')
  await bindNewcomer()
  later(60_000)
  await phone.fire('didShow')
  expect(await says('签到码已刷新，请再扫一次屏幕上的新码')).toBeInTheDocument()
})

test('on a bad network it says that it keeps trying, and succeeds when the network is back', async () => {
  await signedUp()
  const { text } = await codeOf()
  await phone.goOffline()
  open({ code: text })
  expect(await says('网络不好，正在重试')).toBeInTheDocument()
  await phone.goOnline()
  expect(await says('签到成功')).toBeInTheDocument()
})

test('when the code can no longer be good it stops and offers to scan again', async () => {
  await signedUp()
  const { text } = await codeOf()
  await phone.goOffline()
  open({ code: text })
  await says('网络不好，正在重试')
  later(60_000)
  expect(await says('网络不通，没有收到签到结果')).toBeInTheDocument()
  expect(await button('再扫一次')).toBeInTheDocument()
})

test('a code on the wall leads to its exhibit instead of a refusal', async () => {
  phone.scans.push('pages/exhibit/display/index?scene=x%3D101')
  open({})
  await waitFor(() =>
    expect(phone.visits).toEqual([{ by: 'redirectTo', url: '/pages/exhibit/display/index?number=101' }]),
  )
})
