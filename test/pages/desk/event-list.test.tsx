import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { EventDoc } from '../../../cloudfunctions/event/store/events'
import { buildEvent } from '../../../config/seed/builders'
import DeskEventsPage from '@/pages/desk/event-list'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, NOW, raise, secretaryOf } from '../../support/park'
import { phone } from '../../support/taro/phone'

const eventAt = (id: string, hours: number, title: string, overrides: Partial<EventDoc> = {}) =>
  buildEvent(id, branch, new Date(NOW.getTime() + hours * HOUR), { title, ...overrides })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raise('secretary', [secretaryOf(branch)])
  await cloud.put(
    'events',
    eventAt('EVSOON', 24, '明天'),
    eventAt('EVLATE', 240, '十天后'),
    eventAt('EVDRAFT', 48, '草稿', { state: 'draft', listed: false }),
    eventAt('EVPAST', -48, '前天'),
    eventAt('EVGONE', 48, '取消了', { state: 'cancelled' }),
  )
  holdPhone('secretary')
  phone.open('pages/desk/event-list/index')
  render(<DeskEventsPage />)
  await screen.findByText('明天')
})

const titles = () => screen.getAllByRole('button', { name: /^复制：/ }).map((one) => one.getAttribute('aria-label'))
const show = (name: string) => userEvent.click(screen.getByRole('radio', { name }))

test('events stand by what they still need, the next one first', async () => {
  expect(titles()).toEqual(['复制：明天', '复制：十天后'])
  await show('草稿')
  await screen.findByRole('button', { name: '继续编辑：草稿' })
  expect(titles()).toEqual(['复制：草稿'])
  await show('已结束')
  await screen.findByText('前天')
  expect(titles()).toEqual(['复制：前天'])
  await show('已取消')
  await screen.findByText('取消了')
  expect(screen.queryByRole('button', { name: /^修改：/ })).not.toBeInTheDocument()
})

test('a copy becomes a draft a week later and opens for editing', async () => {
  await userEvent.click(screen.getByRole('button', { name: '复制：明天' }))
  await userEvent.click(await screen.findByRole('button', { name: '复制成草稿' }))
  await waitFor(() => expect(phone.visits).toHaveLength(1))
  const copy = (await cloud.all<EventDoc>('events')).find(({ state, title }) => state === 'draft' && title === '明天')
  expect(copy?.startsAt.getTime()).toBe(NOW.getTime() + (24 + 7 * 24) * HOUR)
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: `/pages/desk/event-edit/index?eventId=${copy?._id}` }])
})
