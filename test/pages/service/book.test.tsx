import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import BookServicePage from '@/pages/service/book'
import {
  bookPast,
  choose,
  consultations,
  openService,
  openWithoutDays,
  press,
  says,
  slotAt,
} from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { raise } from '../../support/park'
import { DAY_ID, stored } from '../../support/service'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  await openService()
  holdPhone('contact-1')
})

const open = (params: Record<string, string> = {}) => {
  phone.open('pages/service/book/index', params)
  return render(<BookServicePage />)
}
const QUESTION = '研发费用怎么归集'
const write = async (words = QUESTION) => userEvent.type(await screen.findByLabelText('问题'), words)

test('from the topic: slot, question, confirm; then it says what was booked and what comes next', async () => {
  open({ topic: 'tax' })
  expect(await screen.findByRole('radio', { name: '税务' })).toBeChecked()
  expect((await screen.findAllByText('熟悉税务')).length).toBe(2)
  await press('11月28日 周六 9:30，演示安娜')
  expect(await says('已为您保留')).toBeInTheDocument()
  expect(await says(/^保留 (5:00|4:5\d)$/)).toBeInTheDocument()
  await write()
  await press('确认预约')
  expect(await says('预约成功')).toBeInTheDocument()
  expect(screen.getByText('11月28日 周六 9:30–10:00')).toBeInTheDocument()
  expect(await consultations()).toEqual([
    {
      enterpriseId: 'enterprise-01',
      slotId: slotAt('anna', '09:30'),
      state: 'booked',
      topic: 'tax',
      question: QUESTION,
      ownerId: 'm-anna',
    },
  ])
  await press('查看预约')
  expect(phone.visits.map(({ by, url }) => [by, url.split('?')[0]])).toEqual([
    ['redirectTo', '/pages/service/consultation/index'],
  ])
})

test('from a free slot of the day it is kept at once, and only topic and question are left', async () => {
  open({ serviceDayId: DAY_ID, slotId: slotAt('bert', '10:00') })
  expect(await says('已为您保留')).toBeInTheDocument()
  expect(stored.slot(slotAt('bert', '10:00'))?.state).toBe('held')
  await press('确认预约')
  expect(await says('请先选咨询主题')).toBeInTheDocument()
  await choose('政策')
  await write()
  await press('确认预约')
  expect(await says('预约成功')).toBeInTheDocument()
  expect((await consultations()).map(({ topic, ownerId }) => [topic, ownerId])).toEqual([['policy', 'm-bert']])
})

test('in WeChat the slot’s id arrives as it was encoded, and means the same', async () => {
  open({ slotId: encodeURIComponent(slotAt('bert', '10:00')) })
  expect(await says('已为您保留')).toBeInTheDocument()
  expect(stored.slot(slotAt('bert', '10:00'))?.state).toBe('held')
})

test('whoever was quicker: the loser is told, and takes the next one with one tap', async () => {
  open({ topic: 'tax' })
  await screen.findByRole('button', { name: '11月28日 周六 9:00，演示安娜' })
  await bookPast(2, slotAt('anna', '09:00'))
  await press('11月28日 周六 9:00，演示安娜')
  expect(await says(/^这个时段刚被约走，最近的空位是/)).toBeInTheDocument()
  await press('改选 11月28日 9:30')
  expect(await says('已为您保留')).toBeInTheDocument()
  await write()
  await press('确认预约')
  expect(await says('预约成功')).toBeInTheDocument()
  expect((await consultations()).map(({ enterpriseId, slotId }) => [enterpriseId, slotId]).sort()).toEqual([
    ['enterprise-01', slotAt('anna', '09:30')],
    ['enterprise-02', slotAt('anna', '09:00')],
  ])
})

test('a hold that has lapsed keeps what was typed, and one tap keeps the slot again', async () => {
  open({ topic: 'tax' })
  await press('11月28日 周六 9:00，演示安娜')
  await write()
  const later = new Date(Date.now() + 6 * 60_000)
  cloud.setNow(later)
  await press('确认预约')
  expect(await says('时段保留已到期，填写的内容还在')).toBeInTheDocument()
  expect(screen.getByLabelText('问题')).toHaveValue(QUESTION)
  await press('再保留这个时段')
  expect(await says('已为您保留')).toBeInTheDocument()
  await press('确认预约')
  expect(await says('预约成功')).toBeInTheDocument()
})

