import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import SuggestPage from '@/pages/member/suggest'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, NOW, raise, staff } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  holdPhone('nobody')
})

const show = () => {
  phone.open('pages/member/suggest/index')
  return render(<SuggestPage />)
}
const write = async (words: string) => userEvent.type(await screen.findByLabelText('您的意见'), words)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const sent = async () => (await cloud.all('suggestions')).length

test('anyone sends a suggestion and finds it among their own', async () => {
  show()
  await write('门口增加指引牌')
  await press('发送')
  expect(await screen.findByText('已收到，答复会显示在这里')).toBeInTheDocument()
  expect(await screen.findByText('门口增加指引牌')).toBeInTheDocument()
  expect(await screen.findByText('待答复')).toBeInTheDocument()
  expect(await sent()).toBe(1)
})

test('an empty one is not sent', async () => {
  show()
  await press('发送')
  expect(await screen.findByText('请先写下您的意见')).toBeInTheDocument()
  expect(await sent()).toBe(0)
})

test('the answer stands below what was sent', async () => {
  await raise('staff', [staff])
  const answer = await cloud.as('nobody').call('member.suggest', {
    requestId: 'request-0001',
    kind: 'complaint',
    text: '停车位不够',
  })
  if (!answer.ok) throw new Error('not sent')
  await cloud.as('staff').call('member.answerSuggestion', { suggestionId: answer.data.id, answer: '已联系物业增加' })
  show()
  await userEvent.click(await screen.findByRole('radio', { name: '我提过的' }))
  expect(await screen.findByText('已联系物业增加')).toBeInTheDocument()
  expect(screen.getByText('已答复')).toBeInTheDocument()
})

test('without a network it says so and keeps what was written', async () => {
  show()
  await write('门口增加指引牌')
  await phone.goOffline()
  await press('发送')
  expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
  expect(screen.getByLabelText('您的意见')).toHaveValue('门口增加指引牌')
})
