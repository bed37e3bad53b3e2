import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import ServiceTimePage from '@/pages/desk/service-time'
import { openService, press, says } from '../../support/asking'
import { holdPhone } from '../../support/hold-phone'
import { stored } from '../../support/service'
import { phone } from '../../support/taro/phone'
import { bookAnna, sheet } from '../../support/working'

beforeEach(openService)

const open = (openid = 'anna') => {
  holdPhone(openid)
  phone.open('pages/desk/service-time/index')
  return render(<ServiceTimePage />)
}
const pick = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } })
const withdrawn = () => stored.slots({ specialistId: 'm-anna', state: 'withdrawn' }).length

test('the days on which one serves, and what is known of oneself', async () => {
  open()
  expect(await says('11月28日 周六 9:00–12:00')).toBeInTheDocument()
  expect(screen.getByText('没有请假')).toBeInTheDocument()
  expect(screen.getByText('税务')).toBeInTheDocument()
})

test('an absence withdraws free slots and tells of booked ones; taking it back opens them again', async () => {
  await bookAnna()
  open()
  await press('添加请假')
  const adding = await sheet('添加请假')
  await pick('从：日期', '2026-11-28')
  await pick('从：时间', '09:00')
  await pick('到：日期', '2026-11-28')
  await pick('到：时间', '11:00')
  await userEvent.type(adding.getByRole('textbox', { name: '备注' }), '外出培训')
  await userEvent.click(adding.getByRole('button', { name: '确定' }))
  expect(await says('3 个空时段已停约，1 个已约的时段或会面已告诉队长安排')).toBeInTheDocument()
  expect(await says('11月28日 周六 9:00–11:00')).toBeInTheDocument()
  expect(withdrawn()).toBe(3)
  await press('删除请假 11月28日 周六 9:00–11:00')
  await userEvent.click((await sheet('删除这次请假')).getByRole('button', { name: '删除' }))
  await waitFor(() => expect(phone.toasts).toEqual(['已删除，时段重新开放']))
  expect(await says('没有请假')).toBeInTheDocument()
  expect(withdrawn()).toBe(0)
})

test('an end before its beginning is held back with words', async () => {
  open()
  await press('添加请假')
  await pick('从：日期', '2026-11-28')
  await pick('到：日期', '2026-11-27')
  await press('确定')
  expect(await says('结束要晚于开始')).toBeInTheDocument()
})

test('whoever is no specialist is told whose page it is', async () => {
  open('leader')
  expect(await says('这里供服务小分队队员使用')).toBeInTheDocument()
})
