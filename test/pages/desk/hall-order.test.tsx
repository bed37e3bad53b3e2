import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import DeskHallOrderPage from '@/pages/desk/hall-order'
import { movedTo } from '@/ui/sort-list'
import { landing } from '@/ui/use-sorting'
import { cloud } from '../../support/cloud'
import { draft, EDITOR, hallWith, ok, raiseEditors, storedExhibit } from '../../support/exhibits'
import { holdPhone } from '../../support/hold-phone'
import { branch } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  await cloud.put('branches', branch)
  await raiseEditors(EDITOR, 'other')
  await cloud.put('exhibits', ...hallWith(3))
  holdPhone(EDITOR)
})

const open = async () => {
  phone.open('pages/desk/hall-order/index', { hallId: 'h1' })
  render(<DeskHallOrderPage />)
  await screen.findByText('展项101')
}
const rows = () => screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('rows go up and down with their buttons, and the order is saved for visitors at once', async () => {
  await open()
  expect(screen.getByRole('button', { name: '上移：101 展项101' })).toHaveAttribute('aria-disabled', 'true')
  await press('下移：101 展项101')
  await press('上移：103 展项103')
  expect(rows()).toEqual([
    '第 1 个，共 3 个：102 展项102',
    '第 2 个，共 3 个：103 展项103',
    '第 3 个，共 3 个：101 展项101',
  ])
  await press('保存顺序')
  await waitFor(() => expect(phone.toasts).toEqual(['顺序已保存']))
  const { exhibits } = ok(await cloud.as('').call('exhibit.hall', { hallId: 'h1' }))
  expect(exhibits.map(({ number }) => number)).toEqual(['102', '103', '101'])
})

test('after somebody else changed the hall, what was sorted stays and goes through with the next try', async () => {
  await open()
  await press('下移：102 展项102')
  const { rev } = ok(await cloud.as('other').call('exhibit.edit', { exhibitId: 'h1' }))
  ok(await cloud.as('other').call('exhibit.save', { exhibitId: 'h1', rev, draft: draft({ title: '别人的标题' }) }))
  await press('保存顺序')
  expect(await screen.findByText('有人刚改过这个展厅，已取到最新的内容，请再保存一次')).toBeInTheDocument()
  expect(rows().map((row) => row?.slice(-3))).toEqual(['101', '103', '102'])
  await waitFor(() =>
    expect(screen.getByRole('button', { name: '保存顺序' })).not.toHaveAttribute('aria-disabled', 'true'),
  )
  await press('保存顺序')
  await waitFor(() => expect(phone.toasts).toEqual(['顺序已保存']))
  expect((await storedExhibit('h1'))?.order).toEqual(['EX101', 'EX103', 'EX102'])
})

test('a row that is dragged lands where its middle has come to', () => {
  const uneven = [
    { top: 0, height: 40 },
    { top: 40, height: 80 },
    { top: 120, height: 40 },
  ]
  expect([10, 70, 90, 150, 999].map((at) => landing(uneven, 0, at))).toEqual([0, 0, 1, 2, 2])
  expect([-50, 30, 70, 130, 145].map((at) => landing(uneven, 2, at))).toEqual([0, 1, 1, 2, 2])
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
})
