import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ActorDoc } from '../../../cloudfunctions/kernel/actor'
import type { MemberDoc } from '../../../cloudfunctions/member/store/members'
import { buildMember } from '../../../config/seed/builders'
import { buildSpecialist } from '../../../config/seed/service-builders'
import MemberListPage from '@/pages/desk/member-list'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, NOW, otherBranch, raise, secretaryOf, staff } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { settled, watchPhone } from '../../support/working'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('staff', [staff])
  await raise('new', [], branch, { state: 'unconfirmed' })
  await raise('elsewhere', [], otherBranch, { state: 'unconfirmed' })
  holdPhone('secretary')
})

const open = async (name = /^演示new/) => {
  phone.open('pages/desk/member-list/index')
  render(<MemberListPage />)
  await userEvent.click(await screen.findByRole('button', { name }))
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const member = async (id: string) => (await cloud.all<MemberDoc>('members')).find(({ _id }) => _id === id)
const said = (words: string) => waitFor(() => expect(phone.toasts).toEqual([words]))

test('a binding is confirmed, and the list is empty then', async () => {
  await open()
  expect(screen.queryByText('演示elsewhere')).not.toBeInTheDocument()
  await press('确认是本支部的人')
  await said('已确认演示new')
  expect((await member('m-new'))?.state).toBe('confirmed')
  expect(await screen.findByText('没有等待确认的人')).toBeInTheDocument()
})

test('a binding is merged into an imported record after being asked', async () => {
  await cloud.put('members', buildMember('m-imported', '演示new', branch, { state: 'imported' }))
  await open()
  await press(/同名$/)
  expect(await screen.findByText(/不能再拆开/)).toBeInTheDocument()
  await press('是同一个人，合并并确认')
  await said('已合并并确认演示new')
  expect(await screen.findByText('没有等待确认的人')).toBeInTheDocument()
  expect([(await member('m-new'))?.state, (await member('m-imported'))?.state]).toEqual(['merged', 'confirmed'])
})

test('a binding is declined with a reason, and not without one', async () => {
  await open()
  await press('不是本支部的人')
  await press('退回绑定')
  expect(await screen.findByText('请写明原因，本人会看到')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('原因'), '名册里没有')
  await press('退回绑定')
  await said('已退回演示new的绑定')
  expect(await screen.findByText('没有等待确认的人')).toBeInTheDocument()
  const declined = await member('m-new')
  expect([declined?.state, declined?.declineReason]).toEqual(['declined', '名册里没有'])
})

test('a name is corrected with a reason', async () => {
  await open()
  await press('更正姓名或支部')
  await userEvent.clear(screen.getByLabelText('姓名'))
  await userEvent.type(screen.getByLabelText('姓名'), '演示新名')
  await userEvent.type(screen.getByLabelText('更正的原因'), '本人说明')
  await press('保存更正')
  await said('已更正演示新名的资料')
  expect(await screen.findByRole('button', { name: /^演示新名/ })).toBeInTheDocument()
  expect((await member('m-new'))?.name).toBe('演示新名')
})

test('staff hand out a role over a branch and take it away again', async () => {
  holdPhone('staff')
  await raise('someone')
  phone.open('pages/desk/member-list/index')
  render(<MemberListPage />)
  await userEvent.click(await screen.findByRole('radio', { name: '已确认' }))
  await press(/^演示someone/)
  await press('授予角色')
  await press('授予支部书记')
  await said('已授予支部书记')
  const grants = async () => (await cloud.all<ActorDoc>('actors')).find(({ _id }) => _id === 'someone')?.grants
  expect((await grants())?.filter(({ role }) => role === 'secretary')).toEqual([secretaryOf(branch)])
  await press('撤销支部书记')
  await press('撤销角色')
  expect(await screen.findByText('还没有担任角色')).toBeInTheDocument()
  expect((await grants())?.map(({ role }) => role)).toEqual(['member'])
})

test('staff put somebody into a team by its name, or into one that is new', async () => {
  holdPhone('staff')
  watchPhone()
  await raise('someone')
  await cloud.put('specialists', buildSpecialist('m-anna', { teamId: 'team-01' }))
  await cloud.put('teams', { _id: 'team-01', name: '演示小分队', facts: [] })
  phone.open('pages/desk/member-list/index')
  render(<MemberListPage />)
  await userEvent.click(await screen.findByRole('radio', { name: '已确认' }))
  await press(/^演示someone/)
  await press('授予角色')
  await userEvent.click(screen.getByRole('radio', { name: '小分队成员' }))
  await userEvent.click(await screen.findByRole('radio', { name: '新的小分队' }))
  expect(screen.getByLabelText('小分队编号')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: '演示小分队' }))
  await press('授予小分队成员')
  await said('已授予小分队成员')
  expect(await screen.findByRole('button', { name: '撤销小分队成员' })).toBeInTheDocument()
  expect(await screen.findByText('演示小分队')).toBeInTheDocument()
  await settled()
  const someone = (await cloud.all<ActorDoc>('actors')).find(({ _id }) => _id === 'someone')
  expect(someone?.grants.at(-1)).toEqual({ role: 'specialist', scope: 'team', scopeId: 'team-01' })
})

test('a secretary is not offered to hand out roles', async () => {
  await raise('someone')
  phone.open('pages/desk/member-list/index')
  render(<MemberListPage />)
  await userEvent.click(await screen.findByRole('radio', { name: '已确认' }))
  await press(/^演示someone/)
  expect(await screen.findByRole('button', { name: '更正姓名或支部' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '授予角色' })).not.toBeInTheDocument()
})
