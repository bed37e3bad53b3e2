import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Grant } from '@/domain/kit'
import type { Topic } from '@/domain/service/rules'
import FigureServicePage from '@/pages/desk/figure-service'
import { buildBooking } from '../../support/bookings'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, NOW, raise, secretaryOf, staff } from '../../support/park'
import { phone } from '../../support/taro/phone'

const leader: Grant = { role: 'teamLeader', scope: 'team', scopeId: 'team-01' }
const at = (day: string, time = '10:00') => new Date(`${day}T${time}:00+08:00`)
let next = 0
const book = async (n: number, day: string, topic: Topic, overrides: Parameters<typeof buildBooking>[2] = {}) => {
  for (let i = 0; i < n; i++)
    await cloud.put('consultations', buildBooking(`booking-${(next += 1) + 1000}`, at(day), { topic, ...overrides }))
}

beforeEach(async () => {
  cloud.setNow(NOW)
  await raise('staff', [staff])
  await raise('leader', [leader])
  await raise('secretary', [secretaryOf(branch)])
  await raise('specialist', [{ role: 'specialist', scope: 'team', scopeId: 'team-01' }])
  await raise('member')
})

const open = (who: string) => {
  holdPhone(who)
  phone.open('pages/desk/figure-service/index')
  return render(<FigureServicePage />)
}
const says = (words: string | RegExp) => screen.findByText(words)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))

const busyQuarter = async () => {
  await book(3, '2026-11-03', 'tax', { state: 'closed', verdict: 'solved', firstAnswerAt: at('2026-11-03', '11:30') })
  await book(1, '2026-11-04', 'tax', { state: 'noShow' })
  await book(6, '2026-10-08', 'policy')
}

test('staff read the quarter’s totals and the topics by their size', async () => {
  await busyQuarter()
  open('staff')
  expect(await says('2026年10月–12月')).toBeInTheDocument()
  for (const name of ['预约 10 件', '未到场 1 件 占 10%', '首次答复用时 1.5 小时 3 件答复', '解决率 100% 3/3 件'])
    expect(await screen.findByRole('button', { name: `${name}，怎么算的` })).toBeInTheDocument()
  const bars = within(screen.getByRole('list', { name: '按主题的预约' })).getAllByRole('button')
  expect(bars.map((bar) => bar.getAttribute('aria-label'))).toEqual(['政策 6 件', '税务 4 件'])
  // What still changes says of when it is.
  expect(screen.getByText('全区，截至今天 10:00')).toBeInTheDocument()
})

test.each(['staff', 'leader'])(
  'each figure says %s how it is computed and opens as many records as it counts',
  async (who) => {
    await busyQuarter()
    open(who)
    const figures = { 预约: 10, 未到场: 1, 首次答复用时: 3, 解决率: 3 }
    for (const [name, count] of Object.entries(figures)) {
      await press(new RegExp(`^${name} .*怎么算的$`))
      const sheet = within(await screen.findByRole('dialog', { name: `2026年10月–12月：${name}` }))
      expect(sheet.getByText('怎么算的')).toBeInTheDocument()
      expect(sheet.getByText(`对应的记录，共 ${count} 件`)).toBeInTheDocument()
      expect(await sheet.findAllByRole('button', { name: /演示企业01/ })).toHaveLength(count)
      expect(sheet.getAllByText(/^11月[34]日预约|^10月8日预约/)).toHaveLength(count)
      await userEvent.click(sheet.getByRole('button', { name: '关闭' }))
    }
  },
)

test('a bar opens the records behind it with how it is computed, and a record opens its item', async () => {
  await busyQuarter()
  open('staff')
  await choose('未到场')
  await press('税务 1 件，占 25%')
  const sheet = within(await screen.findByRole('dialog', { name: '税务：未到场' }))
  expect(sheet.getByText(/^预约了而企业没有到场/)).toBeInTheDocument()
  expect(sheet.getByText('对应的记录，共 1 件')).toBeInTheDocument()
  await userEvent.click(await sheet.findByRole('button', { name: /演示企业01/ }))
  expect(sheet.getAllByText('演示企业01')).toHaveLength(1)
  expect(phone.visits[0]?.url).toMatch(/^\/pages\/desk\/consultation-item\/index\?consultationId=booking-/)
})

