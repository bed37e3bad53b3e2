import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import MinePage from '@/pages/tabs/mine'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, NOW, otherBranch, raise, raiseMembers, secretaryOf } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raiseMembers(1)
})

const showAs = (openid: string) => {
  holdPhone(openid)
  phone.open('pages/tabs/mine/index')
  return render(<MinePage />)
}

test('a visitor is a visitor, with a way to bind and no desk', async () => {
  showAs('nobody')
  await userEvent.click(await screen.findByRole('button', { name: '绑定身份' }))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }])
  expect(screen.queryByText('工作台')).not.toBeInTheDocument()
})

test('a member sees name, branch and standing, and no desk', async () => {
  showAs('person-001')
  expect(await screen.findByText('演示person-001')).toBeInTheDocument()
  expect(screen.getByText('已确认')).toBeInTheDocument()
  expect(screen.getByText(branch.name)).toBeInTheDocument()
  expect(screen.queryByText('工作台')).not.toBeInTheDocument()
})

test('the desk is shown to those who hold a role there', async () => {
  await raise('secretary', [secretaryOf(branch)])
  showAs('secretary')
  await userEvent.click(await screen.findByText('工作台'))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/desk/home/index' }])
  expect(screen.getByText('支部书记')).toBeInTheDocument()
})

test('who was declined sees the reason and can correct it', async () => {
  await raise('declined', [], branch, { state: 'declined', declineReason: '姓名与名册不符' })
  showAs('declined')
  expect(await screen.findByText('姓名与名册不符')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '更正后重新提交' }))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }])
})
