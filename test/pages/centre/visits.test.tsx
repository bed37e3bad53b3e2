import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildVisit, buildVisitSlot } from '../../../config/seed/centre-builders'
import type { VisitDoc } from '../../../cloudfunctions/centre/store/visits'
import VisitsPage from '@/pages/centre/visits'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { HOUR, NOW, raiseMembers } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { mondaySlot, openCentre } from '../../support/visiting'

const MEMBER = 'm-person-001'

beforeEach(async () => {
  await openCentre()
  await raiseMembers(1)
  holdPhone('person-001')
})

const at = (hours: number) => buildVisitSlot(new Date(NOW.getTime() + hours * HOUR), { taken: 1 })
const have = async (slot: ReturnType<typeof at>, overrides: Partial<VisitDoc> = {}) => {
  await cloud.put('visitSlots', slot)
  await cloud.put('visits', buildVisit(slot, MEMBER, overrides))
}
const open = () => {
  phone.open('pages/centre/visits/index')
  return render(<VisitsPage />)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const says = (words: string | RegExp) => screen.findByText(words)

test('who has never booked is shown the way', async () => {
  open()
  expect(await says('还没有预约过参观')).toBeInTheDocument()
  await press('预约参观')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/centre/book/index' }])
})

test('what is ahead stands before what is over, each with where it stands', async () => {
  await have(at(-72), { arrivedAt: new Date(NOW.getTime() - 72 * HOUR), arrivedBy: 'scan' })
  await have(at(-48))
  await have(at(-24), { state: 'cancelled' })
  await have(mondaySlot({ taken: 1 }))
  open()
  await says('11月23日 周一 9:00–10:00')
  expect([...document.querySelectorAll('.visit-card__head')].map((head) => head.textContent)).toEqual([
    '11月23日 周一 9:00–10:00已预约',
    '11月20日 周五 10:00–11:00已取消',
    '11月19日 周四 10:00–11:00未到访',
    '11月18日 周三 10:00–11:00已到访',
  ])
})

test('from half an hour before, the button to arrive is there', async () => {
  await have(at(0.75))
  open()
  expect(await says('今天 10:15 起可以登记到访')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '到访登记' })).not.toBeInTheDocument()
  cloud.setNow(new Date(NOW.getTime() + HOUR / 3))
  await phone.fire('didShow')
  await press('到访登记')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/centre/arrive/index' }])
})

test('cancelling asks first, gives the places back, and says so', async () => {
  await have(mondaySlot({ taken: 4 }), { size: 4 })
  open()
  await press(/^取消预约/)
  const sheet = within(await screen.findByRole('dialog', { name: '取消预约' }))
  expect(sheet.getByText(/11月23日 周一 9:00–10:00 的 4 个名额会马上让给别人/)).toBeInTheDocument()
  await userEvent.click(sheet.getByRole('button', { name: '再想想' }))
  await press(/^取消预约/)
  await userEvent.click(
    within(await screen.findByRole('dialog', { name: '取消预约' })).getByRole('button', { name: '取消预约' }),
  )
  expect(await says('已取消，名额已让给别人')).toBeInTheDocument()
  expect((await cloud.all<{ taken: number }>('visitSlots')).map(({ taken }) => taken)).toEqual([0])
})

test('a slot that the centre has closed since says why', async () => {
  await have(mondaySlot({ taken: 1, closedReason: '设备检修' }))
  open()
  expect(await says('这个时段中心有变动')).toBeInTheDocument()
  expect(screen.getByText(/^设备检修。/)).toBeInTheDocument()
})

test('who is not bound is told why and where', async () => {
  holdPhone('newcomer')
  open()
  expect(await says('绑定后，参观预约和到访的记录会留在这里')).toBeInTheDocument()
})

test('without a network the visits of last time are still there', async () => {
  await have(mondaySlot({ taken: 1 }))
  const first = open()
  await says('11月23日 周一 9:00–10:00')
  first.unmount()
  await phone.goOffline()
  open()
  expect(await says('11月23日 周一 9:00–10:00')).toBeInTheDocument()
  expect(await says(/联网后会自动更新/)).toBeInTheDocument()
})
