import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildCentre } from '../../../config/seed/centre-builders'
import { buildExhibit } from '../../../config/seed/builders'
import { closureLines, openWords, weekLines } from '@/features/centre/components/home/opening'
import HallsPage from '@/pages/tabs/halls'
import { FIRST_CENTRE } from '@/domain/centre/rules'
import { PLAN, HALL_IDS } from '@/domain/exhibit/rules'
import { allDoors, doorBetween } from '@/features/plan-doors'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, NOW, otherBranch, raise } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  holdPhone('a-visitor')
})

const show = () => {
  phone.open('pages/tabs/halls/index')
  return render(<HallsPage />)
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const openHalls = () =>
  cloud.put('exhibits', ...HALL_IDS.map((id) => buildExhibit('hall', id, { title: `展厅${id}`, summary: `介绍${id}` })))

test('anybody sees what the centre is and until when it is open', async () => {
  await cloud.put('centres', buildCentre({ intro: '第一段。\n第二段。' }))
  show()
  expect(await screen.findByText('第一段。')).toBeInTheDocument()
  expect(screen.getByText('第二段。')).toBeInTheDocument()
  expect(screen.getAllByText('开放中，12:00 闭馆')).toHaveLength(2)
  expect(screen.getByText('周一至周五 9:00–17:30')).toBeInTheDocument()
  expect(screen.queryByText('管理展馆')).not.toBeInTheDocument()
})

test('the line about being open follows the clock while the page stands, also without a network', async () => {
  show()
  await screen.findAllByText('开放中，12:00 闭馆')
  cloud.setNow(new Date(NOW.getTime() + 3 * HOUR))
  await phone.goOffline()
  await phone.fire('didShow')
  expect(await screen.findAllByText('现在闭馆，周一 9:00 开放')).toHaveLength(2)
})

test('a closed day says why and when it opens again', async () => {
  await cloud.put('centres', buildCentre({ closures: [{ from: '2026-11-20', to: '2026-11-24', reason: '设备检修' }] }))
  show()
  expect(await screen.findAllByText('设备检修，现在闭馆，周三 9:00 开放')).toHaveLength(2)
  expect(screen.getByText('11月20日至11月24日闭馆（设备检修）')).toBeInTheDocument()
})

test('the plan names the eight halls in their order and opens each', async () => {
  await openHalls()
  show()
  const plan = await screen.findByRole('group', { name: '展馆平面示意图' })
  const names = within(plan)
    .getAllByRole('button')
    .map((hall) => hall.getAttribute('aria-label'))
  expect(names).toEqual([
    '1发展展示，展厅h1',
    '2科技成果，展厅h2',
    '3党建成果，展厅h3',
    '4服务室，展厅h4',
    '5多屏教室，展厅h5',
    '6VR教室，展厅h6',
    '7智慧书吧，展厅h7',
    '8党史长廊，展厅h8',
  ])
  await press('8党史长廊，展厅h8')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/exhibit/hall/index?hallId=h8' }])
})

test('the list of halls is an equal way', async () => {
  await openHalls()
  show()
  await userEvent.click(await screen.findByText('介绍h3'))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/exhibit/hall/index?hallId=h3' }])
})

test('before the halls are written the plan stands and the list says why it is empty', async () => {
  show()
  expect(await screen.findByText('展厅介绍正在整理')).toBeInTheDocument()
  await press('1发展展示区')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/exhibit/hall/index?hallId=h1' }])
})

test.each([
  ['预约参观', '/pages/centre/book/index'],
  ['我的参观', '/pages/centre/visits/index'],
])('%s is in reach', async (name, url) => {
  show()
  await press(name)
  expect(phone.visits).toEqual([{ by: 'navigateTo', url }])
})

test.each([
  ['找展项', '/pages/exhibit/find/index'],
  ['党史长廊', '/pages/exhibit/timeline/index'],
  ['党建故事', '/pages/exhibit/stories/index'],
  ['收藏与足迹', '/pages/exhibit/kept/index'],
])('%s is one tap away', async (words, url) => {
  show()
  await screen.findByText('收藏与足迹')
  await userEvent.click(screen.getAllByText(words)[0] as HTMLElement)
  expect(phone.visits).toEqual([{ by: 'navigateTo', url }])
})

test('the map opens at the place, the telephone dials, and the way is described', async () => {
  await cloud.put(
    'centres',
    buildCentre({ latitude: 23.6, longitude: 113.1, phone: '0763-0000000', directions: '一楼大堂右转' }),
  )
  show()
  expect(await screen.findByText('一楼大堂右转')).toBeInTheDocument()
  await userEvent.click(screen.getByText('广东省清远高新区天安智谷科技产业园'))
  await press('0763-0000000，拨打')
  const asked = phone.calls.filter(({ name }) => ['openLocation', 'makePhoneCall'].includes(name))
  expect(asked).toEqual([
    {
      name: 'openLocation',
      options: expect.objectContaining({ latitude: 23.6, longitude: 113.1 }),
    },
    { name: 'makePhoneCall', options: { phoneNumber: '0763-0000000' } },
  ])
})

test('the newest notice stands at once, the others at a tap', async () => {
  const at = (days: number) => new Date(NOW.getTime() - days * 24 * HOUR)
  await cloud.put(
    'centres',
    buildCentre({
      notices: [
        { title: '旧公告', text: '', at: at(3) },
        { title: '新公告', text: '本周六开放到 12 点', at: at(0) },
      ],
    }),
  )
  show()
  await screen.findByText('新公告')
  expect(screen.queryByText('旧公告')).not.toBeInTheDocument()
  await press('公告：全部 2 条')
  expect(screen.getAllByText(/公告$/).map(({ textContent }) => textContent)).toEqual(['公告', '新公告', '旧公告'])
  expect(screen.getByText('本周六开放到 12 点')).toBeInTheDocument()
})

test('an editor finds the way to the workbench', async () => {
  await raise('editor', [{ role: 'editor', scope: 'zone', scopeId: '' }])
  holdPhone('editor')
  show()
  await userEvent.click(await screen.findByText('参观预约与到访'))
  await userEvent.click(screen.getByText('展厅与展项'))
  await userEvent.click(screen.getByText('开放时间与介绍'))
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/pages/desk/visit-day/index',
    '/pages/desk/exhibit-list/index',
    '/pages/desk/centre-edit/index',
  ])
})

