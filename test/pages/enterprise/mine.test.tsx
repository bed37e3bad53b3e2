import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ContactDoc } from '../../../cloudfunctions/enterprise/store/contacts'
import { buildContact } from '../../../config/seed/enterprise-builders'
import MyEnterprisesPage from '@/pages/enterprise/mine'
import { cloud } from '../../support/cloud'
import { CHIPS, letSpeak, MILK, openPark, standing } from '../../support/enterprises'
import { holdPhone } from '../../support/hold-phone'
import { NOW } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { settled, watchPhone } from '../../support/working'

beforeAll(() => cloud.as('').send('enterprise', { action: 'none' }), 60_000)
beforeEach(async () => {
  await openPark()
  holdPhone('ann')
})

const open = () => {
  watchPhone()
  phone.open('pages/enterprise/mine/index')
  return render(<MyEnterprisesPage />)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const says = (words: string | RegExp) => screen.findByText(words)

test('who is not bound is shown the way', async () => {
  holdPhone('nobody')
  open()
  await press('去绑定')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }])
  await settled()
})

test('one’s enterprise is found by pinyin and asked for with one’s position', async () => {
  open()
  await press('申请成为联络人')
  await userEvent.type(await screen.findByPlaceholderText('搜企业名称或拼音'), 'mengniu')
  await waitFor(() => expect(screen.queryByText(CHIPS.name)).not.toBeInTheDocument())
  await press(new RegExp(MILK.name))
  await press('提交申请')
  expect(await says('请填写职务')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('您在企业的职务'), '行政主管')
  await press('提交申请')
  expect(await says(`已提交申请，工作人员会与${MILK.name}核实`)).toBeInTheDocument()
  expect(await says('待确认')).toBeInTheDocument()
  await settled()
  expect(await standing()).toMatchObject({ states: { ann: 'waiting' } })
  await settled()
})

test('a wish is taken back', async () => {
  await cloud.put('contacts', buildContact(MILK, 'm-ann', { state: 'waiting', since: NOW }))
  open()
  await press(`撤回申请：${MILK.name}`)
  await press('撤回申请')
  expect(await says('还没有关联企业')).toBeInTheDocument()
  await settled()
  expect(await standing()).toMatchObject({ states: { ann: 'left' } })
  await settled()
})

test('who was declined reads why and asks again', async () => {
  await cloud.put(
    'contacts',
    buildContact(MILK, 'm-ann', { state: 'declined', since: NOW, declineReason: '请核对企业' }),
  )
  open()
  expect(await says('请核对企业')).toBeInTheDocument()
  await press(`重新申请：${MILK.name}`)
  expect(screen.getByLabelText('您在企业的职务')).toHaveValue('综合部主管')
  await press('提交申请')
  expect(await says('待确认')).toBeInTheDocument()
  await settled()
})

test('leaving names who takes over', async () => {
  await letSpeak(MILK, 'ann', 'bob', 'cid')
  open()
  expect(await says(/^同企业联络人：演示bob（综合部主管）、演示cid/)).toBeInTheDocument()
  await press(`退出联络人：${MILK.name}`)
  await press('退出联络人')
  expect(await says('请选一位接手的联络人')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: '演示cid，综合部主管' }))
  await press('退出联络人')
  expect(await says(`您已不是${MILK.name}的联络人`)).toBeInTheDocument()
  await settled()
  expect(await standing()).toMatchObject({ states: { ann: 'left', bob: 'confirmed', cid: 'confirmed' } })
  await settled()
})

test('the last one is told that nobody is left', async () => {
  await letSpeak(MILK, 'ann')
  open()
  expect(await says('目前只有您一位联络人')).toBeInTheDocument()
  await press(`退出联络人：${MILK.name}`)
  expect(await says(new RegExp(`${MILK.name}就没有联络人了，工作人员会收到通知`))).toBeInTheDocument()
  await settled()
})

test('whoever was chosen and has gone meanwhile is told of, and another is chosen', async () => {
  await letSpeak(MILK, 'ann', 'bob')
  open()
  await press(`退出联络人：${MILK.name}`)
  await settled()
  await cloud.as('bob').call('enterprise.leave', { enterpriseId: MILK._id, successor: 'm-ann' })
  await press('退出联络人')
  expect(await says('选的人已不是这家企业的联络人，请另选一位')).toBeInTheDocument()
  const states = (await cloud.all<ContactDoc>('contacts')).map(({ memberId, state }) => `${memberId} ${state}`)
  expect(states.sort()).toEqual(['m-ann confirmed', 'm-bob left'])
  await settled()
})
