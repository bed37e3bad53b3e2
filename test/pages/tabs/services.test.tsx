import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildWait } from '../../../config/seed/service-builders'
import { atWallClock } from '@/domain/time'
import ServicesPage from '@/pages/tabs/services'
import { bookPast, openService, openWithoutDays, press, says, slotAt } from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { HOUR } from '../../support/park'
import { DAY_ID, SATURDAY } from '../../support/service'
import { phone } from '../../support/taro/phone'

const open = () => {
  phone.open('pages/tabs/services/index')
  return render(<ServicesPage />)
}

test('a visitor sees the days to come and every topic, and nothing of anybody’s own', async () => {
  await openService()
  holdPhone('a-visitor')
  open()
  expect(await says('余 12 个时段')).toBeInTheDocument()
  expect(screen.getByText('演示安娜（税务志愿者）、演示伯特（税务志愿者）')).toBeInTheDocument()
  expect(screen.getByText('可咨询 税务、政策')).toBeInTheDocument()
  expect(screen.queryByText('我的咨询')).toBeNull()
  await userEvent.click(screen.getByText('链上服务日'))
  await press('预约咨询：税务')
  expect(phone.visits.map(({ url }) => url)).toEqual([
    `/pages/service/day/index?serviceDayId=${DAY_ID}`,
    '/pages/service/book/index?topic=tax',
  ])
})

test('a contact sees their next meeting first', async () => {
  await openService()
  const consultationId = await bookPast(1, slotAt('anna', '09:30'))
  holdPhone('contact-1')
  open()
  await userEvent.click(await says('到时请到天安智谷一楼大厅找演示安娜'))
  expect(phone.visits.map(({ url }) => url)).toEqual([
    `/pages/service/consultation/index?consultationId=${consultationId}`,
  ])
})

test('a slot that came free for the enterprise is offered with its time limit', async () => {
  await openService()
  const now = Date.now()
  await cloud.put(
    'waits',
    buildWait('enterprise-01', 'tax', new Date(now), {
      memberId: 'm-contact-1',
      state: 'offered',
      slotId: slotAt('anna', '09:30'),
      holdId: 'hold-0001',
      startsAt: atWallClock(SATURDAY, '09:30'),
      until: new Date(now + 2 * HOUR),
    }),
  )
  holdPhone('contact-1')
  open()
  expect(await says('税务：有空位留给您')).toBeInTheDocument()
  expect(screen.getByText('11月28日 周六 9:30，请在 今天 12:00 前确认，过时会让给下一家')).toBeInTheDocument()
  await press('去预约：税务')
  expect(phone.visits.map(({ url }) => url)).toEqual([
    `/pages/service/book/index?enterpriseId=enterprise-01&topic=tax&slotId=${encodeURIComponent(slotAt('anna', '09:30'))}`,
  ])
})

test('without any day it says so and offers to write', async () => {
  await openWithoutDays()
  holdPhone('a-visitor')
  open()
  expect(await says('近期没有服务日')).toBeInTheDocument()
})

test('the days stay in sight without a network', async () => {
  await openService()
  holdPhone('a-visitor')
  const { unmount } = open()
  await says('余 12 个时段')
  unmount()
  await phone.goOffline()
  open()
  expect(await says('余 12 个时段')).toBeInTheDocument()
  expect(await says(/的内容，联网后会自动更新/)).toBeInTheDocument()
})
