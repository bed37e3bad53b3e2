import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildExhibit } from '../../../config/seed/builders'
import { routeThrough } from '@/features/exhibit/components/hall/route-drawing'
import { FACES, type Face } from '@/domain/exhibit/rules'
import ExhibitHallPage from '@/pages/exhibit/hall'
import type { Content, StoredFile } from '../../../cloudfunctions/exhibit/store/content'
import { cloud } from '../../support/cloud'
import { display, lostFile, nextDisplay, sound, storeFile } from '../../support/hall'
import { holdPhone } from '../../support/hold-phone'
import { branch, NOW, otherBranch } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  holdPhone('a-visitor')
})

const show = (params: Record<string, string> = { hallId: 'h1' }) => {
  phone.open('pages/exhibit/hall/index', params)
  return render(<ExhibitHallPage />)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))
const chosen = () => screen.getByRole('radio', { checked: true }).textContent

const facesOf = async (overrides: Partial<Record<Face, StoredFile>> = {}) => {
  const files = await Promise.all(
    FACES.map(async (face) => [face, await storeFile(`h1-${face}.jpg`, 'x'.repeat(35 * 1024))] as const),
  )
  return { ...Object.fromEntries(files), ...overrides }
}

const room = async (content: Partial<Content> = {}) =>
  buildExhibit('hall', 'h1', {
    title: '发展展示区',
    summary: '看园区怎样走来。',
    text: '第一段。\n第二段。',
    panorama: {
      faces: await facesOf(),
      spots: [
        { yaw: -20, pitch: 1, to: { number: '101' } },
        { yaw: 110, pitch: -2, to: { hallId: 'h2' } },
      ],
    },
    ...content,
  })

const openRoom = async (content: Partial<Content> = {}) =>
  cloud.put(
    'exhibits',
    await room(content),
    await display(),
    nextDisplay,
    buildExhibit('hall', 'h2', { title: '科技成果展示区' }),
  )

const faces = (container: HTMLElement) => [...container.querySelectorAll<HTMLImageElement>('.cube__picture')]
const standing = (container: HTMLElement) => container.querySelector<HTMLElement>('.cube__room')?.style.transform
const comeIn = (container: HTMLElement) => faces(container).forEach((face) => fireEvent.load(face))

test('a hall opens as a room to turn around in, with what it tells below', async () => {
  await openRoom({ audio: await sound() })
  const { container } = show()
  expect(await screen.findByText('1 号展厅 · 2 件展项')).toBeInTheDocument()
  expect(screen.getByText('看园区怎样走来。')).toBeInTheDocument()
  expect(screen.getByText('第二段。')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '播放讲解' })).toBeInTheDocument()
  expect(chosen()).toBe('全景')
  await waitFor(() => expect(faces(container)).toHaveLength(6))
  expect(screen.getByText('全景正在载入')).toBeInTheDocument()
  comeIn(container)
  expect(screen.queryByText('全景正在载入')).not.toBeInTheDocument()
})

test('the arrows turn the room', async () => {
  await openRoom()
  const { container } = show()
  await screen.findByRole('button', { name: '向右转' })
  // A step takes a quarter of a second of a clock that goes.
  jest.useRealTimers()
  await press('向右转')
  await waitFor(() => expect(standing(container)).toBe('rotateX(0deg) rotateY(30deg)'))
  await press('向上看')
  await waitFor(() => expect(standing(container)).toBe('rotateX(25deg) rotateY(30deg)'))
})

test('a spot in the room leads to its exhibit, a door to its hall, and the list below says the same', async () => {
  await openRoom()
  show()
  const spots = await screen.findAllByRole('button', { name: '101 号展项 园区起步' })
  await userEvent.click(spots[0] as HTMLElement)
  const doors = screen.getAllByRole('button', { name: '去科技成果展示区' })
  await userEvent.click(doors[0] as HTMLElement)
  await userEvent.click(screen.getByText('去科技成果展示区'))
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/pages/exhibit/display/index?number=101',
    '/pages/exhibit/hall/index?hallId=h2&view=panorama',
    '/pages/exhibit/hall/index?hallId=h2&view=panorama',
  ])
})

test('the plan and the list lead to the same exhibits in the same order, and the choice is remembered', async () => {
  await openRoom()
  const first = show()
  await choose('平面')
  const plan = await screen.findByRole('group', { name: '展厅平面示意图' })
  const stands = within(plan).getAllByRole('button')
  expect(stands.map((one) => one.getAttribute('aria-label'))).toEqual(['展项 101 园区起步', '展项 102 第一家企业'])
  await userEvent.click(stands[1] as HTMLElement)
  first.unmount()

  show()
  await waitFor(() => expect(chosen()).toBe('平面'))
  await choose('列表')
  await userEvent.click(screen.getByText('它在这里落户。'))
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/pages/exhibit/display/index?exhibitId=EXH102',
    '/pages/exhibit/display/index?exhibitId=EXH102',
  ])
})

