import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { MemberDoc } from '../../../cloudfunctions/member/store/members'
import DataPage from '@/pages/member/data'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, NOW, otherBranch, raise, raiseMembers, secretaryOf } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raiseMembers(1)
  holdPhone('person-001')
})

const show = () => {
  phone.open('pages/member/data/index')
  return render(<DataPage />)
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('everything kept is shown and can be taken out', async () => {
  show()
  expect(await screen.findByText('演示person-001')).toBeInTheDocument()
  await press('导出')
  expect(await screen.findByText('已复制，可以粘贴到文件传输助手或备忘录保存')).toBeInTheDocument()
  expect(phone.clipboard).toContain('演示person-001')
})

test('deleting asks first, says what is lost, and does nothing on second thoughts', async () => {
  show()
  await press('删除我的数据')
  expect(await screen.findByText(/删除后不能恢复/)).toBeInTheDocument()
  await press('再想想')
  expect((await cloud.all<MemberDoc>('members')).map(({ name }) => name)).toEqual(['演示person-001'])
})

test('deleting makes a visitor of the person', async () => {
  show()
  await press('删除我的数据')
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '删除' }))
  expect(await screen.findByText('您的数据已删除')).toBeInTheDocument()
  expect(await cloud.as('person-001').call('member.me', {})).toEqual({ ok: true, data: { member: null, grants: [] } })
})

test('who looked is listed', async () => {
  await raise('secretary', [secretaryOf(branch)])
  await cloud.as('secretary').call('member.list', {})
  show()
  await userEvent.click(await screen.findByRole('radio', { name: '谁看过' }))
  await waitFor(() => expect(screen.getByText(/演示secretary/)).toBeInTheDocument())
})

test('who is not bound is told where to bind', async () => {
  holdPhone('nobody')
  show()
  await press('去绑定')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }])
})
