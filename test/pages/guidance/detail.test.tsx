import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import GuidancePage from '@/pages/guidance/detail'
import { buildVersion } from '../../../config/seed/guidance-builders'
import { ok } from '../../support/consulting'
import { adding, begun, finishing, guidanceOf, inStage, open, planning, put } from '../../support/guiding'
import { holdPhone } from '../../support/hold-phone'
import { NOW } from '../../support/park'
import { phone } from '../../support/taro/phone'

const add = adding('guidance.addItem')
const finish = finishing('guidance.finish')
const plan = planning('guidance.planMeeting')

beforeEach(open)

const openPage = (id: string, who = 'contact-1') => {
  holdPhone(who)
  phone.open('pages/guidance/detail/index', id ? { consultationId: id } : {})
  return render(<GuidancePage />)
}
const says = (words: string | RegExp) => screen.findByText(words)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

test('the enterprise reads how far it is and what comes next, and ticks its own', async () => {
  const id = await begun()
  ok(await add(id))
  ok(await add(id, { title: '审阅意见', owner: 'specialist' }))
  openPage(id)
  expect(await says('企业：近三年审计报告，周二前')).toBeInTheDocument()
  expect(screen.getByRole('checkbox', { name: '审阅意见' })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.queryByRole('button', { name: '添加一项' })).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('checkbox', { name: '近三年审计报告' }))
  expect(await says('完成 1/2')).toBeInTheDocument()
  expect(guidanceOf(id).items[0]?.doneByName).toBe('演示contact-1')
})

test('planned meetings with when and where, nothing to plan there', async () => {
  const id = await begun()
  ok(await plan(id))
  openPage(id)
  expect(await says('11月24日 周二 10:00–11:00')).toBeInTheDocument()
  expect(screen.getByText('多功能服务室 · 演示安娜')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /会面|改期/ })).not.toBeInTheDocument()
})

test('the newest version stands first, earlier ones are one tap away', async () => {
  const id = await begun()
  const versions = ['初稿.pdf', '二稿.pdf'].map((name, nth) => buildVersion(`version-${nth}`, name, NOW))
  put('guidances', id, {
    files: [{ id: 'slot-0001', title: '申报书', versions }],
  })
  openPage(id)
  expect(await says('二稿.pdf')).toBeInTheDocument()
  expect(screen.queryByText('初稿.pdf')).not.toBeInTheDocument()
  await press('以前的 1 个版本')
  expect(await says('初稿.pdf')).toBeInTheDocument()
})

test('a result leads on to the enterprise’s word', async () => {
  const id = await begun()
  inStage(id, 'submission')
  ok(await finish(id))
  openPage(id)
  expect(await says('获批立项，资助 120,000 元')).toBeInTheDocument()
  await press('确认结果')
  expect(phone.visits.map(({ url }) => url)).toEqual([`/pages/service/consultation/index?consultationId=${id}`])
})

test('without a network what was known stays, with its time', async () => {
  const id = await begun()
  const shown = openPage(id)
  expect(await says('机密：硅材料中试')).toBeInTheDocument()
  shown.unmount()
  await phone.goOffline()
  phone.open('pages/guidance/detail/index', { consultationId: id })
  render(<GuidancePage />)
  expect(await says(/^以下是 今天 10:00 的内容/)).toBeInTheDocument()
  expect(screen.getByText('机密：硅材料中试')).toBeInTheDocument()
  await phone.goOnline()
})

test('a stranger sees nothing of it; a link without its id says so', async () => {
  const shown = openPage(await begun(), 'contact-2')
  expect(await says(/没有这项权限/)).toBeInTheDocument()
  shown.unmount()
  openPage('')
  expect(await says('链接不完整')).toBeInTheDocument()
})
