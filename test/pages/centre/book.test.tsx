import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildVisit } from '../../../config/seed/centre-builders'
import type { VisitDoc } from '../../../cloudfunctions/centre/store/visits'
import BookPage from '@/pages/centre/book'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, raiseMembers } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { mondaySlot, NEXT_SLOTS, openCentre, SLOT } from '../../support/visiting'

const MEMBER = 'm-person-001'

beforeEach(async () => {
  await openCentre()
  await raiseMembers(3)
  holdPhone('person-001')
})

const open = (params: Record<string, string> = {}) => {
  phone.open('pages/centre/book/index', params)
  return render(<BookPage />)
}
const radio = (name: string | RegExp) => screen.findByRole('radio', { name })
const choose = async (name: string | RegExp) => userEvent.click(await radio(name))
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const says = (words: string | RegExp) => screen.findByText(words)
const visits = async () =>
  (await cloud.all<VisitDoc>('visits')).map(({ _id, size, guide, groupName, state }) => ({
    _id,
    size,
    guide,
    groupName,
    state,
  }))
const alone = { size: 1, guide: false, groupName: '', state: 'booked' }

test('day, slot, book: then it says what was booked and what comes next', async () => {
  open()
  await choose('周一，11月23日')
  await choose(/^9:00–10:00，余 30 人/)
  await press('预约')
  expect(await says('预约成功')).toBeInTheDocument()
  expect(screen.getByText('11月23日 周一 9:00–10:00')).toBeInTheDocument()
  expect(screen.getByText('周一 8:30 起，扫门口屏幕上的到访码')).toBeInTheDocument()
  expect(await visits()).toEqual([{ _id: `${SLOT}:${MEMBER}`, ...alone }])
  await press('我的参观')
  expect(phone.visits).toEqual([{ by: 'redirectTo', url: '/pages/centre/visits/index' }])
})

test('it begins on the first day on which there is a place, and a closed day cannot be chosen', async () => {
  open()
  expect(await radio(/^今天/)).toBeChecked()
  expect(await radio('明天，闭馆')).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getByRole('radio', { name: '11:00–12:00，余 30 人 · 可约讲解' })).toBeInTheDocument()
})

test('a group says how many and who, and asks for a guide', async () => {
  open({ slotId: SLOT })
  await choose('团体')
  await press('预约')
  expect(await says('请填写 1 到 30 之间的人数')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('人数'), '12')
  await userEvent.type(screen.getByLabelText('团体名称'), '演示企业参观团')
  await userEvent.click(screen.getByRole('switch', { name: /需要讲解员/ }))
  await press('预约')
  expect(await says('12 人（演示企业参观团），有讲解')).toBeInTheDocument()
  expect(await visits()).toEqual([
    { _id: `${SLOT}:${MEMBER}`, size: 12, guide: true, groupName: '演示企业参观团', state: 'booked' },
  ])
})

test('each slot says why it cannot be booked: closed, full, or without a guide', async () => {
  const [second = '', third = ''] = NEXT_SLOTS
  const later = (id: string, hours: number, overrides: object) => {
    const from = mondaySlot().startsAt.getTime() + hours * 3600_000
    return mondaySlot({ _id: id, startsAt: new Date(from), endsAt: new Date(from + 3600_000), ...overrides })
  }
  await cloud.put(
    'visitSlots',
    mondaySlot({ closedReason: '接待任务' }),
    later(second, 1, { taken: 30 }),
    later(third, 2, { taken: 5, guided: 1 }),
  )
  open()
  await choose('周一，11月23日')
  expect(await radio('9:00–10:00，不接受预约：接待任务')).toHaveAttribute('aria-disabled', 'true')
  expect(await radio('10:00–11:00，已约满')).toHaveAttribute('aria-disabled', 'true')
  expect(await radio('11:00–12:00，余 25 人 · 讲解已约满')).not.toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(screen.getByRole('switch', { name: /需要讲解员/ }))
  expect(await radio('11:00–12:00，讲解员已约满，可改为自行参观')).toHaveAttribute('aria-disabled', 'true')
})

test('whoever was quicker: the refusal says so, and the slots show what is left now', async () => {
  open({ slotId: SLOT })
  await radio(/^9:00–10:00，余 30 人/)
  await cloud.put('visitSlots', mondaySlot({ taken: 30 }))
  await press('预约')
  expect(await says('这个时段已经约满，请换一个时段')).toBeInTheDocument()
  expect(await radio('9:00–10:00，已约满')).toBeInTheDocument()
  expect(await visits()).toEqual([])
})

test('a fourth open visit is refused with the way to the other three', async () => {
  const slots = [SLOT, ...NEXT_SLOTS].slice(1, 4).map((id) => mondaySlot({ _id: id, taken: 1 }))
  await cloud.put('visitSlots', ...slots)
  await cloud.put('visits', ...slots.map((slot) => buildVisit(slot, MEMBER)))
  open({ slotId: SLOT })
  await press('预约')
  expect(await says('您已有 3 个待参观的预约，请先取消一个')).toBeInTheDocument()
  await press('去我的参观')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/centre/visits/index' }])
})

test('booking the same slot again changes nothing and says so', async () => {
  await cloud.put('visitSlots', mondaySlot({ taken: 4 }))
  await cloud.put('visits', buildVisit(mondaySlot(), MEMBER, { size: 4 }))
  open({ slotId: SLOT })
  await press('预约')
  expect(await says('您已预约过这个时段')).toBeInTheDocument()
  expect(screen.getByText('4 人')).toBeInTheDocument()
})

test('a visitor looks freely, binds at the moment of booking, and the booking goes on by itself', async () => {
  holdPhone('newcomer')
  open({ slotId: SLOT })
  await press('预约')
  await waitFor(() => expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }]))
  await cloud.as('newcomer').call('member.bind', { name: '演示新人', branchId: branch._id, consents: ['attendance'] })
  await phone.fire('didShow')
  expect(await says('预约成功')).toBeInTheDocument()
  expect((await visits()).map(({ state }) => state)).toEqual(['booked'])
})

test('a visitor who comes back without binding keeps what was chosen', async () => {
  holdPhone('newcomer')
  open({ slotId: SLOT })
  await press('预约')
  await waitFor(() => expect(phone.visits).toHaveLength(1))
  await phone.fire('didShow')
  expect(await says('绑定身份后才能预约，时段可以先看')).toBeInTheDocument()
  expect(await radio(/^9:00–10:00/)).toBeChecked()
})

test('without a network it says so and nothing is lost', async () => {
  open({ slotId: SLOT })
  await radio(/^9:00–10:00/)
  await phone.goOffline()
  await press('预约')
  expect(await says('网络不通，请检查网络后再试')).toBeInTheDocument()
  await phone.goOnline()
  await press('预约')
  expect(await says('预约成功')).toBeInTheDocument()
})