test('files go along with the question, and one of a wrong kind is refused in words', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 account')
  phone.picks.push([
    { path: 'wxfile://tmp/account.pdf', name: 'account.pdf', size: bytes.length, bytes },
    { path: 'wxfile://tmp/odd.exe', name: 'odd.exe', size: 10 },
  ])
  open({ topic: 'tax' })
  await press('11月28日 周六 9:00，演示安娜')
  await write()
  await press('添加文件')
  expect(await screen.findByRole('button', { name: '删除account.pdf' })).toBeInTheDocument()
  expect(await says('不支持这种文件，请换成图片或常用文档')).toBeInTheDocument()
  await press('不传odd.exe')
  await press('确认预约')
  expect(await says('预约成功')).toBeInTheDocument()
  const files = (await cloud.all<{ files: { size: number }[] }>('consultations')).flatMap((one) => one.files)
  expect(files.map(({ size }) => size)).toEqual([bytes.length])
})

test('leaving the form lets go of the slot, and the question is still there afterwards', async () => {
  const { unmount } = open({ topic: 'tax' })
  await press('11月28日 周六 9:00，演示安娜')
  await write()
  expect(stored.slot(slotAt('anna', '09:00'))?.state).toBe('held')
  unmount()
  await waitFor(() => expect(stored.slot(slotAt('anna', '09:00'))?.state).toBe('free'))
  open()
  expect(await screen.findByRole('radio', { name: '税务' })).toBeChecked()
  expect(await screen.findByLabelText('问题')).toHaveValue(QUESTION)
})

test('without a network it says so, nothing is lost, and the same tap books when the network is back', async () => {
  open({ topic: 'tax' })
  await press('11月28日 周六 9:00，演示安娜')
  await write()
  await phone.goOffline()
  await press('确认预约')
  expect(await says('网络不通，请检查网络后再试')).toBeInTheDocument()
  expect(screen.getByLabelText('问题')).toHaveValue(QUESTION)
  await phone.goOnline()
  await press('确认预约')
  expect(await says('预约成功')).toBeInTheDocument()
})

test('no slot for the topic: joining the waiting list keeps the place', async () => {
  await cloud.local.reset()
  await openWithoutDays()
  open({ topic: 'tax' })
  expect(await says('“税务”暂时没有空的时段')).toBeInTheDocument()
  await press('加入候补')
  expect(await says('已在“税务”候补名单')).toBeInTheDocument()
  expect(stored.waits().map(({ _id, state }) => [_id, state])).toEqual([['enterprise-01:tax', 'waiting']])
})

test('a meeting is moved to another slot of the same person', async () => {
  const consultationId = await bookPast(1, slotAt('anna', '09:00'))
  open({ consultationId })
  expect(await says('原来：11月28日 周六 9:00–9:30')).toBeInTheDocument()
  expect(screen.queryByText('演示伯特')).toBeNull()
  await press('11月28日 周六 11:00，演示安娜')
  await says('已为您保留')
  await press('确认改约')
  expect(await says('改约成功')).toBeInTheDocument()
  expect((await consultations()).map(({ slotId, state }) => [slotId, state])).toEqual([
    [slotAt('anna', '11:00'), 'booked'],
  ])
})

test('whoever is bound and speaks for nobody is shown the way to become a contact', async () => {
  await raise('nobody')
  holdPhone('nobody')
  open({ topic: 'tax' })
  expect(await says('企业联络人才能预约咨询')).toBeInTheDocument()
  await press('成为企业联络人')
  expect(phone.visits.map(({ url }) => url)).toEqual(['/pages/enterprise/mine/index'])
})

test('a visitor is asked to bind at the moment of booking', async () => {
  holdPhone('a-visitor')
  open({ topic: 'tax' })
  await press('去绑定')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }])
})
