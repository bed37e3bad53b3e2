import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildEvent } from '../../../config/seed/builders'
import type { EventDoc } from '../../../cloudfunctions/event/store/events'
import EventEditPage from '@/pages/desk/event-edit'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, NOW, otherBranch, raise, secretaryOf } from '../../support/park'
import { phone } from '../../support/taro/phone'

const event = (overrides: Partial<EventDoc> = {}) =>
  buildEvent('EV0001', branch, new Date(NOW.getTime() + 72 * HOUR), { title: '主题党日', createdBy: 'x', ...overrides })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('member')
  holdPhone('secretary')
})

const open = async (eventId?: string) => {
  phone.open('pages/desk/event-edit/index', eventId ? { eventId } : {})
  const page = render(<EventEditPage />)
  await screen.findByLabelText('标题')
  return page
}
const retype = async (label: string, words: string) => {
  await userEvent.clear(screen.getByLabelText(label))
  await userEvent.type(screen.getByLabelText(label), words)
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const events = () => cloud.all<EventDoc>('events')

test('a secretary writes an event, publishes it after being asked, and it is there for their branch', async () => {
  await open()
  await retype('标题', '十一月主题党日')
  await retype('地点', '多功能服务室')
  await press('发布')
  const dialog = await screen.findByRole('dialog', { name: '发布这场活动' })
  await userEvent.click(within(dialog).getByRole('button', { name: '发布' }))
  expect(await screen.findByText('活动已发布')).toBeInTheDocument()
  await press('打开签到台')
  const [stored] = await events()
  expect(phone.visits.at(-1)?.url).toBe(`/pages/desk/event-desk/index?eventId=${stored?._id ?? ''}`)
  expect([stored?.state, stored?.title, stored?.place.name, stored?.hostBranchIds]).toEqual([
    'published',
    '十一月主题党日',
    '多功能服务室',
    [branch._id],
  ])
})

test('what is missing is said beside its field, and nothing is sent', async () => {
  await open()
  await press('存草稿')
  expect(await screen.findByText('请填写活动标题')).toBeInTheDocument()
  expect(screen.getByText('请填写活动地点')).toBeInTheDocument()
  expect(await events()).toEqual([])
})

test('a draft that was kept is saved once, however often the answer is lost', async () => {
  await open()
  await retype('标题', '党课')
  await retype('地点', '党史长廊')
  await phone.goOffline()
  await press('存草稿')
  expect(await screen.findByText(/网络不通/)).toBeInTheDocument()
  await phone.goOnline()
  await press('存草稿')
  await waitFor(() => expect(phone.toasts).toEqual(['已保存']))
  expect((await events()).map(({ title, state }) => [title, state])).toEqual([['党课', 'draft']])
})

test('what was typed is still there after leaving and coming back, and can be thrown away', async () => {
  const first = await open()
  await retype('标题', '写到一半')
  first.unmount()
  await open()
  expect(screen.getByLabelText('标题')).toHaveValue('写到一半')
  await press('放弃，重新填写')
  expect(screen.getByLabelText('标题')).toHaveValue('')
})

test('after somebody else changed the event, what was typed stays, theirs is taken elsewhere, and saving goes on from there', async () => {
  await cloud.put('events', event())
  await open('EV0001')
  await retype('标题', '我改的标题')
  const other = await cloud.as('secretary').call('event.get', { eventId: 'EV0001' })
  if (!other.ok) throw new Error('the event is there')
  const { startsAt, endsAt, signUp, cancelUntil, checkIn } = other.data
  await cloud.as('secretary').call('event.change', {
    eventId: 'EV0001',
    rev: other.data.rev,
    draft: {
      ...{ kind: 'themeDay', title: '主题党日', startsAt, endsAt, signUp, cancelUntil, checkIn },
      place: { name: '党史长廊' },
      ...{ hostBranchIds: [branch._id], capacity: 60, waitlist: true, walkIns: true, audience: 'public', agenda: [] },
    },
  })
  await press('保存修改')
  expect(await screen.findByText('别人刚改过这个活动，您填写的内容还在')).toBeInTheDocument()
  expect(screen.getByLabelText('标题')).toHaveValue('我改的标题')
  expect(screen.getByLabelText('地点')).toHaveValue('党史长廊')
  await press('保存修改')
  await waitFor(() => expect(phone.toasts).toEqual(['已保存']))
  expect((await events()).map(({ title, place }) => [title, place.name])).toEqual([['我改的标题', '党史长廊']])
})

test('cancelling asks first, says who loses what, wants a reason and closes the form', async () => {
  await cloud.put('events', event({ taken: 12 }))
  await open('EV0001')
  await press('取消这场活动')
  expect(await screen.findByText(/已报名的 12 人会失去名额/)).toBeInTheDocument()
  await press('确定取消')
  expect(await screen.findByText('请写明原因，报名的人会看到')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('取消原因'), '会场检修')
  await press('确定取消')
  expect(await screen.findByText('取消原因：会场检修')).toBeInTheDocument()
  expect((await events()).map(({ state }) => state)).toEqual(['cancelled'])
})

test('copying makes a draft on another day and opens it', async () => {
  await cloud.put('events', event())
  await open('EV0001')
  await press('复制到另一天')
  await press('复制成草稿')
  await waitFor(() => expect(phone.visits).toHaveLength(1))
  const copy = (await events()).find(({ state }) => state === 'draft')
  expect(phone.visits).toEqual([{ by: 'redirectTo', url: `/pages/desk/event-edit/index?eventId=${copy?._id}` }])
  expect(copy?.startsAt.getTime()).toBe(event().startsAt.getTime() + 7 * 24 * HOUR)
})

test('a file that is too large or of a foreign kind is refused before anything is sent', async () => {
  await open()
  phone.picks.push([
    { path: 'wxfile://big.jpg', name: 'big.jpg', size: 3 * 1024 * 1024 },
    { path: 'wxfile://odd.gif', name: 'odd.gif', size: 10 },
  ])
  await press('添加图片')
  expect(await screen.findByText('文件太大，请压缩后再上传')).toBeInTheDocument()
  expect(screen.getByText('不支持这种文件，请换成图片或常用文档')).toBeInTheDocument()
  expect(await cloud.all('tickets')).toEqual([])
})

test('someone without a desk role is told who has one and how to ask for it', async () => {
  holdPhone('member')
  phone.open('pages/desk/event-edit/index')
  await act(async () => void render(<EventEditPage />))
  expect(await screen.findByText('工作台供支部书记和党委工作人员使用')).toBeInTheDocument()
  expect(screen.queryByLabelText('标题')).not.toBeInTheDocument()
})
