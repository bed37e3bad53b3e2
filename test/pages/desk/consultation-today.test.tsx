import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildEnterprise } from '../../../config/seed/enterprise-builders'
import ConsultationTodayPage from '@/pages/desk/consultation-today'
import { openService, press, says } from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { phone } from '../../support/taro/phone'
import { bookAnna, once, onSaturday, past, QUESTION, settled, sheet, stands, watchPhone } from '../../support/working'

const first = buildEnterprise(1).name
const second = buildEnterprise(2).name
let id = ''
beforeEach(async () => {
  await openService()
  id = await bookAnna(1, '09:30')
  await bookAnna(2, '10:30')
})

const open = (params: Record<string, string> = {}, openid = 'anna') => {
  holdPhone(openid)
  watchPhone()
  phone.open('pages/desk/consultation-today/index', params)
  return render(<ConsultationTodayPage />)
}

test('the day’s meetings in order with what is to be known beforehand', async () => {
  await past('contact-1', 'consultation.say', once({ consultationId: id, text: '材料在路上' }))
  onSaturday('08:30')
  open()
  expect(await says(first)).toBeInTheDocument()
  expect(screen.getAllByText(/^\d+:\d+–\d+:\d+$/).map(({ textContent }) => textContent)).toEqual([
    '9:30–10:00',
    '10:30–11:00',
  ])
  expect(screen.getAllByText(QUESTION)).toHaveLength(2)
  expect(screen.getByRole('group', { name: '会面 2场' })).toBeInTheDocument()
})

test('arrived and begun are one tap each; then the outcome is written on the item’s page', async () => {
  onSaturday('09:28')
  open()
  await press(`已到场：${first}`)
  await press(`开始咨询：${first}`)
  await waitFor(() => expect(phone.toasts).toEqual([`${first}已到场`, `${first}开始咨询`]))
  expect((await stands(id)).state).toBe('started')
  await press(`写结果：${first}`)
  expect(phone.visits).toEqual([
    { by: 'navigateTo', url: `/pages/desk/consultation-item/index?consultationId=${encodeURIComponent(id)}` },
  ])
})

test('not coming can be said ten minutes after the start, not before', async () => {
  onSaturday('09:35')
  const { unmount } = open()
  expect(await screen.findByRole('button', { name: `已到场：${first}` })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: `未到场：${first}` })).not.toBeInTheDocument()
  unmount()
  onSaturday('09:41')
  open()
  await press(`未到场：${first}`)
  expect(await screen.findByRole('group', { name: '未到场 1场' })).toBeInTheDocument()
  expect((await stands(id)).state).toBe('noShow')
})

test('other days are one tap away; an empty one says so', async () => {
  open()
  expect(await says('今天没有会面')).toBeInTheDocument()
  await press('后一天')
  expect(await says('11月22日 周日没有会面')).toBeInTheDocument()
})

test('the address may name a day', async () => {
  open({ day: '2026-11-28' })
  expect(await says(second)).toBeInTheDocument()
})

describe('changes of hands that wait for an answer', () => {
  const REASON = '对方更熟悉这个主题'
  beforeEach(async () => {
    onSaturday('10:00')
    await past(
      'anna',
      'consultation.conclude',
      once({ consultationId: id, outcome: 'followUp', words: '跟进', nextStep: '核实', dueDays: 3 }),
    )
    await past('anna', 'consultation.transfer', { consultationId: id, to: 'm-bert', reason: REASON })
  })

  test('yes: it is theirs now', async () => {
    open({}, 'bert')
    expect(await says(REASON)).toBeInTheDocument()
    expect(screen.getByText('税务 · 演示安娜请您接手')).toBeInTheDocument()
    await press(`接手：${first}`)
    await waitFor(() => expect(screen.queryByText(REASON)).not.toBeInTheDocument())
    await settled()
    expect((await stands(id)).ownerId).toBe('m-bert')
  })

  test('no: with a reason, and it stays with whoever asked', async () => {
    open({}, 'bert')
    await press(`不接手：${first}`)
    const declining = await sheet(`不接手${first}`)
    await userEvent.click(declining.getByRole('radio', { name: '这段时间安排不开' }))
    await userEvent.click(declining.getByRole('button', { name: '确认不接手' }))
    await waitFor(() => expect(screen.queryByText(REASON)).not.toBeInTheDocument())
    await settled()
    expect((await stands(id)).transfer).toBeNull()
    expect((await stands(id)).ownerId).toBe('m-anna')
  })
})

test('without a network the last known day stays, and says from when it is', async () => {
  onSaturday('08:30')
  const { unmount } = open()
  expect(await says(first)).toBeInTheDocument()
  unmount()
  phone.cloud = () => Promise.reject(new Error('no network'))
  phone.open('pages/desk/consultation-today/index')
  render(<ConsultationTodayPage />)
  expect(await says(first)).toBeInTheDocument()
  expect(await says(/^以下是 今天 8:30 的内容/)).toBeInTheDocument()
})

test('a failed question can be asked again, with the number to quote', async () => {
  const real = (name: string, data: unknown) => cloud.as('anna').send(name, data)
  holdPhone('anna')
  phone.cloud = (name, data) =>
    name === 'consultation'
      ? Promise.resolve({ ok: false, error: { code: 'failed', requestId: 'r-123' } })
      : real(name, data)
  phone.open('pages/desk/consultation-today/index', { day: '2026-11-28' })
  render(<ConsultationTodayPage />)
  expect(await says('请求编号 r-123')).toBeInTheDocument()
  phone.cloud = real
  await press('再试一次')
  expect(await says(first)).toBeInTheDocument()
})

test('whoever is no specialist is told whose page it is', async () => {
  open({}, 'contact-1')
  expect(await says('这里供服务小分队使用')).toBeInTheDocument()
})
