import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Content } from '../../../cloudfunctions/exhibit/store/content'
import { buildPicture } from '../../../config/seed/builders'
import { rereadPhoneMarks } from '@/features/exhibit/components/kept/phone-marks'
import ExhibitDisplayPage from '@/pages/exhibit/display'
import { keepAnswer, questionKey } from '@/lib/kept-answers'
import { stopSound } from '@/lib/guide-sound'
import { cloud } from '../../support/cloud'
import { cues, lostFile, openHall, sound, storeFile } from '../../support/hall'
import { holdPhone } from '../../support/hold-phone'
import { branch, eventIn, NOW, otherBranch, raiseMembers } from '../../support/park'
import { backgroundAudio } from '../../support/taro/device'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raiseMembers(1)
  holdPhone('a-visitor')
  rereadPhoneMarks()
})
afterEach(() => act(() => stopSound()))

const show = (params: Record<string, string> = { scene: 'x%3D101' }) => {
  phone.open('pages/exhibit/display/index', params)
  return render(<ExhibitDisplayPage />)
}
const says = (words: string | RegExp) => screen.findByText(words)
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const press = async (name: string | RegExp) => userEvent.click(await button(name))
const mode = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))

test('the code on the wall opens its exhibit, for everybody', async () => {
  await openHall()
  show()
  expect(await says('园区起步')).toBeInTheDocument()
  expect(await says('101 号展项')).toBeInTheDocument()
  expect(screen.getByText('第一段。')).toBeInTheDocument()
  expect(screen.getByText('第二段。')).toBeInTheDocument()
  await press('去展厅：发展展示区')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/exhibit/hall/index?hallId=h1' }])
})

test('the main action leads to the next exhibit, and from the last one back to the hall', async () => {
  await openHall()
  const { unmount } = show({ number: '101' })
  await press('下一展项：第一家企业')
  unmount()
  show({ exhibitId: 'EXH102' })
  await press('已是最后一项，回发展展示区')
  expect(phone.visits).toEqual([
    { by: 'redirectTo', url: '/pages/exhibit/display/index?exhibitId=EXH102' },
    { by: 'navigateTo', url: '/pages/exhibit/hall/index?hallId=h1' },
  ])
})

test('a number that nothing has is said in words, with every other way beside it', async () => {
  await openHall()
  show({ number: '199' })
  expect(await says('没有这个编号的展项，请核对墙上的三位数字')).toBeInTheDocument()
  await userEvent.type(screen.getByRole('textbox', { name: '展项编号，三位数字' }), '102')
  expect(phone.visits).toEqual([{ by: 'redirectTo', url: '/pages/exhibit/display/index?number=102' }])
})

test('a number that nothing can have is refused in the same words', async () => {
  show({ number: '999' })
  expect(await says('没有这个编号的展项，请核对墙上的三位数字')).toBeInTheDocument()
})

test('an address without an exhibit says what to do', async () => {
  show({})
  expect(await says('链接里没有展项编号，请扫墙上的码或输入编号')).toBeInTheDocument()
})

test('a tap on a picture shows it large; what is to be seen stands below it in words', async () => {
  await openHall()
  show()
  await press('查看大图：一张老照片')
  const [look] = phone.calls.filter(({ name }) => name === 'previewImage')
  expect(JSON.stringify(look?.options)).toMatch(/exhibits\/101\.jpg\?sign=/)
})

test('a picture that is gone leaves words in its place, and the page goes on', async () => {
  await openHall({ pictures: [buildPicture(lostFile, lostFile, '一张老照片')] })
  show()
  expect(await says('图片暂缺')).toBeInTheDocument()
  expect(screen.getByText('第一段。')).toBeInTheDocument()
})

const listenTo = async (content: Partial<Content> = {}) => {
  await openHall({ audio: await sound(), ...content })
  const page = show()
  await mode('听讲解')
  return page
}
const lineNow = () => document.querySelector('.transcript__line--now')?.textContent

test('the spoken line stands out while the guide speaks, and a tap on a line jumps there', async () => {
  await listenTo()
  expect(await says('约 1 分钟 · 语音由电脑合成')).toBeInTheDocument()
  await press('播放讲解')
  await button('暂停讲解')
  expect(backgroundAudio).toMatchObject({ title: '园区起步', epname: '发展展示区', paused: false })
  act(() => backgroundAudio.advance(5))
  expect(lineNow()).toBe('0:04这里讲述园区的起步。')
  await press(/请看墙上的老照片/)
  await waitFor(() => expect(lineNow()).toBe('0:09请看墙上的老照片。'))
  expect(backgroundAudio.currentTime).toBe(9)
})

test('the guide goes on when the page is left, and the next visit finds it where it is', async () => {
  const { unmount } = await listenTo()
  await press('播放讲解')
  await button('暂停讲解')
  act(() => backgroundAudio.advance(10))
  unmount()
  expect(backgroundAudio.paused).toBe(false)
  show()
  await button('暂停讲解')
  expect(lineNow()).toBe('0:09请看墙上的老照片。')
})

test('a sound whose address has grown too old says so and plays again from there', async () => {
  await listenTo()
  backgroundAudio.broken = true
  await press('播放讲解')
  expect(await says('讲解没有播出来，请检查网络后再点播放')).toBeInTheDocument()
  backgroundAudio.broken = false
  await press('播放讲解')
  await button('暂停讲解')
})

test('on mobile data a sound says its size before it is loaded', async () => {
  phone.network = '4g'
  await listenTo()
  expect(await says('音频约 180 KB，正在使用移动数据')).toBeInTheDocument()
  expect(backgroundAudio.src).toBe('')
})

