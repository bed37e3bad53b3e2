import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RegistrationDoc } from '../../../cloudfunctions/event/store/registrations'
import { buildEvent, buildRegistration } from '../../../config/seed/builders'
import MyEventsPage from '@/pages/event/mine'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, NOW, raiseMembers } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raiseMembers(1)
  holdPhone('person-001')
})

const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
const join = async (id: string, hours: number, title: string, mine: Partial<RegistrationDoc> = {}, event = {}) => {
  const document = buildEvent(id, branch, at(hours), { title, ...event })
  await cloud.put('events', document)
  await cloud.put('registrations', buildRegistration(document, 'm-person-001', mine))
}
const show = () => {
  phone.open('pages/event/mine/index')
  return render(<MyEventsPage />)
}
const cards = () =>
  [...document.querySelectorAll('.dated-card')].map((card) => [
    card.querySelector('.event-card__title')?.textContent,
    card.querySelector('.state-tag')?.textContent,
  ])

test('every state has its word, newest event first', async () => {
  await join('EV01', 60, '已报名的')
  await join('EV02', 50, '候补的', { state: 'waitlisted' })
  await join('EV03', 40, '自己取消的', { state: 'cancelled' })
  await join('EV04', 30, '被取消的', {}, { state: 'cancelled' })
  await join('EV05', 0.2, '正在签到的')
  await join('EV06', -50, '来过的', { attendedAt: at(-50), attendedBy: 'scan' })
  await join('EV07', -60, '没来的')
  show()
  await waitFor(() =>
    expect(cards()).toEqual([
      ['已报名的', '已报名'],
      ['候补的', '候补中'],
      ['自己取消的', '已取消报名'],
      ['被取消的', '活动已取消'],
      ['正在签到的', '可以签到'],
      ['来过的', '已签到'],
      ['没来的', '未签到'],
    ]),
  )
  await userEvent.click(screen.getByRole('radio', { name: '已签到' }))
  expect(cards()).toEqual([['来过的', '已签到']])
})

test('nothing yet leads to what is on', async () => {
  show()
  await userEvent.click(await screen.findByRole('button', { name: '看看有哪些活动' }))
  expect(phone.visits).toEqual([{ by: 'switchTab', url: '/pages/tabs/events/index' }])
})

test('without a network the last known list stands', async () => {
  await join('EV01', 60, '已报名的')
  const first = show()
  await screen.findByText('已报名的')
  first.unmount()
  await phone.goOffline()
  show()
  expect(await screen.findByText('以下是 今天 10:00 的内容，联网后会自动更新')).toBeInTheDocument()
  expect(screen.getByText('已报名的')).toBeInTheDocument()
})