test('by month and by day there is a column for each, with the last in sight', async () => {
  await busyQuarter()
  open('staff')
  await choose('按月')
  expect(await screen.findByRole('button', { name: /^11月 ?4$/ })).toBeInTheDocument()
  expect(screen.getByText('单位：件，点一项看对应的记录')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /^10月 ?6$/ })).toBeInTheDocument()
  await choose('按日')
  expect(await screen.findByRole('button', { name: /^11\/3 ?3$/ })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /^11\/21 ?0$/ })).toBeInTheDocument()
})

test('other months are one tap away, those to come are not; a year has no days', async () => {
  open('staff')
  await choose('一个月')
  expect(await says('2026年11月')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '往后' })).toHaveAttribute('aria-disabled', 'true')
  await press('往前')
  expect(await says('2026年10月')).toBeInTheDocument()
  await press('往后')
  expect(await says('2026年11月')).toBeInTheDocument()
  await choose('按日')
  await choose('十二个月')
  expect(await says('2025年12月–2026年11月')).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: '按月' })).toHaveAttribute('aria-checked', 'true')
  expect(screen.queryByRole('radio', { name: '按日' })).not.toBeInTheDocument()
})

test('a leader reads the own team’s figures', async () => {
  await busyQuarter()
  await book(9, '2026-11-03', 'talent', { teamId: 'team-02' })
  open('leader')
  expect(await screen.findByRole('button', { name: '预约 10 件，怎么算的' })).toBeInTheDocument()
  expect(screen.getByText(/^本队/)).toBeInTheDocument()
})

test.each(['secretary', 'specialist'])(
  'a %s reads published quarters, no small number, is told why, and opens no record',
  async (who) => {
    await busyQuarter()
    await book(10, '2026-09-09', 'policy')
    await book(20, '2026-09-09', 'finance')
    await book(3, '2026-09-09', 'tax')
    open(who)
    const bars = within(await screen.findByRole('list', { name: '按主题的预约' }))
    expect(bars.getByText('20 件')).toBeInTheDocument()
    expect(bars.getAllByText('不显示，涉及少于 5 件').length).toBeGreaterThan(1)
    expect(bars.queryByRole('button')).not.toBeInTheDocument()
    expect(screen.queryByText('点一项看对应的记录')).not.toBeInTheDocument()
    expect(screen.getByText('2026年7月–9月')).toBeInTheDocument()
    expect(
      screen.getByText(/^只显示已公布的季度：每季度结束 30 天后固定，之后不再变动，下次公布在1月31日/),
    ).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '往后' })).toHaveAttribute('aria-disabled', 'true')
    expect(screen.queryByRole('radio', { name: '一个月' })).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^导出/ })).not.toBeInTheDocument()
    await press('预约 33 件，怎么算的')
    const sheet = within(await screen.findByRole('dialog', { name: '2026年7月–9月：预约' }))
    expect(sheet.getByText(/^为了不让人认出是哪家企业/)).toBeInTheDocument()
    expect(sheet.queryByText(/^对应的记录/)).not.toBeInTheDocument()
  },
)

test('months without bookings say so', async () => {
  open('staff')
  expect(await says('这段时间没有预约')).toBeInTheDocument()
})

test('without a network the last figures stay, with their time', async () => {
  await busyQuarter()
  const shown = open('staff')
  expect(await screen.findByRole('button', { name: '预约 10 件，怎么算的' })).toBeInTheDocument()
  shown.unmount()
  await phone.goOffline()
  phone.open('pages/desk/figure-service/index')
  render(<FigureServicePage />)
  expect(await says(/^以下是 今天 10:00 的内容/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '预约 10 件，怎么算的' })).toBeInTheDocument()
  await waitFor(() => expect(screen.getByText('政策')).toBeInTheDocument())
  await phone.goOnline()
})

test('who holds no desk role is told whom it is for', async () => {
  open('member')
  expect(await says(/^工作台供/)).toBeInTheDocument()
})
