import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import GuidanceItemPage from '@/pages/desk/guidance-item'
import GuidanceListPage from '@/pages/desk/guidance-list'
import { cloud } from '../../support/cloud'
import { followedUp, ok, stands } from '../../support/consulting'
import { adding, at, begun, finishing, guidanceOf, inStage, open, planning, put } from '../../support/guiding'
import { holdPhone } from '../../support/hold-phone'
import { phone } from '../../support/taro/phone'

const add = adding('guidance.addItem')
const finish = finishing('guidance.finish')
const plan = planning('guidance.planMeeting')

beforeEach(open)

const show = async (who = 'anna'): Promise<string> => {
  const id = await begun()
  openItem(id, who)
  return id
}
const openItem = (id: string, who = 'anna') => {
  holdPhone(who)
  phone.open('pages/desk/guidance-item/index', { consultationId: id })
  return render(<GuidanceItemPage />)
}
const says = (words: string | RegExp) => screen.findByText(words)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const sheet = async (name: string) => within(await screen.findByRole('dialog', { name }))

test('how far it is, what comes next, and one tap on to the next stage', async () => {
  const id = await show()
  expect(await says('接下来')).toBeInTheDocument()
  expect(screen.getByText('推进“诊断”')).toBeInTheDocument()
  expect(screen.getByRole('listitem', { name: '诊断，进行中' })).toBeInTheDocument()
  await press('进入“材料清单”')
  expect(await screen.findByRole('listitem', { name: '材料清单，进行中' })).toBeInTheDocument()
  expect(phone.toasts).toEqual(['已进入“材料清单”'])
  expect(guidanceOf(id).stage).toBe('materials')
})

test('back with a reason, which has to be written', async () => {
  const id = await begun()
  inStage(id, 'draft')
  openItem(id)
  await press('退回前面的阶段')
  const form = await sheet('退回前面的阶段')
  await userEvent.click(form.getByRole('button', { name: '退回' }))
  expect(form.getByText('退回阶段请写明原因，企业会看到')).toBeInTheDocument()
  await userEvent.type(form.getByRole('textbox', { name: '原因' }), '预算要重排')
  await userEvent.click(form.getByRole('button', { name: '退回' }))
  expect(await says(/初稿审阅 → 材料清单，预算要重排$/)).toBeInTheDocument()
})

test('an item is added, changed and ticked by its side', async () => {
  const id = await show()
  await press('添加一项')
  const form = await sheet('添加清单')
  await userEvent.click(form.getByRole('button', { name: '添加' }))
  expect(form.getByText('请写明要准备什么')).toBeInTheDocument()
  await userEvent.type(form.getByRole('textbox', { name: '要准备什么' }), '审阅意见')
  await userEvent.click(form.getByRole('radio', { name: '辅导员' }))
  await userEvent.click(form.getByRole('button', { name: '添加' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: '审阅意见' }))
  expect(await says('完成 1/1')).toBeInTheDocument()
  await press('修改审阅意见')
  await userEvent.click((await sheet('修改清单')).getByRole('button', { name: '删除这一项' }))
  await waitFor(() => expect(screen.queryByText('审阅意见')).not.toBeInTheDocument())
  expect(guidanceOf(id).items).toEqual([])
})

test('what the enterprise has to do is not the team’s to tick', async () => {
  const id = await begun()
  await add(id)
  openItem(id)
  expect(await screen.findByRole('checkbox', { name: '近三年审计报告' })).toHaveAttribute('aria-disabled', 'true')
})

test('who is taken at that time is said where it was tried', async () => {
  const [id, other] = [await begun(), await begun({ enterpriseId: 'enterprise-02' })]
  ok(await plan(other, '10:00'))
  openItem(id)
  await press('约下次会面')
  const form = await sheet('约下次会面')
  await userEvent.click(form.getByRole('button', { name: '约定' }))
  expect(form.getByText('请选择日期和时间')).toBeInTheDocument()
  expect(form.getByText('请填写地点')).toBeInTheDocument()
})

test('a meeting is cancelled with a reason, and written up once it was held', async () => {
  const id = await begun()
  ok(await plan(id, '10:00'))
  ok(await plan(id, '14:00'))
  cloud.setNow(new Date(at('11:30')))
  openItem(id)
  await press(/^取消会面：11月24日/)
  await userEvent.click((await sheet('取消会面')).getByRole('button', { name: '取消会面' }))
  expect(await says('取消原因：时间有冲突')).toBeInTheDocument()
  await press(/^写会面纪要：11月24日/)
  const form = await sheet('会面纪要')
  await userEvent.type(form.getByRole('textbox', { name: '谈了什么，定了什么' }), '定了三份材料')
  await userEvent.click(form.getByRole('button', { name: '保存' }))
  expect(await says('定了三份材料')).toBeInTheDocument()
  expect(await says('已进行')).toBeInTheDocument()
})

test('the result is registered with its amount and waits for the enterprise', async () => {
  const id = await begun()
  inStage(id, 'submission')
  openItem(id)
  await press('登记结果')
  const form = await sheet('登记结果')
  await userEvent.click(form.getByRole('button', { name: '登记并请企业确认' }))
  expect(form.getByText('请填写获批金额，没有资金请填 0')).toBeInTheDocument()
  await userEvent.type(form.getByRole('textbox', { name: '获批金额' }), '1200000')
  await userEvent.type(form.getByRole('textbox', { name: '说明' }), '列入立项名单')
  await userEvent.click(form.getByRole('button', { name: '登记并请企业确认' }))
  expect(await says('获批立项，资助 1,200,000 元')).toBeInTheDocument()
  expect(screen.getByText('等企业确认结果')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '登记结果' })).not.toBeInTheDocument()
  expect(stands(id).state).toBe('answered')
})

