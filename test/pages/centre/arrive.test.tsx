import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildVisit, buildVisitSlot } from '../../../config/seed/centre-builders'
import type { VisitDoc } from '../../../cloudfunctions/centre/store/visits'
import ArrivePage from '@/pages/centre/arrive'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, NOW, raiseMembers } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { doorCode, openCentre } from '../../support/visiting'

beforeEach(async () => {
  await openCentre()
  await raiseMembers(1)
  holdPhone('person-001')
})

const booked = async (hours: number, overrides: Partial<VisitDoc> = {}) => {
  const slot = buildVisitSlot(new Date(NOW.getTime() + hours * HOUR), { taken: 1 })
  await cloud.put('visitSlots', slot)
  await cloud.put('visits', buildVisit(slot, 'm-person-001', overrides))
}
const open = (params: Record<string, string> = {}) => {
  phone.open('pages/centre/arrive/index', params)
  return render(<ArrivePage />)
}
const says = (words: string | RegExp) => screen.findByText(words)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const arrivals = async () => (await cloud.all<VisitDoc>('visits')).map(({ arrivedBy }) => arrivedBy)

test('scanning the code at the door ends in a record that says when', async () => {
  await booked(0.25)
  phone.scans.push((await doorCode()).text)
  open()
  expect(await says('到访登记成功')).toBeInTheDocument()
  expect(screen.getByText('1 人，今天 10:00 登记')).toBeInTheDocument()
  expect(await arrivals()).toEqual(['scan'])
  await press('打开展馆')
  expect(phone.visits).toEqual([{ by: 'switchTab', url: '/pages/tabs/halls/index' }])
})

test('WeChat’s own scanner opens the page with the whole address in q', async () => {
  await booked(0.25)
  open({ q: encodeURIComponent((await doorCode()).text) })
  expect(await says('到访登记成功')).toBeInTheDocument()
})

test('a second time is harmless and says when the first was', async () => {
  await booked(0, { arrivedAt: new Date(NOW.getTime() - HOUR / 6), arrivedBy: 'scan' })
  open({ code: (await doorCode()).text })
  expect(await says('您已登记过到访')).toBeInTheDocument()
  expect(screen.getByText('1 人，今天 9:50 登记')).toBeInTheDocument()
})

test('an old code asks for another scan, and the next one works', async () => {
  await booked(0.25)
  const { text } = await doorCode()
  cloud.setNow(new Date(NOW.getTime() + 60_000))
  open({ code: text })
  expect(await says('到访码已刷新，请再扫一次屏幕上的新码')).toBeInTheDocument()
  phone.scans.push((await doorCode()).text)
  await press('再扫一次')
  expect(await says('到访登记成功')).toBeInTheDocument()
})

test('the digits are a way in when the scanner was closed, and wrong ones say how many tries are left', async () => {
  await booked(0.25)
  const { digits } = await doorCode()
  const type = async (typed: string) => {
    await userEvent.type(await screen.findByLabelText('屏幕上的 8 位数字'), typed)
    await press('用数字登记')
  }
  open()
  await type(digits === '00000000' ? '11111111' : '00000000')
  expect(await says(/^数字不对，请看门口屏幕上的最新数字，还可以试 \d 次$/)).toBeInTheDocument()
  await type(digits)
  expect(await says('到访登记成功')).toBeInTheDocument()
  expect(await arrivals()).toEqual(['digits'])
})

test.each<[string, () => Promise<void>, string, string]>([
  ['您今天没有参观预约，可以现在预约还有名额的时段', async () => undefined, '预约参观', '/pages/centre/book/index'],
  ['还没到您的时段，今天 12:30 起可以登记到访', () => booked(3), '我的参观', '/pages/centre/visits/index'],
  ['这个时段已经结束', () => booked(-2), '预约参观', '/pages/centre/book/index'],
  ['这次预约已经取消，请重新预约', () => booked(0.25, { state: 'cancelled' }), '预约参观', '/pages/centre/book/index'],
])('refused: %s', async (words, given, way, url) => {
  await given()
  open({ code: (await doorCode()).text })
  expect(await says(words)).toBeInTheDocument()
  await press(way)
  expect(phone.visits).toEqual([{ by: 'redirectTo', url }])
})

test('a text that is no code of ours says what to aim at', async () => {
  await booked(0.25)
  open({ code: 'https://example.com/menu' })
  expect(await says('这不是到访码，请扫描门口屏幕上的二维码')).toBeInTheDocument()
})

test('the code on an event’s desk leads to checking in there', async () => {
  await booked(0.25)
  phone.scans.push('HTTPS://HLT.EXAMPLE/C/EV0001.A.0123456789ABCDEF')
  open()
  await waitFor(() =>
    expect(phone.visits).toEqual([
      {
        by: 'redirectTo',
        url: `/pages/event/check-in/index?code=${encodeURIComponent('HTTPS://HLT.EXAMPLE/C/EV0001.A.0123456789ABCDEF')}`,
      },
    ]),
  )
})

test('a newcomer binds first and goes on with the code still in hand', async () => {
  holdPhone('newcomer')
  open({ code: (await doorCode()).text })
  await press('去绑定')
  await cloud.as('newcomer').call('member.bind', { name: '演示新人', branchId: branch._id, consents: ['attendance'] })
  await phone.fire('didShow')
  expect(await says('您今天没有参观预约，可以现在预约还有名额的时段')).toBeInTheDocument()
})

test('on a bad network it keeps trying, and succeeds when the network is back', async () => {
  await booked(0.25)
  const { text } = await doorCode()
  await phone.goOffline()
  open({ code: text })
  expect(await says('网络不好，正在重试')).toBeInTheDocument()
  await phone.goOnline()
  expect(await says('到访登记成功')).toBeInTheDocument()
})
