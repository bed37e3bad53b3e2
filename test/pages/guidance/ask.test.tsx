import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import AskGuidancePage from '@/pages/guidance/ask'
import { cloud } from '../../support/cloud'
import { open } from '../../support/guiding'
import { holdPhone } from '../../support/hold-phone'
import { raise } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(open)

const openPage = (who = 'contact-1') => {
  holdPhone(who)
  phone.open('pages/guidance/ask/index')
  return render(<AskGuidancePage />)
}
const says = (words: string | RegExp) => screen.findByText(words)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const pick = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const write = async (label: string, words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name: label }), words)
const made = () => cloud.all<{ _id: string; project: object; match: { by: string; personId: string } }>('guidances')

test('which project, which help; whoever fits best is named with the reasons, and the guidance is one tap away', async () => {
  openPage()
  await press('提交申请')
  expect(await says('请填写项目名称')).toBeInTheDocument()
  await write('项目名称', '硅材料中试')
  await pick('重点研发计划')
  await write('需求', '想申报省重点研发')
  await pick('政策')
  expect(await screen.findByRole('radio', { name: /^按匹配安排，现在最合适的是演示伯特：熟悉政策/ })).toBeChecked()
  await press('提交申请')
  expect(await says(/^由演示伯特/)).toBeInTheDocument()
  expect(screen.getByText('熟悉政策 · 手上没有在办事项')).toBeInTheDocument()
  const [guidance] = await made()
  expect(guidance).toMatchObject({
    project: { name: '硅材料中试', programme: 'keyResearch' },
    match: { by: 'matching' },
  })
  await press('看指导进度')
  expect(phone.visits.map(({ url }) => url)).toEqual([`/pages/guidance/detail/index?consultationId=${guidance?._id}`])
})

test('somebody else can be chosen; another direction asks anew who fits', async () => {
  openPage()
  await write('项目名称', '硅材料中试')
  await write('需求', '想申报省重点研发')
  await pick('政策')
  await press('看其他 1 位队员')
  await pick(/^演示安娜（.*不专攻政策/)
  await press('提交申请')
  expect(await says(/^由演示安娜/)).toBeInTheDocument()
  expect((await made())[0]?.match).toMatchObject({ by: 'enterprise', personId: 'm-anna' })
})

test('what was typed stays, and why it was refused is said where it was tried', async () => {
  const first = openPage()
  await write('项目名称', '硅材料中试')
  await write('需求', '想申报【违规】')
  await press('提交申请')
  expect(await says('填写的文字未通过安全检查，请修改后再提交')).toBeInTheDocument()
  first.unmount()
  openPage()
  await waitFor(() => expect(screen.getByRole('textbox', { name: '项目名称' })).toHaveValue('硅材料中试'))
  expect(await made()).toEqual([])
})

test('only who speaks for an enterprise asks; everyone else reads how to', async () => {
  await raise('nobody')
  openPage('nobody')
  expect(await says('企业联络人才能申请一对一指导')).toBeInTheDocument()
})
