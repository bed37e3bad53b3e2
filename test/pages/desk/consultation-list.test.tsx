import { render, screen } from '@testing-library/react'
import { buildConsultation } from '../../../config/seed/consultation-builders'
import ConsultationListPage from '@/pages/desk/consultation-list'
import { choose, openService, press, says } from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { HOUR, NOW } from '../../support/park'
import { phone } from '../../support/taro/phone'

const DAY = 24 * HOUR
const at = (days: number) => new Date(NOW.getTime() + days * DAY)
const owned = { ownerId: 'm-anna', owner: { name: '演示安娜', title: '税务志愿者' } }

beforeEach(async () => {
  await openService()
  holdPhone('anna')
})

const open = () => {
  phone.open('pages/desk/consultation-list/index')
  return render(<ConsultationListPage />)
}
const put = (id: string, overrides: object) =>
  cloud.put('consultations', buildConsultation(id, at(-9), { ...owned, ...overrides }))

test('what is open, the most urgent first, each with its next step and until when', async () => {
  await put('later', { state: 'open', dueAt: at(5), nextStep: '约时间上门', enterpriseId: 'enterprise-02' })
  await put('late', { state: 'open', dueAt: at(-4), nextStep: '核实政策' })
  open()
  expect(await says('下一步：核实政策')).toBeInTheDocument()
  expect(screen.getAllByText(/^下一步：/).map(({ textContent }) => textContent)).toEqual([
    '下一步：核实政策',
    '下一步：约时间上门',
  ])
  expect(screen.getByText('超期较久，党委已知悉，应在 11月17日前完成')).toBeInTheDocument()
  expect(screen.getByText('11月26日 周四前完成')).toBeInTheDocument()
})

test('what waits for the enterprise stands on its own, without a clock', async () => {
  await put('waits', { state: 'open', dueAt: at(-1), waitingSince: at(-2), nextStep: '看过材料后答复' })
  open()
  expect(await says('没有待办事项')).toBeInTheDocument()
  await choose('等企业')
  expect(await says('等企业回复，暂不计时 · 已等 1 个工作日')).toBeInTheDocument()
})

test('what is done stays to be looked up, and opens its page', async () => {
  await put('done-01', { state: 'closed', closedAt: at(-1), verdict: 'solved', outcome: 'answered' })
  open()
  await choose('已办')
  await press(/演示企业01/)
  expect(phone.visits).toEqual([
    { by: 'navigateTo', url: '/pages/desk/consultation-item/index?consultationId=done-01' },
  ])
})

test('a leader finds what has fallen to them', async () => {
  await put('fallen', { state: 'open', dueAt: at(5), nextStep: '另找队员', ownerId: 'm-leader' })
  holdPhone('leader')
  open()
  expect(await says('下一步：另找队员')).toBeInTheDocument()
})

test('nothing yet: each list says what will come there', async () => {
  open()
  expect(await says('没有待办事项')).toBeInTheDocument()
  await choose('等企业')
  expect(await says('没有在等企业的事项')).toBeInTheDocument()
  await choose('已办')
  expect(await says('还没有办结的事项')).toBeInTheDocument()
})