test('staff see how far it is; all of it once with a reason, and change nothing', async () => {
  const id = await begun()
  await add(id, { title: '机密：审计报告' })
  openItem(id, 'staff')
  expect(await says(/^清单、文件和纪要只有/)).toBeInTheDocument()
  expect(screen.queryByText('机密：审计报告')).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^进入/ })).not.toBeInTheDocument()
  await press('登记原因后查看')
  await userEvent.click((await sheet('查看指导内容')).getByRole('button', { name: '登记并查看' }))
  expect(await says('机密：审计报告')).toBeInTheDocument()
  expect(screen.getByText('原因：处理企业投诉')).toBeInTheDocument()
  expect(screen.getByRole('checkbox', { name: '机密：审计报告' })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.queryByRole('button', { name: /^(进入|添加|约)/ })).not.toBeInTheDocument()
})

test('a meeting that lost its time says so, and gets another', async () => {
  const id = await begun()
  ok(await plan(id, '10:00'))
  put('guidances', id, { meetings: guidanceOf(id).meetings.map((one) => ({ ...one, state: 'unplaced' })) })
  openItem(id)
  expect(await says('换了辅导员，原来的时间不合适，要另约时间')).toBeInTheDocument()
  expect(screen.getByText(/^重新约会面时间/)).toBeInTheDocument()
  await press(/^另约时间：11月24日/)
  expect((await sheet('会面改期')).getByRole('textbox', { name: '地点' })).toHaveValue('多功能服务室')
})

test('a leader chooses who guides: the best first, somebody else with a reason where they do not know the topic', async () => {
  holdPhone('leader')
  phone.open('pages/desk/guidance-list/index', { enterpriseId: 'enterprise-01', enterpriseName: '演示企业01' })
  render(<GuidanceListPage />)
  await press('开始一项指导')
  const form = await sheet('开始一对一指导')
  await userEvent.type(form.getByRole('textbox', { name: '项目名称' }), '硅材料中试')
  await userEvent.type(form.getByRole('textbox', { name: '企业的需求' }), '想申报省重点研发')
  await userEvent.click(form.getByRole('radio', { name: '政策' }))
  expect(await form.findByRole('radio', { name: /^演示伯特.*最合适，熟悉政策/ })).toBeChecked()
  await userEvent.click(form.getByRole('button', { name: '看其他 1 位队员' }))
  await userEvent.click(form.getByRole('radio', { name: /^演示安娜/ }))
  await userEvent.click(form.getByRole('button', { name: '开始指导' }))
  expect(form.getByText(/^这位队员不专攻这个方向/)).toBeInTheDocument()
  await userEvent.type(form.getByRole('textbox', { name: /^为什么由/ }), '上次就是她辅导的')
  await userEvent.click(form.getByRole('button', { name: '开始指导' }))
  await waitFor(() => expect(phone.visits).toHaveLength(1))
  const [made] = await cloud.all<{ match: object }>('guidances')
  expect(made?.match).toMatchObject({ by: 'leader', personId: 'm-anna', words: '上次就是她辅导的' })
})

test('the list leads to each, and those that are over stand apart', async () => {
  const [id, done] = [await begun(), await begun({ enterpriseId: 'enterprise-02' })]
  ok(await finish(done, { state: 'withdrawn', amount: null }))
  holdPhone('anna')
  phone.open('pages/desk/guidance-list/index')
  render(<GuidanceListPage />)
  expect(await says('待企业确认')).toBeInTheDocument()
  await press(/演示企业1/)
  expect(phone.visits.map(({ url }) => url)).toEqual([`/pages/desk/guidance-item/index?consultationId=${id}`])
  await userEvent.click(screen.getByRole('radio', { name: '已结束' }))
  expect(await says('还没有结束的一对一指导')).toBeInTheDocument()
})

test('guidance begins out of a consultation with its enterprise known', async () => {
  const source = await followedUp(1)
  holdPhone('anna')
  phone.open('pages/desk/guidance-list/index', {
    ...{ consultationId: source, enterpriseId: 'enterprise-01', enterpriseName: '演示企业01' },
  })
  render(<GuidanceListPage />)
  const form = await sheet('开始一对一指导')
  await userEvent.click(form.getByRole('button', { name: '开始指导' }))
  expect(form.getByText('请填写项目名称')).toBeInTheDocument()
  await userEvent.type(form.getByRole('textbox', { name: '项目名称' }), '硅材料中试')
  await userEvent.type(form.getByRole('textbox', { name: '企业的需求' }), '想申报省重点研发')
  await userEvent.click(form.getByRole('button', { name: '开始指导' }))
  await waitFor(() => expect(phone.visits).toHaveLength(1))
  const [made] = await cloud.all<{ _id: string; project: { name: string } }>('guidances')
  expect(made?.project.name).toBe('硅材料中试')
  expect(phone.visits[0]?.url).toBe(`/pages/desk/guidance-item/index?consultationId=${made?._id}`)
})

test('a specialist who does not lead it is kept out', async () => {
  const id = await begun()
  openItem(id, 'bert')
  expect(await says(/没有这项权限|只有/)).toBeInTheDocument()
})
