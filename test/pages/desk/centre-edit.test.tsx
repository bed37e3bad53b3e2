import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CentreDoc } from '../../../cloudfunctions/centre/store/centres'
import CentreEditPage from '@/pages/desk/centre-edit'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { raise, staff } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { openCentre } from '../../support/visiting'

beforeEach(async () => {
  await openCentre()
  holdPhone('editor')
})

const open = () => {
  phone.open('pages/desk/centre-edit/index')
  return render(<CentreEditPage />)
}
const field = (name: string) => screen.findByLabelText(name)
const write = async (name: string, words: string) => {
  const element = await field(name)
  await userEvent.clear(element)
  await userEvent.type(element, words)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const says = (words: string | RegExp) => screen.findByText(words)
const centre = async () => (await cloud.all<CentreDoc>('centres'))[0]

test('what is written is saved and takes effect at once', async () => {
  open()
  expect(await screen.findByRole('button', { name: '没有改动' })).toHaveAttribute('aria-disabled', 'true')
  await write('电话', '0763-0000000')
  await write('每段人数', '20')
  await press('保存修改')
  await waitFor(() => expect(phone.toasts).toEqual(['已保存，马上生效']))
  const saved = await centre()
  expect([saved?.phone, saved?.visiting.capacity, saved?.rev]).toEqual(['0763-0000000', 20, 1])
})

test('what is wrong is said beside its field, and nothing is sent', async () => {
  open()
  await write('每段人数', '900')
  await write('电话', 'abc')
  await press('添加公告')
  await press('保存修改')
  expect(await says('还有 3 处要改，请看标红的文字')).toBeInTheDocument()
  expect(screen.getByText('请填写 1 到 200 之间的数')).toBeInTheDocument()
  expect(screen.getByText('电话只能填数字、空格和 + - ( )')).toBeInTheDocument()
  expect(screen.getByText('请给每条公告写标题，或删除空的公告')).toBeInTheDocument()
  expect((await centre())?.rev).toBe(0)
})

test('a weekday is opened and closed, a closure gets its reason', async () => {
  open()
  await userEvent.click(await screen.findByRole('switch', { name: '周日，闭馆' }))
  await press('添加闭馆日期')
  await write('原因', '国庆假期')
  await press('保存修改')
  await waitFor(() => expect(phone.toasts).toHaveLength(1))
  const saved = await centre()
  expect(saved?.week[0]).toEqual({ opens: '09:00', closes: '17:30' })
  expect(saved?.closures).toEqual([{ from: '2026-11-21', to: '2026-11-21', reason: '国庆假期' }])
})

test('what somebody else saved in between is put together with what is being written', async () => {
  await raise('staff', [staff])
  open()
  await write('电话', '0763-1111111')
  const read = await cloud.as('staff').call('centre.edit', {})
  if (!read.ok) throw new Error('the centre could not be read')
  const { name: _name, area: _area, openedOn: _openedOn, ...rest } = read.data.centre
  const theirs = await cloud.as('staff').call('centre.change', {
    rev: read.data.rev,
    centre: { ...rest, directions: '从东门进' } as never,
  })
  expect(theirs.ok).toBe(true)
  await press('保存修改')
  expect(await says('别人刚改过中心信息，您填写的内容还在')).toBeInTheDocument()
  expect(await field('怎么来')).toHaveValue('从东门进')
  await press('保存修改')
  await waitFor(() => expect(phone.toasts).toHaveLength(1))
  const saved = await centre()
  expect([saved?.phone, saved?.directions]).toEqual(['0763-1111111', '从东门进'])
})

test('what was typed and not saved is still there at the next visit, and can be given up', async () => {
  const first = open()
  await write('电话', '0763-2222222')
  first.unmount()
  open()
  const notice = await says('上次没存的内容还在')
  expect(await field('电话')).toHaveValue('0763-2222222')
  await userEvent.click(
    within(notice.closest('.notice') as HTMLElement).getByRole('button', { name: '放弃，用已保存的内容' }),
  )
  expect(await field('电话')).toHaveValue('')
})
