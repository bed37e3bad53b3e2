import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildExhibit } from '../../../config/seed/builders'
import TimelinePage from '@/pages/exhibit/timeline'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { NOW } from '../../support/park'
import { phone } from '../../support/taro/phone'

const milestone = (id: string, date: string, title: string, theme: 'party' | 'nation' | 'zone' = 'party') =>
  buildExhibit('milestone', id, { date, title, theme, summary: `${title}的经过。`, text: '' })

beforeEach(() => {
  cloud.setNow(NOW)
  holdPhone('a-visitor')
})

const some = () =>
  cloud.put(
    'exhibits',
    milestone('MS1949', '1949-10-01', '新中国成立', 'nation'),
    milestone('MS1921', '1921-07', '中国共产党成立'),
    milestone('MS2021', '2021-11', '服务中心启用', 'zone'),
    milestone('MS1978', '1978', '改革开放', 'nation'),
  )
const open = (params: Record<string, string> = {}) => {
  phone.open('pages/exhibit/timeline/index', params)
  return render(<TimelinePage />)
}
const titles = () => [...document.querySelectorAll('.timeline-entry__title')].map((title) => title.textContent)

test('dates stand in their order, each said as far as it is known, under its year', async () => {
  await some()
  open()
  expect(await screen.findByRole('heading', { name: '1921' })).toBeInTheDocument()
  expect(titles()).toEqual(['中国共产党成立', '新中国成立', '改革开放', '服务中心启用'])
  expect([...document.querySelectorAll('.timeline-entry__date')].map((date) => date.textContent)).toEqual([
    '1921 年 7 月',
    '1949 年 10 月 1 日',
    '1978 年',
    '2021 年 11 月',
  ])
  await userEvent.click(screen.getByRole('button', { name: /改革开放/ }))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/exhibit/display/index?exhibitId=MS1978' }])
})

test('a theme leaves the others out', async () => {
  await some()
  open()
  await userEvent.click(await screen.findByRole('radio', { name: '国家发展' }))
  expect(titles()).toEqual(['新中国成立', '改革开放'])
})

test('decades lead to their first date', async () => {
  await some()
  open()
  await userEvent.click(await screen.findByRole('radio', { name: '1970 年代' }))
  await waitFor(() => expect(phone.calls.filter(({ name }) => name === 'pageScrollTo')).toHaveLength(1))
})

test('of three hundred dates only those near the screen are drawn, and the room of the others stays', async () => {
  const many = Array.from({ length: 300 }, (_unused, place) =>
    milestone(`MS${1000 + place}`, `${1921 + Math.floor(place / 3)}-0${1 + (place % 3)}`, `第 ${place} 件`),
  )
  await cloud.put('exhibits', ...many)
  open()
  await screen.findByText('第 0 件')
  const room = () => [...document.querySelectorAll<HTMLElement>('.timeline-block')].map(({ style }) => style.minHeight)
  const before = room()
  expect(titles().length).toBeLessThan(40)
  await phone.fire('pageScroll', { scrollTop: 12_000 })
  expect(titles().length).toBeLessThan(60)
  expect(titles()).not.toContain('第 0 件')
  expect(room()).toEqual(before)
})

test('without a network the timeline of last time can be walked along', async () => {
  await some()
  const first = open()
  await screen.findByText('改革开放')
  first.unmount()
  await phone.goOffline()
  open()
  expect(await screen.findByText('改革开放')).toBeInTheDocument()
})

test('while nothing is published it says so and offers the halls', async () => {
  open()
  expect(await screen.findByText('长廊正在布置')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '先看看展馆' }))
  expect(phone.visits).toEqual([{ by: 'switchTab', url: '/pages/tabs/halls/index' }])
})
