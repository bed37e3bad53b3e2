import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import DeskExhibitListPage from '@/pages/desk/exhibit-list'
import DeskPage from '@/pages/desk/home'
import { DAY } from '@/domain/time'
import { buildContent, buildExhibit } from '../../../config/seed/builders'
import { cloud } from '../../support/cloud'
import { EDITOR, hallWith, raiseEditors } from '../../support/exhibits'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, NOW } from '../../support/park'
import { phone } from '../../support/taro/phone'

const recently = { changedAt: new Date(NOW.getTime() - DAY) }

beforeEach(async () => {
  await cloud.put('branches', branch)
  await raiseEditors(EDITOR)
  await cloud.put(
    'exhibits',
    ...hallWith(1, recently),
    buildExhibit('story', 'STORYDRAFT', { title: '没写完的故事', theme: 'faith' }, { state: 'draft', ...recently }),
    buildExhibit(
      'story',
      'STORYPLAN',
      { title: '等着发布', theme: 'craft' },
      {
        ...recently,
        draft: buildContent({ title: '等着发布的新版', theme: 'craft' }),
        publishAt: new Date(NOW.getTime() + HOUR),
      },
    ),
    buildExhibit(
      'milestone',
      'STONEBROKEN',
      { title: '少了一张图', date: '1921', theme: 'party' },
      { ...recently, broken: ['图片 1'], faulty: true },
    ),
  )
  holdPhone(EDITOR)
})

const open = (params: Record<string, string> = {}) => {
  phone.open('pages/desk/exhibit-list/index', params)
  return render(<DeskExhibitListPage />)
}
const titles = async (...expected: string[]) => {
  await screen.findByRole('button', { name: `编辑：${expected[0]}` })
  await waitFor(() =>
    expect(
      screen
        .getAllByRole('button', { name: /^编辑：/ })
        .map((one) => one.getAttribute('aria-label')?.slice(3))
        .sort(),
    ).toEqual([...expected].sort()),
  )
}
const choose = async (group: string, name: string) =>
  userEvent.click(within(await screen.findByRole('radiogroup', { name: group })).getByRole('radio', { name }))

test('an editor sees what stands where, narrows it by kind and need, and is told that only counts are kept', async () => {
  open()
  await titles('发展展示区', '展项101', '没写完的故事', '等着发布的新版', '少了一张图')
  expect(screen.getByText('打开次数仅统计次数，不记录个人')).toBeInTheDocument()
  expect(screen.getByText('定时 今天 11:00 发布')).toBeInTheDocument()
  expect(screen.getByText('打不开：图片 1，请重新上传')).toBeInTheDocument()
  await choose('类型', '故事')
  await titles('没写完的故事', '等着发布的新版')
  await choose('状态', '待定时发布')
  await titles('等着发布的新版')
  await choose('类型', '展厅')
  expect(await screen.findByText('没有待定时发布的内容')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '看全部内容' }))
  await titles('发展展示区', '展项101', '没写完的故事', '等着发布的新版', '少了一张图')
})

test('a filter in the address is set from the start, and what has not been touched for a year is in it', async () => {
  open({ filter: 'stale' })
  await titles('展项101')
  expect(screen.getByRole('radio', { name: '一年未更新' })).toHaveAttribute('aria-checked', 'true')
})

test('from the list it goes on to the form, the preview, the order of a hall and a new one', async () => {
  open()
  await userEvent.click(await screen.findByRole('button', { name: '编辑：展项101' }))
  await userEvent.click(screen.getByRole('button', { name: '预览：展项101' }))
  await userEvent.click(screen.getByRole('button', { name: '排序：发展展示区' }))
  await userEvent.click(screen.getByRole('button', { name: '新建' }))
  await userEvent.click(await screen.findByText('党建故事'))
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/pages/desk/exhibit-edit/index?exhibitId=EX101',
    '/pages/desk/exhibit-preview/index?exhibitId=EX101',
    '/pages/desk/hall-order/index?hallId=h1',
    '/pages/desk/exhibit-edit/index?kind=story',
  ])
})

test('words that lead nowhere say so and offer the way back', async () => {
  open()
  await titles('发展展示区', '展项101', '没写完的故事', '等着发布的新版', '少了一张图')
  await userEvent.type(screen.getByLabelText('搜标题、编号或正文'), '滑雪')
  expect(await screen.findByText('没有找到“滑雪”')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '清除条件' }))
  await titles('发展展示区', '展项101', '没写完的故事', '等着发布的新版', '少了一张图')
})

test("an editor's desk counts drafts and broken media and leads to each task, but shows no events to organise", async () => {
  phone.open('pages/desk/home/index')
  render(<DeskPage />)
  expect(await screen.findByText('2 项还没有发布')).toBeInTheDocument()
  expect(await screen.findByText('1 项的图片或声音打不开')).toBeInTheDocument()
  expect(screen.queryByText('党员管理')).not.toBeInTheDocument()
  expect(screen.queryByText('今天的活动')).not.toBeInTheDocument()
  for (const name of ['展馆内容', '参观安排', '到访码', '中心信息', '墙面展项码', '媒体缺失'])
    await userEvent.click(screen.getByText(name))
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/pages/desk/exhibit-list/index',
    '/pages/desk/visit-day/index',
    '/pages/desk/visit-door/index',
    '/pages/desk/centre-edit/index',
    '/pages/desk/wall-codes/index',
    '/pages/desk/exhibit-list/index?filter=broken',
  ])
})
