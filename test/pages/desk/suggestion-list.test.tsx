import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { SuggestionDoc } from '../../../cloudfunctions/member/store/suggestions'
import { buildSuggestion } from '../../../config/seed/builders'
import SuggestionsPage from '@/pages/desk/suggestion-list'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, NOW, raise, secretaryOf, staff } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('staff', [staff])
  await cloud.put('suggestions', buildSuggestion('suggestion-1', 'someone', { text: '增加指引牌' }))
})

const open = (openid: string) => {
  holdPhone(openid)
  phone.open('pages/desk/suggestion-list/index')
  render(<SuggestionsPage />)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

test('staff answer a suggestion, which then stands among the answered', async () => {
  open('staff')
  await press('答复：增加指引牌')
  await press('发出答复')
  expect(await screen.findByText('请填写答复内容')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('答复'), '已安排制作')
  await press('发出答复')
  expect(await screen.findByText('没有等待答复的意见')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: '已答复' }))
  expect(await screen.findByText('已安排制作')).toBeInTheDocument()
  expect((await cloud.all<SuggestionDoc>('suggestions')).map(({ answer }) => answer)).toEqual(['已安排制作'])
})

test('an answer that was begun is still there after closing the sheet', async () => {
  open('staff')
  await press('答复：增加指引牌')
  await userEvent.type(screen.getByLabelText('答复'), '写到一半')
  await press('关闭')
  await press('答复：增加指引牌')
  expect(screen.getByLabelText('答复')).toHaveValue('写到一半')
})

test('a secretary is told that this is for the committee’s staff', async () => {
  open('secretary')
  expect(await screen.findByText('这里供党委工作人员使用')).toBeInTheDocument()
  expect(screen.queryByText('增加指引牌')).not.toBeInTheDocument()
})
