import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import DeskExhibitEditPage from '@/pages/desk/exhibit-edit'
import DeskExhibitPreviewPage from '@/pages/desk/exhibit-preview'
import { buildExhibit } from '../../../config/seed/builders'
import { cloud } from '../../support/cloud'
import { draft, EDITOR, hallWith, missingPicture, ok, png, raiseEditors, storedExhibit } from '../../support/exhibits'
import { holdPhone } from '../../support/hold-phone'
import { branch, raise } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  await cloud.put('branches', branch)
  await raiseEditors(EDITOR, 'other')
  await cloud.put('exhibits', ...hallWith(2))
  holdPhone(EDITOR)
})

const open = async (params: Record<string, string>) => {
  phone.open('pages/desk/exhibit-edit/index', params)
  const page = render(<DeskExhibitEditPage />)
  await screen.findByLabelText('标题')
  return page
}
const retype = async (label: string, words: string) => {
  await userEvent.clear(screen.getByLabelText(label))
  await userEvent.type(screen.getByLabelText(label), words)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const pressIn = async (dialog: string | RegExp, name: string) =>
  userEvent.click(within(await screen.findByRole('dialog', { name: dialog })).getByRole('button', { name }))
const newDisplay = async () =>
  (await cloud.all<{ _id: string; kind: string }>('exhibits')).find(
    ({ kind, _id }) => kind === 'display' && !/^EX10/.test(_id),
  )

test('an editor writes an exhibit, keeps an unfinished draft, then publishes it for everyone', async () => {
  await open({ kind: 'display', hallId: 'h1' })
  await retype('标题', '园区的第一天')
  await press('存草稿')
  expect(await screen.findByText('草稿已存，发布前只有工作台看得到')).toBeInTheDocument()
  await press('发布')
  expect((await screen.findAllByText('请填写三位展项编号，首位是展厅号')).length).toBeGreaterThan(0)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await retype('编号', '150')
  await retype('简介', '从一片荒滩说起。')
  await retype('正文', '第一段。')
  await press('发布')
  await pressIn('发布', '现在发布')
  expect(await screen.findByText('已发布，访客现在就能看到')).toBeInTheDocument()
  const made = await newDisplay()
  const seen = ok(await cloud.as('').call('exhibit.get', { number: '150' }))
  expect([made?._id, seen.exhibit.title, seen.exhibit.hallId]).toEqual([seen.exhibit.id, '园区的第一天', 'h1'])
}, 60_000)

test('a published exhibit keeps its public words while a draft waits for its time, and the time can be taken away', async () => {
  await open({ exhibitId: 'EX101' })
  await retype('标题', '新的标题')
  await press('发布')
  await userEvent.click(await screen.findByRole('radio', { name: /以后的时间/ }))
  expect(await screen.findByText(/会在 明天 9:00 自动发布/)).toBeInTheDocument()
  await pressIn('发布', '定时发布')
  expect(await screen.findByText('会在 明天 9:00 自动发布，在那之前可以取消')).toBeInTheDocument()
  expect(ok(await cloud.as('').call('exhibit.get', { exhibitId: 'EX101' })).exhibit.title).toBe('展项101')
  await press('取消定时发布')
  await pressIn('取消定时发布', '取消定时')
  expect(await screen.findByText('定时已取消，草稿还在')).toBeInTheDocument()
  const stored = await storedExhibit('EX101')
  expect([stored?.publishAt, stored?.draft?.title, stored?.live?.title]).toEqual([null, '新的标题', '展项101'])
}, 60_000)

test('a picture is made smaller twice, sent with its ticket, and must say what it shows before it goes out', async () => {
  await open({ exhibitId: 'EX101' })
  phone.picks.push([{ path: 'wxfile://wide.png', name: 'wide.png', size: 33, bytes: png(2400, 1350) }])
  await press('添加图片')
  const alt = await screen.findByLabelText('第 1 张图片的文字说明')
  await press('发布')
  expect((await screen.findAllByText('每张图片都要有文字说明，供看不见图片的人听')).length).toBeGreaterThan(0)
  await userEvent.type(alt, '园区航拍图')
  await press('存草稿')
  await screen.findByText('草稿已存，访客看到的没有变')
  const [picture] = (await storedExhibit('EX101'))?.draft?.pictures ?? []
  expect([picture?.alt, picture?.file.width, picture?.file.height, picture?.small.width]).toEqual([
    '园区航拍图',
    1280,
    720,
    320,
  ])
}, 60_000)

test('what phones cannot show well is refused before anything is sent, in words', async () => {
  await open({ exhibitId: 'EX101' })
  phone.picks.push([
    { path: 'wxfile://small.png', name: 'small.png', size: 33, bytes: png(320, 200) },
    { path: 'wxfile://odd.gif', name: 'odd.gif', size: 10 },
  ])
  await press('添加图片')
  expect(await screen.findByText('这张图片宽 320 像素，手机上会看不清，请换一张宽 640 像素以上的')).toBeInTheDocument()
  expect(await screen.findByText('不支持这种文件，请选 JPG、PNG 或 WebP 图片')).toBeInTheDocument()
  phone.picks.push([{ path: 'wxfile://long.mp3', name: 'long.mp3', size: 13 * 1024 * 1024 }])
  await press('添加音频')
  expect(await screen.findByText('音频要在 12 MB 以内，这个有 13 MB')).toBeInTheDocument()
  expect(await cloud.all('tickets')).toEqual([])
}, 60_000)

test('an upload that did not get through can be tried again, and one that is not wanted can be dropped', async () => {
  await open({ exhibitId: 'EX101' })
  await phone.goOffline()
  phone.picks.push([{ path: 'wxfile://wide.png', name: 'wide.png', size: 33, bytes: png(1280, 720) }])
  await press('添加图片')
  expect(await screen.findByText(/网络不通/)).toBeInTheDocument()
  await phone.goOnline()
  await press('重试wide.png')
  await screen.findByLabelText('第 1 张图片的文字说明')
  await press('删除第 1 张图片')
  expect(screen.queryByLabelText('第 1 张图片的文字说明')).not.toBeInTheDocument()
}, 60_000)

test('after somebody else changed it, what was typed stays, theirs is taken elsewhere, and saving goes on from there', async () => {
  await open({ exhibitId: 'EX101' })
  await retype('标题', '我改的标题')
  const { rev } = ok(await cloud.as('other').call('exhibit.edit', { exhibitId: 'EX101' }))
  ok(
    await cloud.as('other').call('exhibit.save', {
      exhibitId: 'EX101',
      rev,
      draft: draft({ title: '展项101', text: '别人的正文。' }),
    }),
  )
  await press('存草稿')
  expect(await screen.findByText('别人刚改过这里，您填写的内容还在')).toBeInTheDocument()
  expect(
    [screen.getByLabelText('标题'), screen.getByLabelText('正文')].map((field) => (field as HTMLInputElement).value),
  ).toEqual(['我改的标题', '别人的正文。'])
  await press('存草稿')
  await screen.findByText('草稿已存，访客看到的没有变')
  const stored = await storedExhibit('EX101')
  expect([stored?.draft?.title, stored?.draft?.text]).toEqual(['我改的标题', '别人的正文。'])
}, 60_000)

test('what was typed is still there after leaving and coming back, and the preview shows it', async () => {
  const first = await open({ exhibitId: 'EX101' })
  await retype('标题', '写到一半')
  first.unmount()
  phone.open('pages/desk/exhibit-preview/index', { exhibitId: 'EX101' })
  const preview = render(<DeskExhibitPreviewPage />)
  expect(await screen.findByText('写到一半')).toBeInTheDocument()
  expect(screen.getByText('有没存的修改，只在这台设备上')).toBeInTheDocument()
  preview.unmount()
  await open({ exhibitId: 'EX101' })
  expect(screen.getByLabelText('标题')).toHaveValue('写到一半')
  await press('放弃，用已保存的内容')
  expect(screen.getByLabelText('标题')).toHaveValue('展项101')
}, 60_000)

test('withdrawing asks first; an earlier version comes back as a draft; giving the draft up leaves what is public', async () => {
  await open({ exhibitId: 'EX101' })
  await retype('标题', '第二版')
  await press('发布')
  await pressIn('发布', '现在发布')
  await screen.findByText('已发布，访客现在就能看到')
  await press(/^恢复为草稿：.*发布的版本/)
  await pressIn('恢复为草稿', '恢复')
  await screen.findByText('旧版本已恢复为草稿，访客看到的没有变')
  expect(screen.getByLabelText('标题')).toHaveValue('展项101')
  await press('放弃草稿')
  await pressIn('放弃草稿', '放弃草稿')
  await screen.findByText('草稿已放弃，这里是已发布的版本')
  await waitFor(() => expect(screen.getByLabelText('标题')).toHaveValue('第二版'))
  await press('从展馆撤下')
  expect(await screen.findByText(/撤下后访客看不到这个展项/)).toBeInTheDocument()
  await pressIn('撤下“第二版”', '撤下')
  await screen.findByText('已撤下，访客看不到了')
  const stored = await storedExhibit('EX101')
  expect([stored?.state, stored?.live?.title, stored?.draft]).toEqual(['withdrawn', '第二版', null])
}, 60_000)

test('a draft that was never published is deleted altogether, after it was said that nothing comes back', async () => {
  await cloud.put('exhibits', buildExhibit('story', 'STORY1', { title: '写了一半的故事' }, { state: 'draft' }))
  await open({ exhibitId: 'STORY1' })
  await press('删除这个草稿')
  expect(await screen.findByText('它还没有发布过。删除后文字和上传的文件都不能恢复。')).toBeInTheDocument()
  await pressIn('删除“写了一半的故事”', '删除')
  await waitFor(() => expect(phone.visits.length).toBe(1))
  expect(await storedExhibit('STORY1')).toBeUndefined()
}, 60_000)

test('a number that another exhibit has is refused beside its field', async () => {
  await open({ exhibitId: 'EX102' })
  await retype('编号', '101')
  await press('存草稿')
  expect((await screen.findAllByText(/这个编号已被“展项101”使用/)).length).toBeGreaterThan(0)
  expect((await storedExhibit('EX102'))?.draft).toBeNull()
}, 60_000)

test('a broken picture is told in words, and the rest can still be edited', async () => {
  await cloud.put(
    'exhibits',
    buildExhibit(
      'story',
      'STORY2',
      { title: '老照片', theme: 'faith', pictures: [missingPicture()] },
      { broken: ['图片 1'], faulty: true },
    ),
  )
  await open({ exhibitId: 'STORY2' })
  expect(await screen.findByText('这张图片打不开，请删除后重新上传')).toBeInTheDocument()
  expect(screen.getByText(/图片 1/)).toBeInTheDocument()
}, 60_000)

test('whoever is no editor is told who is and how to ask for it', async () => {
  await raise('member')
  holdPhone('member')
  phone.open('pages/desk/exhibit-edit/index', { exhibitId: 'EX101' })
  render(<DeskExhibitEditPage />)
  expect(await screen.findByText('这里供展馆编辑和党委工作人员使用')).toBeInTheDocument()
  expect(screen.queryByLabelText('标题')).not.toBeInTheDocument()
})

test('the transcript is pasted as a whole, spread over the sound and saved with it', async () => {
  const file = { key: 'SOUND0000001', fileId: 'cloud://gone/a.mp3', size: 1000 }
  await cloud.put(
    'exhibits',
    buildExhibit('story', 'STORY3', {
      title: '有声故事',
      theme: 'craft',
      audio: { file, seconds: 20, synthetic: false, cues: [] },
    }),
  )
  await open({ exhibitId: 'STORY3' })
  expect(screen.getByText('音频要配文字稿')).toBeInTheDocument()
  await press('添加文字稿')
  await userEvent.type(await screen.findByLabelText('整篇文字稿'), '一二三四。一二三四。')
  await press('按句分行')
  expect(screen.getByLabelText('第 2 行时间')).toHaveValue('0:10')
  await userEvent.clear(screen.getByLabelText('第 2 行时间'))
  await userEvent.type(screen.getByLabelText('第 2 行时间'), '0:12.5')
  await press('完成')
  await press('存草稿')
  await screen.findByText('草稿已存，访客看到的没有变')
  expect((await storedExhibit('STORY3'))?.draft?.audio?.cues).toEqual([
    { at: 0, text: '一二三四。' },
    { at: 12.5, text: '一二三四。' },
  ])
}, 60_000)