test('without a network the last known page stands with its time; with nothing known it says so', async () => {
  await phone.goOffline()
  const first = show()
  expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
  first.unmount()
  await phone.goOnline()
  await openHalls()
  const second = show()
  await screen.findByText('介绍h1')
  second.unmount()
  await phone.goOffline()
  show()
  expect(await screen.findByText('以下是 今天 10:00 的内容，联网后会自动更新')).toBeInTheDocument()
  expect(screen.getByText('介绍h1')).toBeInTheDocument()
  expect(screen.getAllByText('开放中，12:00 闭馆')).toHaveLength(2)
})

test('a server that fails gives words, a number and a retry', async () => {
  phone.cloud = () => Promise.resolve({ ok: false, error: { code: 'failed', requestId: 'REQ1' } })
  show()
  expect(await screen.findByText(/REQ1/)).toBeInTheDocument()
  holdPhone('a-visitor')
  await act(async () => press('再试一次'))
  expect(await screen.findAllByText('开放中，12:00 闭馆')).toHaveLength(2)
})

const facts = buildCentre() as unknown as Parameters<typeof openWords>[0]

test.each([
  ['2026-11-21T01:00:00Z', '开放中，12:00 闭馆'],
  ['2026-11-21T00:59:00Z', '现在闭馆，今天 9:00 开放'],
  ['2026-11-22T04:00:00Z', '现在闭馆，明天 9:00 开放'],
])('at %s it is said that way', (at, words) => {
  expect(openWords(facts, Date.parse(at)).words).toBe(words)
})

test('a centre that never opens says no time', () => {
  expect(openWords({ ...facts, week: FIRST_CENTRE.week.map(() => null) }, NOW.getTime()).words).toBe('暂不开放')
})

test('days in a row with the same hours are said together, from Monday on', () => {
  const day = { opens: '09:00', closes: '17:30' }
  expect(weekLines([null, day, day, day, day, day, null])).toEqual(['周一至周五 9:00–17:30', '周六、周日 闭馆'])
  expect(weekLines([day, day, day, day, day, day, day])).toEqual(['周一至周日 9:00–17:30'])
  expect(weekLines([day, null, day, day, day, day, day])).toEqual(['周一 闭馆', '周二至周日 9:00–17:30'])
})

test('closures that are over are not said', () => {
  const closures = [
    { from: '2027-02-05', to: '2027-02-12', reason: '春节' },
    { from: '2026-11-30', to: '2026-11-30', reason: '盘点' },
    { from: '2026-11-01', to: '2026-11-20', reason: '已过' },
  ]
  expect(closureLines({ closures }, NOW.getTime())).toEqual(['11月30日闭馆（盘点）', '2月5日至2月12日闭馆（春节）'])
})

test('every door of the plan stands in the wall between its two halls', () => {
  expect(allDoors()).toHaveLength(HALL_IDS.flatMap((id) => PLAN[id].doors).length / 2)
  const opposite = { left: 'right', right: 'left', up: 'down', down: 'up' } as const
  for (const from of HALL_IDS) {
    for (const to of PLAN[from].doors) {
      const there = doorBetween(from, to)
      const back = doorBetween(to, from)
      expect([back.wall, back.x, back.y]).toEqual([opposite[there.wall], there.x, there.y])
    }
  }
})
