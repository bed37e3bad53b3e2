import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildRegistration } from '../../../config/seed/builders'
import { buildConsultation } from '../../../config/seed/consultation-builders'
import { buildMessage, buildNotice } from '../../../config/seed/message-builders'
import { buildWait } from '../../../config/seed/service-builders'
import HomePage from '@/pages/tabs/home'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, eventIn, HOUR, NOW, otherBranch, raise, raiseMembers, secretaryOf } from '../../support/park'
import { contactOf, teamOf } from '../../support/service'
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

const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
const ofAnna = { ownerId: 'm-anna', owner: { name: '演示安娜', title: '税务志愿者' } }
const putItem = (id: string, overrides = {}) =>
  cloud.put('consultations', buildConsultation(id, at(-90), { ...ofAnna, ...overrides }))
const as = async (openid: string, ...grants: Parameters<typeof raise>[1] & object) => {
  await raise(openid, grants)
  holdPhone(openid)
}

test('a contact sees the next meeting, and each thing that waits is one tap away', async () => {
  await as('contact', contactOf('enterprise-01'))
  await putItem('next', { startsAt: at(30) })
  await putItem('asks', { state: 'open', dueAt: at(9), waitingSince: at(-5), topic: 'policy' })
  await putItem('answer-1', { state: 'answered', waitingSince: at(-5) })
  await putItem('answer-2', { state: 'answered', waitingSince: at(-4) })
  const offer = { state: 'offered', slotId: 'slot-1', holdId: 'hold-1', startsAt: at(50), until: at(2) } as const
  await cloud.put('waits', buildWait('enterprise-01', 'finance', at(-9), offer))
  show()
  expect(await screen.findByText('我的下一场 · 服务日咨询')).toBeInTheDocument()
  expect(screen.getByText('明天 11月22日 16:00–16:30')).toBeInTheDocument()
  expect(screen.getByText('演示安娜（税务志愿者）')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '加入手机日历' })).toBeInTheDocument()
  for (const words of ['查看预约', '政策：等您补充材料', '2 件咨询有答复，请确认是否解决', '去预约：融资'])
    await userEvent.click(screen.getByRole('button', { name: words }))
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/pages/service/consultation/index?consultationId=next',
    '/pages/service/consultation/index?consultationId=asks',
    '/pages/service/mine/index?enterpriseId=enterprise-01',
    '/pages/service/book/index?enterpriseId=enterprise-01&topic=finance&slotId=slot-1',
  ])
})

test('a specialist sees how many meetings today still has and what is late; the sooner of meeting and event stands first', async () => {
  await as('anna', teamOf('specialist'))
  await putItem('first', { startsAt: at(1) })
  await putItem('second', { startsAt: at(2) })
  await putItem('late', { state: 'open', dueAt: at(-30), enterpriseId: 'enterprise-02' })
  const event = eventIn(3, { title: '我的主题党日', taken: 1 })
  await cloud.put('events', event)
  await cloud.put('registrations', buildRegistration(event, 'm-anna'))
  show()
  await screen.findByText('我的下一场 · 服务日咨询')
  expect(screen.getAllByText(/^我的下一场/).map(({ textContent }) => textContent)).toEqual([
    '我的下一场 · 服务日咨询',
    '我的下一场 · 主题党日',
  ])
  await userEvent.click(screen.getByRole('button', { name: '今天还有 2 场，去接待' }))
  await userEvent.click(screen.getByText('税务：已超期，请尽快办理'))
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/pages/desk/consultation-today/index',
    '/pages/desk/consultation-item/index?consultationId=late',
  ])
})

test('unread messages are told in a row that opens the inbox; who has no part in the service is not asked about it', async () => {
  await cloud.put('messages', buildMessage(buildNotice('m-person-001', NOW, { key: 'told-1' })))
  const { cloud: real } = phone
  const asked: string[] = []
  phone.cloud = (name, data) => {
    asked.push(`${name}.${String((data as { action: string }).action)}`)
    return real(name, data)
  }
  show()
  await userEvent.click(await screen.findByText('1 条未读消息'))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/message/inbox/index' }])
  expect(asked.sort()).toEqual(['home.today', 'member.me', 'message.unread'])
})

test('where the service alone gives no answer, the rest stands, and it is asked again in a row of its own', async () => {
  await as('contact', contactOf('enterprise-01'))
  await cloud.put('events', eventIn(30, { title: '公开讲座' }))
  await putItem('next', { startsAt: at(30) })
  const { cloud: real } = phone
  let broken = true
  phone.cloud = (name, data) =>
    broken && (data as { action: string }).action === 'service'
      ? Promise.resolve({ ok: false, error: { code: 'busy', requestId: 'r1' } })
      : real(name, data)
  show()
  expect(await screen.findByText('咨询安排没有取到')).toBeInTheDocument()
  expect(screen.getByText('公开讲座')).toBeInTheDocument()
  broken = false
  await userEvent.click(screen.getByRole('button', { name: '重新取咨询安排' }))
  expect(await screen.findByText('我的下一场 · 服务日咨询')).toBeInTheDocument()
  expect(screen.queryByText('咨询安排没有取到')).not.toBeInTheDocument()
})
