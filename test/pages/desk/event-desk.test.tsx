import { act, render, screen, waitFor } from '@testing-library/react'
import decode from 'qr/decode.js'
import { buildEvent, buildRegistration } from '../../../config/seed/builders'
import EventDeskPage from '@/pages/desk/event-desk'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, MINUTE, NOW, otherBranch, raise, raiseMembers, secretaryOf } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { canvasOf } from '../../support/taro/query'

const DIGITS = /^\d{4} \d{4}$/
const event = (minutes: number, overrides = {}) =>
  buildEvent('EV0001', branch, new Date(NOW.getTime() + minutes * MINUTE), { title: '主题党日', ...overrides })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('stranger', [secretaryOf(otherBranch)], otherBranch)
  holdPhone('secretary')
})

const open = () => {
  phone.open('pages/desk/event-desk/index', { eventId: 'EV0001' })
  return render(<EventDeskPage />)
}
/** What a camera before the screen would read; '' while there is no code. */
const scanned = (): string => {
  const element = document.getElementById('desk-code')
  if (!element) return ''
  const canvas = canvasOf(element)
  const { width, height, data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return decode({ width, height, data: Uint8ClampedArray.from(data) })
}

test('shows a code that checks in whoever scans it, its digits, the count and who came last', async () => {
  await cloud.put('events', { ...event(10), taken: 1 })
  await raiseMembers(1)
  await cloud.put('registrations', buildRegistration(event(10), 'm-person-001'))
  open()
  expect(await screen.findByText(DIGITS)).toBeInTheDocument()
  await waitFor(() => expect(scanned()).not.toBe(''))
  const answer = await cloud.as('person-001').call('event.checkIn', { code: scanned() })
  expect(answer.ok).toBe(true)
  expect(await screen.findByRole('status', { name: '已签到 1 人，已报名 1 人' })).toBeInTheDocument()
  expect(screen.getByRole('list', { name: '最近签到' })).toHaveTextContent('演示person-001')
})

test('says that the network is gone, covers the dead code, and shows a new one when the network is back', async () => {
  await cloud.put('events', event(10))
  open()
  const first = (await screen.findByText(DIGITS)).textContent
  await phone.goOffline()
  expect(await screen.findByText('网络断开，新码暂时取不到')).toBeInTheDocument()
  expect(screen.getByText(DIGITS)).toHaveTextContent(String(first))
  cloud.setNow(new Date(NOW.getTime() + 21_000))
  expect(await screen.findByText('旧码已失效，请稍等新码')).toBeInTheDocument()
  expect(document.getElementById('desk-code')).toBeNull()
  expect(screen.queryByText(DIGITS)).not.toBeInTheDocument()
  await phone.goOnline()
  await waitFor(() => expect(screen.getByText(DIGITS)).not.toHaveTextContent(String(first)))
  expect(screen.queryByText('网络断开，新码暂时取不到')).not.toBeInTheDocument()
})

test('before the window it says when check-in opens, after it where to record the rest', async () => {
  await cloud.put('events', event(90))
  const early = open()
  expect(await screen.findByText('签到 今天 11:00 开始')).toBeInTheDocument()
  early.unmount()
  cloud.setNow(new Date(NOW.getTime() + 5 * HOUR))
  open()
  expect(await screen.findByText('签到已结束')).toBeInTheDocument()
  await act(async () => screen.getByRole('button', { name: '查看签到名单' }).click())
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/desk/event-roster/index?eventId=EV0001' }])
})

test("another branch's secretary sees no code", async () => {
  await cloud.put('events', event(10))
  holdPhone('stranger')
  open()
  expect(await screen.findByText('这里暂时看不了')).toBeInTheDocument()
  expect(screen.queryByText(DIGITS)).not.toBeInTheDocument()
})
