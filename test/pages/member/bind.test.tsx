import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { MemberDoc } from '../../../cloudfunctions/member/store/members'
import BindPage from '@/pages/member/bind'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, NOW, otherBranch, raise, raiseMembers } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  holdPhone('newcomer')
})

const show = (params = {}) => {
  phone.open('pages/member/bind/index', params)
  return render(<BindPage />)
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const type = async (label: string, words: string) => userEvent.type(await screen.findByLabelText(label), words)
const chooseBranch = async () => {
  await press('所在支部：请选择')
  await userEvent.click(await within(await screen.findByRole('dialog')).findByText(otherBranch.name))
}
const agree = async (name: RegExp) => userEvent.click(await screen.findByRole('checkbox', { name }))
const members = () => cloud.all<MemberDoc>('members')
const gone = (visits: unknown) => waitFor(() => expect(phone.visits).toEqual(visits))

test('name, branch and one consent make an unconfirmed member, and lead back', async () => {
  show()
  await type('姓名', '演示新人')
  await chooseBranch()
  await agree(/^用姓名和支部记录参加活动/)
  await press('绑定')
  await gone([{ by: 'switchTab', url: '/pages/tabs/home/index' }])
  expect(await members()).toMatchObject([{ name: '演示新人', state: 'unconfirmed', branch: { id: otherBranch._id } }])
})

test('whoever was sent here goes on to where they were going', async () => {
  show({ then: '/pages/event/detail/index?eventId=EV0001' })
  await type('姓名', '演示新人')
  await chooseBranch()
  await agree(/^用姓名和支部记录参加活动/)
  await press('绑定')
  await gone([{ by: 'redirectTo', url: '/pages/event/detail/index?eventId=EV0001' }])
})

test('what is missing is said beside its field, and nothing is sent', async () => {
  show()
  await press('绑定')
  expect(await screen.findByText('请填写姓名')).toBeInTheDocument()
  expect(screen.getByText('请选择所在支部')).toBeInTheDocument()
  expect(screen.getByText('同意用姓名和支部记录参加活动后，才能绑定')).toBeInTheDocument()
  expect(await members()).toEqual([])
})

test('a phone number asks for a consent of its own', async () => {
  show()
  await type('姓名', '演示新人')
  await chooseBranch()
  await agree(/^用姓名和支部记录参加活动/)
  await type('手机号', '19900001234')
  await press('绑定')
  expect(await screen.findByText('填了手机号，请同意用它联系您，或把手机号留空')).toBeInTheDocument()
  await agree(/^用手机号联系您/)
  await press('绑定')
  await gone([{ by: 'switchTab', url: '/pages/tabs/home/index' }])
  expect((await members())[0]?.phone).toBe('19900001234')
})

test('what was typed is still there after leaving the page', async () => {
  const first = show()
  await type('姓名', '演示新人')
  first.unmount()
  show()
  expect(await screen.findByLabelText('姓名')).toHaveValue('演示新人')
})

test('a declined person sees why, corrects it and waits again', async () => {
  await raise('declined', [], branch, { state: 'declined', declineReason: '姓名与名册不符' })
  holdPhone('declined')
  show()
  expect(await screen.findByText('姓名与名册不符。更正后可以重新提交')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByLabelText('姓名')).toHaveValue('演示declined'))
  await userEvent.clear(screen.getByLabelText('姓名'))
  await type('姓名', '演示更正')
  await press('更正并重新提交')
  await gone([{ by: 'switchTab', url: '/pages/tabs/home/index' }])
  expect(await members()).toMatchObject([{ name: '演示更正', state: 'unconfirmed' }])
})

test('a confirmed person can change the phone but not name and branch', async () => {
  await raiseMembers(1)
  holdPhone('person-001')
  show()
  expect(await screen.findByText('姓名和支部已由支部确认，需要更正请联系支部书记')).toBeInTheDocument()
  expect(screen.queryByLabelText('姓名')).not.toBeInTheDocument()
  await type('手机号', '19900004321')
  await agree(/^用手机号联系您/)
  await press('保存')
  await gone([{ by: 'switchTab', url: '/pages/tabs/home/index' }])
  expect((await members())[0]?.phone).toBe('19900004321')
})

test('without a network it says so and keeps what was typed', async () => {
  show()
  await type('姓名', '演示新人')
  await chooseBranch()
  await agree(/^用姓名和支部记录参加活动/)
  await phone.goOffline()
  await press('绑定')
  expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
  expect(screen.getByLabelText('姓名')).toHaveValue('演示新人')
})
