import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildContact } from '../../../config/seed/enterprise-builders'
import { buildWait } from '../../../config/seed/service-builders'
import MyConsultationsPage from '@/pages/service/mine'
import { bookPast, choose, openService, press, says, slotAt } from '../../support/asking'
import { buildBooking } from '../../support/bookings'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { NOW, raise } from '../../support/park'
import { contactOf, stored } from '../../support/service'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  await openService()
  holdPhone('contact-1')
})

const open = () => {
  phone.open('pages/service/mine/index')
  return render(<MyConsultationsPage />)
}

test('what is open comes first, what is over below it, and a row opens it', async () => {
  const consultationId = await bookPast(1, slotAt('anna', '09:30'))
  await cloud.put('consultations', buildBooking('consultation-0002', NOW, { state: 'cancelled', over: true }))
  open()
  expect(await says('已预约')).toBeInTheDocument()
  expect(await says('已取消')).toBeInTheDocument()
  expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual(['我的咨询', '进行中', '已结束'])
  await userEvent.click(screen.getAllByText('税务')[0] as HTMLElement)
  expect(phone.visits).toEqual([
    { by: 'navigateTo', url: `/pages/service/consultation/index?consultationId=${consultationId}` },
  ])
})

test('nothing open: why, and the way to book', async () => {
  open()
  expect(await says('没有进行中的咨询')).toBeInTheDocument()
  await press('预约咨询')
  expect(phone.visits.map(({ url }) => url)).toEqual(['/pages/service/book/index?enterpriseId=enterprise-01'])
})

test('a waiting list is left only after being asked', async () => {
  await cloud.put('waits', buildWait('enterprise-01', 'policy', NOW, { memberId: 'm-contact-1' }))
  open()
  expect(await says('今天 10:00 起候补，有空位会先留给您并发消息')).toBeInTheDocument()
  await press('退出候补：政策')
  expect(await says(/候补位置会让给后面的企业/)).toBeInTheDocument()
  expect(stored.waits().map(({ state }) => state)).toEqual(['waiting'])
  await press('退出候补')
  await waitFor(() => expect(screen.queryByText('候补中')).toBeNull())
  expect(stored.waits().map(({ state }) => state)).toEqual(['left'])
})

test('whoever speaks for several chooses once', async () => {
  await raise('both', [contactOf('enterprise-01'), contactOf('enterprise-02')])
  await cloud.put('contacts', buildContact('enterprise-01', 'm-both'), buildContact('enterprise-02', 'm-both'))
  holdPhone('both')
  await bookPast(2, slotAt('anna', '09:30'))
  const { unmount } = open()
  await choose('演示企业2')
  expect(await says('已预约')).toBeInTheDocument()
  unmount()
  open()
  expect(await says('已预约')).toBeInTheDocument()
})
