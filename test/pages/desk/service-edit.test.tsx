import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ServiceDayDoc } from '../../../cloudfunctions/service/store/days'
import ServiceEditPage from '@/pages/desk/service-edit'
import { choose, openService, press, says } from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { anna, DAY_ID, stored } from '../../support/service'
import { phone } from '../../support/taro/phone'
import { bookAnna, sheet, stands } from '../../support/working'

beforeEach(async () => {
  await openService()
  holdPhone('leader')
})

const open = (params: Record<string, string> = {}) => {
  phone.open('pages/desk/service-edit/index', params)
  return render(<ServiceEditPage />)
}
const fill = async (label: string, words: string) => {
  const field = await screen.findByRole('textbox', { name: label })
  await userEvent.clear(field)
  await userEvent.type(field, words)
}
const others = async () => (await cloud.all<ServiceDayDoc>('serviceDays')).filter(({ _id }) => _id !== DAY_ID)

test('planned, seen in advance, and published: the slots are there', async () => {
  open()
  expect(await says('每桌 12 个时段')).toBeInTheDocument()
  await fill('名称', '十二月服务日')
  await fill('地点', '党群服务中心')
  await userEvent.click(await screen.findByRole('checkbox', { name: /^演示安娜/ }))
  await userEvent.click(screen.getByRole('checkbox', { name: /^演示伯特/ }))
  expect(screen.getByText('2 桌，每桌 12 个时段，共 24 个')).toBeInTheDocument()
  expect(screen.getByText('主题：税务、政策')).toBeInTheDocument()
  await choose('60 分钟')
  expect(screen.getByText('2 桌，每桌 6 个时段，共 12 个')).toBeInTheDocument()
  await changeDay('2026-12-12')
  await press('发布')
  const question = await sheet('发布这个服务日')
  expect(question.getByText(/12月12日 周六 09:00–17:00，党群服务中心/)).toBeInTheDocument()
  await userEvent.click(question.getByRole('button', { name: '发布' }))
  expect(await says('服务日已发布')).toBeInTheDocument()
  const [day] = await others()
  expect([day?.state, day?.title, day?.slots]).toEqual(['published', '十二月服务日', 12])
  expect(stored.slots({ dayId: day?._id })).toHaveLength(12)
})

const changeDay = async (day: string) => {
  const picker = await screen.findByLabelText('日期')
  fireEvent.change(picker, { target: { value: day } })
}

test('what keeps it from being published is said beside the form and beside the field', async () => {
  open()
  // Everything that the page asks for has come.
  expect(await screen.findByRole('checkbox', { name: /^演示安娜/ })).toBeInTheDocument()
  expect(await says('发布前还需要')).toBeInTheDocument()
  const notice = within(screen.getByText('发布前还需要').parentElement as HTMLElement)
  expect(notice.getByText('请填写地点')).toBeInTheDocument()
  expect(notice.getByText('请至少安排一位队员')).toBeInTheDocument()
  await press('发布')
  expect((await screen.findAllByText('请填写地点')).length).toBe(2)
  await waitFor(async () => expect(await others()).toEqual([]))
})

test('a draft is kept with the server unfinished, and what was typed stays on the phone before that', async () => {
  const { unmount } = open()
  await fill('地点', '新地点')
  unmount()
  open()
  expect(await says('上次没存的内容还在')).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: '地点' })).toHaveValue('新地点')
  await press('存草稿')
  expect(await screen.findByRole('button', { name: '已存草稿' })).toBeInTheDocument()
  expect((await others()).map(({ state, place }) => [state, place.name])).toEqual([['draft', '新地点']])
})

test('a copy brings place, times and people to the next such weekday', async () => {
  open({ copyOf: DAY_ID })
  expect(await screen.findByRole('textbox', { name: '地点' })).toHaveValue('天安智谷一楼大厅')
  expect(await screen.findByRole('checkbox', { name: /^演示安娜/ })).toBeChecked()
  expect(screen.getByText('12月5日 周六 09:00–12:00')).toBeInTheDocument()
  await press('存草稿')
  await waitFor(async () => expect((await others()).map(({ day }) => day)).toEqual(['2026-12-05']))
})

test('a draft is thrown away after asking', async () => {
  const { unmount } = open({ copyOf: DAY_ID })
  await press('存草稿')
  await screen.findByRole('button', { name: '已存草稿' })
  unmount()
  open({ serviceDayId: (await others())[0]?._id ?? '' })
  await press('删除这个草稿')
  await userEvent.click((await sheet('删除这个草稿')).getByRole('button', { name: '删除' }))
  await waitFor(async () => expect(await others()).toEqual([]))
})

test('of a published day only name, place and words are changed here', async () => {
  open({ serviceDayId: DAY_ID })
  expect(await says('时间和队员已经发布')).toBeInTheDocument()
  expect(screen.queryByRole('checkbox', { name: /^演示安娜/ })).not.toBeInTheDocument()
  await fill('名称', '链上服务日（加场）')
  await press('保存修改')
  expect(await screen.findByRole('button', { name: '没有改动' })).toBeInTheDocument()
  expect(stored.day()?.title).toBe('链上服务日（加场）')
})

test('moved: it says who is told, wants a reason, and the booking goes along', async () => {
  const id = await bookAnna()
  open({ serviceDayId: DAY_ID })
  await press('改期 换日期、时间或地点')
  const moving = await sheet('改期')
  expect(moving.getByText(/^已预约的 1 家企业和到场的队员都会收到通知/)).toBeInTheDocument()
  await userEvent.click(moving.getByRole('button', { name: '确定改期并通知' }))
  expect(moving.getByText('请写明原因，预约的企业会看到')).toBeInTheDocument()
  await changeDay('2026-12-01')
  await userEvent.type(moving.getByRole('textbox', { name: '改期原因' }), '会场有接待任务')
  await userEvent.click(moving.getByRole('button', { name: '确定改期并通知' }))
  await waitFor(() => expect(phone.toasts).toEqual(['已改期，企业会收到通知']))
  expect(stored.day()?.day).toBe('2026-12-01')
  expect((await stands(id)).startsAt).toEqual(new Date('2026-12-01T01:30:00Z'))
})

test('cancelled with a reason: the page then says so and offers a copy', async () => {
  await bookAnna()
  open({ serviceDayId: DAY_ID })
  await press('取消这个服务日')
  const cancelling = await sheet('取消这个服务日')
  expect(cancelling.getByText(/^已预约的 1 家企业会收到通知/)).toBeInTheDocument()
  await userEvent.click(cancelling.getByRole('radio', { name: '天气原因' }))
  await userEvent.click(cancelling.getByRole('button', { name: '确定取消并通知' }))
  expect(await says('这个服务日已经取消')).toBeInTheDocument()
  expect(screen.getByText('取消原因：天气原因')).toBeInTheDocument()
  expect(stored.day()?.state).toBe('cancelled')
})

test('nobody sits at two places at one time: who and when is said', async () => {
  open({ copyOf: DAY_ID })
  await changeDay('2026-11-28')
  await press('发布')
  await userEvent.click((await sheet('发布这个服务日')).getByRole('button', { name: '发布' }))
  expect(await says(new RegExp(`^${anna.name} .*另有安排，请换人或换时间$`))).toBeInTheDocument()
})

test('a specialist plans nothing', async () => {
  holdPhone('anna')
  open()
  expect(await says('这里供服务小分队队长和党委工作人员使用')).toBeInTheDocument()
})
