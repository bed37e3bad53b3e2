import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildExhibit } from '../../../config/seed/builders'
import StoriesPage from '@/pages/exhibit/stories'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { NOW } from '../../support/park'
import { phone } from '../../support/taro/phone'

const day = (days: number) => ({ shownAt: new Date(NOW.getTime() - days * 24 * 3600_000) })

beforeEach(async () => {
  cloud.setNow(NOW)
  holdPhone('a-visitor')
  await cloud.put(
    'exhibits',
    buildExhibit('story', 'STORY1', { title: '深夜的实验室', theme: 'craft', text: '他们磨了三年。' }, day(1)),
    buildExhibit('story', 'STORY2', { title: '一封入党申请书', theme: 'faith', text: '字'.repeat(1200) }, day(2)),
    buildExhibit('display', 'EXH101', { hallId: 'h1', number: '101', title: '园区起步', text: '实验室的第一台设备。' }),
  )
})

const open = (params: Record<string, string> = {}) => {
  phone.open('pages/exhibit/stories/index', params)
  return render(<StoriesPage />)
}
const listed = (...titles: string[]) =>
  waitFor(() =>
    expect([...document.querySelectorAll('.exhibit-card__title')].map((title) => title.textContent)).toEqual(titles),
  )
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))
const search = async (words: string) => userEvent.type(await screen.findByLabelText('搜故事、展项或拼音'), words)

test('all stories, the newest first, and each opens', async () => {
  open()
  await listed('深夜的实验室', '一封入党申请书')
  expect(screen.getByText('约 4 分钟')).toBeInTheDocument()
  await userEvent.click(screen.getByText('深夜的实验室'))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/exhibit/display/index?exhibitId=STORY1' }])
})

test('by theme and by length, and what is too narrow is widened with one tap', async () => {
  open()
  await choose('信念')
  await listed('一封入党申请书')
  await choose('3 分钟内')
  await userEvent.click(await screen.findByRole('button', { name: '不限主题和时长' }))
  await listed('深夜的实验室', '一封入党申请书')
})

test('by words in the text, then in the halls as well', async () => {
  open()
  await search('实验室')
  await listed('深夜的实验室')
  await choose('展项')
  await listed('园区起步')
  await choose('全部')
  await waitFor(() => expect(document.querySelectorAll('.exhibit-card__title')).toHaveLength(2))
})

test('by pinyin', async () => {
  open()
  await search('shenqingshu')
  await listed('一封入党申请书')
})

test('words in the address are looked for at once', async () => {
  open({ words: '实验室' })
  await listed('深夜的实验室')
})

test('nothing found among the stories offers the halls, and then to start over', async () => {
  open()
  await search('园区起步')
  await userEvent.click(await screen.findByRole('button', { name: '在故事和展项里一起找' }))
  await listed('园区起步')
  await userEvent.clear(screen.getByLabelText('搜故事、展项或拼音'))
  await search('航天飞机')
  await choose('全部')
  await userEvent.click(await screen.findByRole('button', { name: '看全部故事' }))
  await listed('深夜的实验室', '一封入党申请书')
})
