import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { EnterpriseDoc } from '../../../cloudfunctions/enterprise/store/enterprises'
import EnterpriseListPage from '@/pages/desk/enterprise-list'
import { cloud } from '../../support/cloud'
import { CHIPS, letSpeak, MILK, openPark, standing } from '../../support/enterprises'
import { holdPhone } from '../../support/hold-phone'
import { phone } from '../../support/taro/phone'
import { settled, watchPhone } from '../../support/working'

beforeAll(() => cloud.as('').send('enterprise', { action: 'none' }), 60_000)
beforeEach(async () => {
  await openPark()
  holdPhone('staff')
})

const open = (query = {}) => {
  watchPhone()
  phone.open('pages/desk/enterprise-list/index', query)
  return render(<EnterpriseListPage />)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const view = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))
const said = (words: string) => waitFor(() => expect(phone.toasts).toEqual([words]))
const join = () => cloud.as('ann').call('enterprise.join', { enterpriseId: MILK._id, position: '行政主管' })

test('it is for staff', async () => {
  holdPhone('ann')
  open()
  expect(await screen.findByText('这里供党委工作人员使用')).toBeInTheDocument()
  await settled()
})

test('who waits is confirmed, and the list is empty then', async () => {
  await join()
  open()
  await press(/^演示ann/)
  expect(await screen.findByText(`${MILK.name}，行政主管`)).toBeInTheDocument()
  await press('确认为联络人')
  await said('已确认演示ann为联络人')
  expect(await screen.findByText('没有等待确认的申请')).toBeInTheDocument()
  await settled()
  expect(await standing()).toMatchObject({ rights: ['ann'] })
  await settled()
})

test('who waits is declined with a reason, and not without one', async () => {
  await join()
  open()
  await press(/^演示ann/)
  await press('不通过')
  await press('退回申请')
  expect(await screen.findByText('请写明原因')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('原因'), '企业没有这位员工')
  await press('退回申请')
  await said('已退回演示ann的申请')
  await settled()
  expect(await standing()).toMatchObject({ states: { ann: 'declined' }, rights: [] })
  await settled()
})

test('what somebody else has decided is told', async () => {
  await join()
  open()
  await press(/^演示ann/)
  const contact = { enterpriseId: MILK._id, memberId: 'm-ann', reason: '不符' }
  await settled()
  await cloud.as('second-staff').call('enterprise.declineContact', contact)
  await press('确认为联络人')
  expect(await screen.findByText('这条申请已经处理过了，请刷新查看')).toBeInTheDocument()
  await settled()
})

test('a contact is removed, with a reason and with whom takes over', async () => {
  await letSpeak(MILK, 'ann', 'bob')
  open({ enterpriseId: MILK._id })
  await press(/^演示ann/)
  await press('移除联络人')
  await userEvent.click(await screen.findByRole('radio', { name: '演示bob，综合部主管' }))
  await userEvent.type(screen.getByLabelText('原因'), '企业告知已离职')
  await press('移除联络人')
  await said(`演示ann已不是${MILK.name}的联络人`)
  await waitFor(() => expect(screen.queryByText('演示ann')).not.toBeInTheDocument())
  await settled()
  expect(await standing()).toMatchObject({ states: { ann: 'left', bob: 'confirmed' }, rights: ['bob'] })
  await settled()
})

test('enterprises without anybody stand apart, and all are found by pinyin', async () => {
  await letSpeak(MILK, 'ann')
  open()
  await view('没有联络人')
  expect(await screen.findByText(CHIPS.name)).toBeInTheDocument()
  expect(screen.queryByText(MILK.name)).not.toBeInTheDocument()
  await view('全部企业')
  await userEvent.type(await screen.findByPlaceholderText('搜企业名称或拼音'), 'mengniu')
  expect(await screen.findByText(MILK.name)).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByText(CHIPS.name)).not.toBeInTheDocument())
  await settled()
})

test('an enterprise is taken in, but no name twice', async () => {
  open()
  await screen.findByText('没有等待确认的申请')
  await press('新增企业')
  await press('添加企业')
  expect(await screen.findByText('请填写企业名称')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('企业名称'), MILK.name)
  await press('添加企业')
  expect(await screen.findByText('这家企业已经在名单里，请直接查找')).toBeInTheDocument()
  await userEvent.clear(screen.getByLabelText('企业名称'))
  await userEvent.type(screen.getByLabelText('企业名称'), '亿源通')
  await userEvent.click(screen.getByRole('radio', { name: '电子信息' }))
  await press('添加企业')
  await said('已添加亿源通')
  await settled()
  const added = (await cloud.all<EnterpriseDoc>('enterprises')).find(({ name }) => name === '亿源通')
  expect(added?.industry).toBe('electronics')
  await settled()
})

test('what is known of an enterprise is corrected', async () => {
  open({ enterpriseId: MILK._id })
  await press('更正企业资料')
  await userEvent.clear(screen.getByLabelText('地址'))
  await userEvent.type(screen.getByLabelText('地址'), '演示路8号')
  await press('保存')
  await said(`已保存${MILK.name}`)
  expect(await screen.findByText('新材料，演示路8号')).toBeInTheDocument()
  await settled()
})