test('a link may say how to walk through', async () => {
  await openRoom()
  show({ hallId: 'h1', view: 'list' })
  expect(await screen.findByText('它在这里落户。')).toBeInTheDocument()
  expect(chosen()).toBe('列表')
})

test('a hall without a panorama, or with a face missing, is walked through on the plan', async () => {
  await openRoom({ panorama: { faces: await facesOf({ up: lostFile }), spots: [] } })
  show({ hallId: 'h1', view: 'panorama' })
  expect(await screen.findByRole('group', { name: '展厅平面示意图' })).toBeInTheDocument()
  expect(screen.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual(['平面', '列表'])
})

test('on mobile data the panorama says its size and waits for a tap', async () => {
  phone.network = '4g'
  await openRoom()
  const { container } = show()
  expect(await screen.findByText('全景约 210 KB，正在使用移动数据')).toBeInTheDocument()
  expect(faces(container)).toHaveLength(0)
  await press('加载')
  expect(faces(container)).toHaveLength(6)
})

test('a panorama that breaks off offers another try and the plan', async () => {
  await openRoom()
  const { container } = show()
  await waitFor(() => expect(faces(container)).toHaveLength(6))
  fireEvent.error(faces(container)[2] as HTMLElement)
  expect(await screen.findByText('全景没有载完')).toBeInTheDocument()
  await press('重新载入')
  expect(screen.queryByText('全景没有载完')).not.toBeInTheDocument()
  comeIn(container)
  expect(screen.queryByText('全景正在载入')).not.toBeInTheDocument()
  fireEvent.error(faces(container)[0] as HTMLElement)
  await press('看平面图')
  expect(await screen.findByRole('group', { name: '展厅平面示意图' })).toBeInTheDocument()
})

test('a hall once opened can be walked through again without a network', async () => {
  await openRoom()
  const first = show()
  await screen.findByText('1 号展厅 · 2 件展项')
  first.unmount()
  await phone.goOffline()
  show()
  expect(await screen.findByText('以下是 今天 10:00 的内容，联网后会自动更新')).toBeInTheDocument()
  expect(await screen.findByText('现在没有网络，全景打不开')).toBeInTheDocument()
  expect(screen.getByText('第一段。')).toBeInTheDocument()
  await press('看平面图')
  await userEvent.click(await screen.findByRole('button', { name: '展项 101 园区起步' }))
  expect(phone.visits.map(({ url }) => url)).toEqual(['/pages/exhibit/display/index?exhibitId=EXH101'])
})

test('a hall never opened says that there is no network', async () => {
  await phone.goOffline()
  show()
  expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
})

test('the neighbours and the next hall are one tap away', async () => {
  await openRoom()
  show()
  await screen.findByText('隔壁展厅')
  await press('去科技成果展示区')
  await press('下一展厅：科技成果展示区')
  expect(phone.visits).toEqual([
    { by: 'navigateTo', url: '/pages/exhibit/hall/index?hallId=h2' },
    { by: 'redirectTo', url: '/pages/exhibit/hall/index?hallId=h2' },
  ])
})

test('a hall without exhibits says so', async () => {
  await cloud.put('exhibits', buildExhibit('hall', 'h7', { title: '智慧党建书吧' }))
  show({ hallId: 'h7' })
  expect(await screen.findByText('这个展厅的展项正在整理')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '下一展厅：党史长廊' })).toBeInTheDocument()
})

test('an address of no hall leads back to the centre', async () => {
  show({ hallId: 'h9' })
  await press('看展馆')
  expect(phone.visits).toEqual([{ by: 'switchTab', url: '/pages/tabs/halls/index' }])
})

test('the way through a hall never jumps: every stand is beside the one before', () => {
  expect(routeThrough(0, 3)).toEqual({ places: [], rows: 1 })
  const { places, rows } = routeThrough(7, 3)
  expect(rows).toBe(3)
  expect(places.map(({ x }) => Math.round(x))).toEqual([17, 50, 83, 83, 50, 17, 17])
  for (const [index, { x, y }] of places.slice(1).entries()) {
    const before = places[index] ?? { x: 0, y: 0 }
    expect(Math.abs(x - before.x) < 1 !== Math.abs(y - before.y) < 1).toBe(true)
  }
})
