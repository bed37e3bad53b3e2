import { render, screen } from '@testing-library/react'
import { buildConsultation } from '../../../config/seed/consultation-builders'
import ConsultationBoardPage from '@/pages/desk/consultation-board'
import { choose, openService, press, says } from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { HOUR, NOW, raise, staff } from '../../support/park'
import { phone } from '../../support/taro/phone'

const DAY = 24 * HOUR
const at = (days: number) => new Date(NOW.getTime() + days * DAY)
const QUESTION = '演示问题：只有负责人能看'

beforeEach(async () => {
  await openService()
  const owned = { ownerId: 'm-anna', owner: { name: '演示安娜', title: '税务志愿者' }, question: QUESTION }
  await cloud.put(
    'consultations',
    buildConsultation('late-01', at(-9), { ...owned, state: 'open', dueAt: at(-4) }),
    buildConsultation('open-01', at(-3), { ...owned, state: 'open', dueAt: at(6), enterpriseId: 'enterprise-02' }),
    buildConsultation('meet-01', at(-1), { ...owned, startsAt: at(2), enterpriseId: 'enterprise-03' }),
    buildConsultation('over-01', at(-8), { ...owned, state: 'closed', closedAt: at(-1), verdict: 'solved' }),
  )
})

const open = (params: Record<string, string> = {}, openid = 'leader') => {
  holdPhone(openid)
  phone.open('pages/desk/consultation-board/index', params)
  return render(<ConsultationBoardPage />)
}

test('the team’s items by what they need: who, topic, who is responsible, until when; never what was asked', async () => {
  open()
  expect(await says('演示企业02')).toBeInTheDocument()
  expect(screen.getAllByText('税务 · 服务日咨询 · 演示安娜').length).toBeGreaterThan(0)
  await choose('超期')
  expect(await says(/^超期较久/)).toBeInTheDocument()
  expect(screen.queryByText('演示企业02')).not.toBeInTheDocument()
  await choose('待会面')
  expect(await says('演示企业03')).toBeInTheDocument()
  await choose('已办结')
  expect(await says('演示企业01')).toBeInTheDocument()
  await choose('待企业确认')
  expect(await says('没有待企业确认的事项')).toBeInTheDocument()
  expect(screen.queryByText(QUESTION)).not.toBeInTheDocument()
})

test('staff come from an address with its list, and open an item', async () => {
  await raise('staff', [staff])
  open({ filter: 'late' }, 'staff')
  expect(await screen.findByRole('radio', { name: '超期' })).toBeChecked()
  await press(/演示企业01/)
  expect(phone.visits).toEqual([
    { by: 'navigateTo', url: '/pages/desk/consultation-item/index?consultationId=late-01' },
  ])
})

test('a specialist is told who leads here', async () => {
  open({}, 'anna')
  expect(await says('这里供服务小分队队长和党委工作人员使用')).toBeInTheDocument()
})
