import { render, screen } from '@testing-library/react'
import ServiceDayPage from '@/pages/service/day'
import { bookPast, choose, openService, press, says, slotAt } from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch } from '../../support/park'
import { DAY_ID, furnish } from '../../support/service'
import { phone } from '../../support/taro/phone'

const open = (serviceDayId = DAY_ID) => {
  phone.open('pages/service/day/index', { serviceDayId })
  return render(<ServiceDayPage />)
}

test('a visitor sees who sits there, what they know and which times are free, and a tap leads to booking', async () => {
  await openService()
  holdPhone('a-visitor')
  open()
  expect(await says('11月28日 周六 9:00–12:00')).toBeInTheDocument()
  expect(screen.getByText('税务 · 政策')).toBeInTheDocument()
  expect(screen.getAllByText('余 6 个时段，共 6 个')).toHaveLength(2)
  await press('9:30 可约，演示安娜')
  expect(phone.visits).toEqual([
    {
      by: 'navigateTo',
      url: `/pages/service/book/index?serviceDayId=${DAY_ID}&slotId=${encodeURIComponent(slotAt('anna', '09:30'))}`,
    },
  ])
})

test('one’s own slot, a taken one and a free one are told apart in words', async () => {
  await openService()
  await bookPast(1, slotAt('anna', '09:00'))
  await bookPast(2, slotAt('anna', '09:30'))
  holdPhone('contact-1')
  open()
  await press('演示安娜：看全部时段')
  const group = screen.getByRole('group', { name: '演示安娜的时段' })
  expect(group).toHaveTextContent('9:00我的9:30已约10:00可约')
  await press('9:00 我的，演示安娜')
  expect(phone.visits.map(({ url }) => url)).toEqual(['/pages/service/mine/index'])
})

test('by topic only those who know it are shown', async () => {
  await openService()
  holdPhone('a-visitor')
  open()
  await says('演示安娜')
  await choose('政策')
  expect(await says('演示伯特')).toBeInTheDocument()
  expect(screen.queryByText('演示安娜')).toBeNull()
})

test('a cancelled day says why and offers nothing to book', async () => {
  await cloud.put('branches', branch)
  await furnish({ state: 'cancelled', cancelReason: '台风停工' })
  holdPhone('a-visitor')
  open()
  expect(await says('这个服务日已取消')).toBeInTheDocument()
  expect(screen.getByText(/^台风停工。/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '预约咨询' })).toBeNull()
})

test('a day that is not there says so with a way on', async () => {
  await openService()
  holdPhone('a-visitor')
  open('day-99')
  expect(await says('打不开这个内容')).toBeInTheDocument()
})
