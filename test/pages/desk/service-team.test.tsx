import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { SpecialistDoc } from '../../../cloudfunctions/service/store/specialists'
import { buildEnterprise } from '../../../config/seed/enterprise-builders'
import { buildAbsence } from '../../../config/seed/service-builders'
import ServiceTeamPage from '@/pages/desk/service-team'
import { openService, press, says } from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { NOW, raise, staff } from '../../support/park'
import { teamOf } from '../../support/service'
import { phone } from '../../support/taro/phone'
import { sheet } from '../../support/working'

beforeEach(openService)

const open = (openid = 'leader') => {
  holdPhone(openid)
  phone.open('pages/desk/service-team/index')
  return render(<ServiceTeamPage />)
}
const profile = async (id: string) => (await cloud.all<SpecialistDoc>('specialists')).find(({ _id }) => _id === id)

test('everyone with what they know, who is away, and which topics nobody knows', async () => {
  await cloud.put('absences', buildAbsence('away-1', 'm-anna', NOW, { note: '外出培训' }))
  open()
  expect(await screen.findByRole('button', { name: /^演示安娜/ })).toHaveTextContent(
    '请假 11月21日 周六 10:00–12:00：外出培训',
  )
  expect(screen.getByText('请假中')).toBeInTheDocument()
  expect(screen.getByText(/^演示(安娜、演示伯特|伯特、演示安娜)$/)).toBeInTheDocument()
  expect(screen.getAllByText('暂无队员')).toHaveLength(8)
})

test('title, topics, whom they must not advise, and whether they take part', async () => {
  open()
  await press(/^演示安娜/)
  const editing = await sheet('演示安娜')
  await userEvent.clear(editing.getByRole('textbox', { name: '身份' }))
  await userEvent.click(editing.getByRole('button', { name: '保存' }))
  expect(editing.getByText('请填写身份，例如“税务志愿者”')).toBeInTheDocument()
  await userEvent.type(editing.getByRole('textbox', { name: '身份' }), '政策志愿者')
  await userEvent.click(editing.getByRole('checkbox', { name: '政策' }))
  await userEvent.click(editing.getByRole('switch', { name: /^参加服务/ }))
  await userEvent.click(editing.getByRole('button', { name: '添加企业' }))
  await press(new RegExp(`^${buildEnterprise(1).name}`))
  await press('保存')
  await waitFor(() => expect(phone.toasts).toEqual(['已保存演示安娜']))
  expect(await profile('m-anna')).toMatchObject({
    title: '政策志愿者',
    topics: ['tax', 'policy'],
    conflicts: ['enterprise-01'],
    active: false,
  })
  expect(await says('未参加')).toBeInTheDocument()
})

test('staff add somebody who holds the role; who does not is told where it is given', async () => {
  await raise('staff', [staff])
  await raise('carl', [teamOf('specialist')])
  await raise('dora')
  open('staff')
  await press('添加队员')
  await userEvent.type(await screen.findByRole('textbox', { name: '搜姓名' }), '演示dora')
  expect(await says(/还没有小分队队员角色，请先在“党员管理”里授予$/)).toBeInTheDocument()
  await userEvent.clear(screen.getByRole('textbox', { name: '搜姓名' }))
  await userEvent.type(screen.getByRole('textbox', { name: '搜姓名' }), '演示carl')
  await press(/^演示carl/)
  const adding = await sheet('演示carl')
  await userEvent.type(adding.getByRole('textbox', { name: '身份' }), '物流工程师')
  await userEvent.click(adding.getByRole('checkbox', { name: '物流' }))
  await userEvent.click(adding.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(phone.toasts).toEqual(['已保存演示carl']))
  expect(await profile('m-carl')).toMatchObject({ teamId: 'team-01', title: '物流工程师', topics: ['logistics'] })
})

test('a leader adds nobody, because roles are given by staff', async () => {
  open()
  expect(await screen.findByRole('button', { name: /^演示安娜/ })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '添加队员' })).not.toBeInTheDocument()
})