test('a sound that is gone leaves its transcript to read', async () => {
  await listenTo({ audio: await sound({ file: lostFile }) })
  expect(await says('讲解音频暂缺，可以读文字稿')).toBeInTheDocument()
  expect(screen.getByText(cues[2]?.text ?? '')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '播放讲解' })).not.toBeInTheDocument()
})

test('the mode is remembered for the next scan; large type is for this page', async () => {
  const { unmount } = await listenTo()
  unmount()
  const again = show({ scene: 'x%3D102' })
  expect(await screen.findByRole('radio', { name: '听讲解' })).toBeChecked()
  expect(await says('这个展项没有讲解音频，可以读下面的介绍')).toBeInTheDocument()
  await mode('大字')
  expect(again.container.querySelector('.frame--large')).not.toBeNull()
  await mode('阅读')
  expect(again.container.querySelector('.frame--large')).toBeNull()
})

const film = async () => ({
  ...(await sound({ file: await storeFile('101.mp4', 'v'.repeat(2_200_000)) })),
  poster: null,
})

test('a film shows the caption of the moment, and silences the guide', async () => {
  await listenTo({ video: await film() })
  await press('播放讲解')
  await button('暂停讲解')
  const video = document.querySelector('video') as HTMLVideoElement
  fireEvent.play(video)
  await button('播放讲解')
  video.currentTime = 4.5
  fireEvent.timeUpdate(video)
  const caption = document.querySelector<HTMLElement>('.film-screen__caption')
  expect(within(caption as HTMLElement).getByText('这里讲述园区的起步。')).toBeInTheDocument()
})

test('on mobile data a film is not loaded before the tap', async () => {
  phone.network = '4g'
  await openHall({ video: await film() })
  show()
  expect(await says('视频约 2.1 MB，正在使用移动数据')).toBeInTheDocument()
  expect(document.querySelector('video')).toBeNull()
  await press('加载视频')
  expect(document.querySelector('video')).not.toBeNull()
})

test('a figure is said in words with where it comes from', async () => {
  await openHall({
    figure: {
      kind: 'bars',
      title: '在园企业',
      unit: '家',
      items: [
        { label: '2011 年', value: 120, note: '' },
        { label: '2026 年', value: 2600, note: '截至六月' },
      ],
      source: '园区年报',
    },
  })
  show()
  expect((await screen.findAllByRole('listitem')).map((item) => item.textContent)).toEqual([
    '2011 年120 家',
    '2026 年2,600 家截至六月',
  ])
  expect(screen.getByText('数据来源：园区年报')).toBeInTheDocument()
})

test('events and branches that have to do with it are linked', async () => {
  await cloud.put('events', eventIn(30, { audience: 'public' }))
  await openHall({ eventIds: ['EV0001'], branchIds: [branch._id] })
  show()
  expect(await says(branch.name)).toBeInTheDocument()
  await userEvent.click(screen.getByText(eventIn(30).title))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/event/detail/index?eventId=EV0001' }])
})

type Marks = { exhibitId: string; favouriteAt: Date | null; seenAt: Date | null }
const marks = async () =>
  (await cloud.all<Marks>('marks')).map(({ exhibitId, favouriteAt, seenAt }) => [
    exhibitId,
    favouriteAt !== null,
    seenAt !== null,
  ])

test('a visitor’s favourites and footprints stay on the phone and are handed over after binding', async () => {
  await openHall()
  const { unmount } = show()
  await press('收藏')
  await button('已收藏，点击取消收藏')
  expect(await marks()).toEqual([])
  unmount()
  holdPhone('person-001')
  show()
  await button('已收藏，点击取消收藏')
  await waitFor(async () => expect(await marks()).toEqual([['EXH101', true, true]]))
  await press('已收藏，点击取消收藏')
  await button('收藏')
  await waitFor(async () => expect(await marks()).toEqual([['EXH101', false, true]]))
})

test('out of reach, an exhibit of a hall that was opened once is there with text and figure', async () => {
  await openHall({ audio: await sound() })
  const answer = await cloud.as('a-visitor').call('exhibit.hall', { hallId: 'h1' })
  if (!answer.ok) throw new Error('no hall')
  keepAnswer<'exhibit.hall'>(questionKey('exhibit.hall', { hallId: 'h1' }), { data: answer.data, at: NOW.getTime() })
  await phone.goOffline()
  show()
  expect(await says('没有网络，先看文字和小图，其余联网后可用')).toBeInTheDocument()
  expect(screen.getByText('第二段。')).toBeInTheDocument()
  expect(await says(/以下是 .* 的内容，联网后会自动更新/)).toBeInTheDocument()
  await press('下一展项：第一家企业')
  expect(phone.visits).toEqual([{ by: 'redirectTo', url: '/pages/exhibit/display/index?exhibitId=EXH102' }])
})

test('out of reach and never opened, the page says so and offers to try again', async () => {
  await openHall()
  await phone.goOffline()
  show()
  expect(await says('网络不通，请检查网络后再试')).toBeInTheDocument()
  await phone.goOnline()
  await press('再试一次')
  expect(await says('园区起步')).toBeInTheDocument()
})

test('a favourite tapped without a network stays on the phone and goes over when the network is back', async () => {
  await openHall()
  holdPhone('person-001')
  show()
  await button('收藏')
  await waitFor(async () => expect(await marks()).toEqual([['EXH101', false, true]]))
  await phone.goOffline()
  await press('收藏')
  await button('已收藏，点击取消收藏')
  expect(await marks()).toEqual([['EXH101', false, true]])
  await phone.goOnline()
  await waitFor(async () => expect(await marks()).toEqual([['EXH101', true, true]]))
})
