import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { OutreachDoc } from '../../../cloudfunctions/enterprise/store/outreach'
import { buildOutreach } from '../../../config/seed/enterprise-builders'
import OutreachPage from '@/pages/desk/enterprise-outreach'
import { cloud } from '../../support/cloud'
import { CHIPS, MILK, openPark } from '../../support/enterprises'
import { holdPhone } from '../../support/hold-phone'
import { raise } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { settled, watchPhone } from '../../support/working'

beforeAll(() => cloud.as('').send('enterprise', { action: 'none' }), 60_000)
const team = (role: 'specialist' | 'teamLeader') => ({ role, scope: 'team' as const, scopeId: 'team-01' })
beforeEach(async () => {
  await openPark()
  await raise('spec', [team('specialist')])
  await raise('leader', [team('teamLeader')])
  holdPhone('leader')
})

const open = () => {
  watchPhone()
  phone.open('pages/desk/enterprise-outreach/index')
  return render(<OutreachPage />)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const view = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))
const said = (words: string) => waitFor(() => expect(phone.toasts).toEqual([words]))
const visits = async () =>
  (await cloud.all<OutreachDoc>('outreach')).map(({ by, day, state, note }) => [by, day, state, note])

test('it is for the service team', async () => {
  holdPhone('ann')
  open()
  expect(await screen.findByText('这里供服务小分队和党委工作人员使用')).toBeInTheDocument()
  await settled()
})

test('a leader sends somebody of the team to an enterprise that nobody has met', async () => {
  open()
  expect((await screen.findAllByText('还没有见过面')).length).toBe(2)
  await press(`安排走访：${MILK.name}`)
  await userEvent.click(await screen.findByRole('radio', { name: '演示spec' }))
  await press('确定安排')
  await said(`已安排演示spec走访${MILK.name}`)
  expect(await screen.findByText('11月22日 周日，演示spec走访')).toBeInTheDocument()
  await settled()
  expect(await visits()).toEqual([['m-spec', '2026-11-22', 'planned', '']])
  await settled()
})

test('a plan that somebody else was faster with is told', async () => {
  open()
  await press(`安排走访：${MILK.name}`)
  await screen.findByRole('radio', { name: '演示spec' })
  await settled()
  await cloud.put('outreach', buildOutreach(MILK, 1, '2026-11-25', { by: 'm-spec' }))
  await press('确定安排')
  expect(await screen.findByText('这家企业已有安排好的走访，请刷新查看')).toBeInTheDocument()
  await settled()
})

test('who went writes it up with a beginning that is tapped, and the enterprise is met', async () => {
  await cloud.put('outreach', buildOutreach(MILK, 1, '2026-11-20', { by: 'm-spec', byName: '演示spec' }))
  holdPhone('spec')
  open()
  await view('已安排')
  await press(`写记录：${MILK.name}`)
  await press('保存记录')
  expect(await screen.findByText('请写一句了解到的情况')).toBeInTheDocument()
  await press('了解了用工和招聘情况：')
  await userEvent.type(screen.getByLabelText('了解到什么'), '缺普工三名')
  await press('保存记录')
  await said(`已记录对${MILK.name}的走访`)
  await settled()
  expect(await visits()).toEqual([['m-spec', '2026-11-20', 'done', '了解了用工和招聘情况：缺普工三名']])
  await view('已走访')
  expect(await screen.findByText('了解了用工和招聘情况：缺普工三名')).toBeInTheDocument()
  await view('待走访')
  expect(await screen.findByText(CHIPS.name)).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByText(MILK.name)).not.toBeInTheDocument())
  await settled()
})

test('staff see who went and when, not what was said', async () => {
  const done = { by: 'm-spec', byName: '演示spec', state: 'done' as const, note: '只给队里看的话' }
  await cloud.put('outreach', buildOutreach(MILK, 1, '2026-11-20', done))
  holdPhone('staff')
  open()
  await view('已走访')
  expect(await screen.findByText('11月20日 周五，演示spec')).toBeInTheDocument()
  expect(screen.getByText('记录只有走访人和小分队队长看得到')).toBeInTheDocument()
  expect(screen.queryByText('只给队里看的话')).not.toBeInTheDocument()
  await settled()
})

test('a visit is cancelled after being asked', async () => {
  await cloud.put('outreach', buildOutreach(MILK, 1, '2026-11-25', { by: 'm-spec', byName: '演示spec' }))
  open()
  await view('已安排')
  await press(`取消走访：${MILK.name}`)
  expect(await screen.findByText(/企业回到待走访名单/)).toBeInTheDocument()
  await press('取消走访')
  await said('已取消走访')
  expect(await screen.findByText('没有安排好的走访')).toBeInTheDocument()
  await settled()
  expect(await visits()).toEqual([['m-spec', '2026-11-25', 'cancelled', '']])
  await settled()
})

test('who went corrects what they wrote; the earlier wording stays below it', async () => {
  const done = { by: 'm-spec', byName: '演示spec', state: 'done' as const, note: '缺普工三名' }
  await cloud.put('outreach', buildOutreach(MILK, 1, '2026-11-20', done))
  holdPhone('spec')
  open()
  await view('已走访')
  await press(`更正记录：${MILK.name}`)
  const words = await screen.findByLabelText('了解到什么')
  await userEvent.clear(words)
  await userEvent.type(words, '缺普工五名')
  await press('保存更正')
  await said(`已更正对${MILK.name}的走访记录`)
  await settled()
  expect(await screen.findByText('缺普工五名')).toBeInTheDocument()
  expect(screen.getByText('今天 10:00 走访人更正，原记录：')).toBeInTheDocument()
  expect(screen.getByText('11月20日 周五，缺普工三名')).toBeInTheDocument()
})
