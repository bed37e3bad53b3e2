import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildEvent } from '../../../config/seed/builders'
import EventsPage from '@/pages/tabs/events'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, NOW, otherBranch } from '../../support/park'
import { phone } from '../../support/taro/phone'

const event = (id: string, hours: number, title: string, overrides = {}, host = branch) =>
  buildEvent(id, host, new Date(NOW.getTime() + hours * HOUR), { title, ...overrides })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await cloud.put(
    'events',
    event('EV01', 30, '劳动关系讲座', { kind: 'lecture' }),
    event('EV02', 50, '十二月主题党日', {}, otherBranch),
    event('EV03', -100, '十一月主题党日'),
  )
  holdPhone('nobody')
})

const show = () => {
  phone.open('pages/tabs/events/index')
  return render(<EventsPage />)
}
/** The titles in the list, once they are exactly these. */
const listed = (...titles: string[]) =>
  waitFor(() =>
    expect([...document.querySelectorAll('.event-card__title')].map((title) => title.textContent)).toEqual(titles),
  )
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))

test('what comes stands first, soonest on top; what was is one tap away', async () => {
  show()
  await listed('劳动关系讲座', '十二月主题党日')
  await choose('往期')
  await listed('十一月主题党日')
})

test('by kind', async () => {
  show()
  await choose('讲座')
  await listed('劳动关系讲座')
})

test('by words, and nothing found offers to drop the conditions', async () => {
  show()
  await userEvent.type(await screen.findByLabelText('搜活动或地点'), '党日')
  await listed('十二月主题党日')
  await userEvent.type(screen.getByLabelText('搜活动或地点'), '不存在')
  await userEvent.click(await screen.findByRole('button', { name: '清除条件' }))
  await listed('劳动关系讲座', '十二月主题党日')
})

test('by branch, found by a part of its name', async () => {
  show()
  await userEvent.click(await screen.findByRole('button', { name: '支部：全部支部' }))
  await userEvent.type(await screen.findByLabelText('搜支部名称'), '第2')
  await userEvent.click(await screen.findByText(otherBranch.name))
  await listed('十二月主题党日')
})

test('the month shows on which days something is on, and the events of the chosen day', async () => {
  show()
  await choose('月历')
  await userEvent.click(await screen.findByRole('gridcell', { name: /^11月22日.*1场活动$/ }))
  await listed('劳动关系讲座')
  await userEvent.click(screen.getByRole('gridcell', { name: /^11月25日/ }))
  expect(await screen.findByText('这一天没有活动')).toBeInTheDocument()
})

test('the list goes on as long as there is more', async () => {
  await cloud.put(
    'events',
    ...Array.from({ length: 30 }, (_, at) => event(`EX${String(at).padStart(2, '0')}`, 60 + at, `活动 ${at}`)),
  )
  show()
  await screen.findByText('十二月主题党日')
  for (let page = 0; page < 4 && !screen.queryByText('已经到底了'); page += 1) await phone.fire('reachBottom')
  expect(await screen.findByText('已经到底了')).toBeInTheDocument()
  expect(document.querySelectorAll('.event-card__title')).toHaveLength(32)
})

test('a failed list says why and can be asked for again', async () => {
  await phone.goOffline()
  show()
  expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
  phone.network = 'wifi'
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
  await listed('劳动关系讲座', '十二月主题党日')
})
