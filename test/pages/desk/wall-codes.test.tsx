import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import DeskWallCodesPage from '@/pages/desk/wall-codes'
import { cloud } from '../../support/cloud'
import { EDITOR, hallWith, raiseEditors } from '../../support/exhibits'
import { makeDocumentsBuilt } from '../../support/built-documents'
import { holdPhone } from '../../support/hold-phone'
import { branch } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  await cloud.put('branches', branch)
  await raiseEditors(EDITOR)
  await cloud.put('exhibits', ...hallWith(9))
  holdPhone(EDITOR)
  makeDocumentsBuilt(EDITOR)
})

const open = async (params: Record<string, string> = {}) => {
  phone.open('pages/desk/wall-codes/index', params)
  render(<DeskWallCodesPage />)
  await screen.findByText('打印哪些')
}

test('a sheet is made of what was chosen, says how many codes and pages it has, and opens', async () => {
  await open({ hallId: 'h1' })
  expect(screen.getByRole('radio', { name: '发展展示区' })).toHaveAttribute('aria-checked', 'true')
  await userEvent.click(screen.getByRole('button', { name: '生成打印页' }))
  expect(await screen.findByText(/^9 个码，2 页，/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '打开打印页' }))
  const opened = () => phone.calls.filter(({ name }) => name === 'openDocument').length
  await waitFor(() => expect(opened()).toBe(1))
}, 60_000)

test('a hall without published exhibits says what to do first', async () => {
  await open({ hallId: 'h2' })
  await userEvent.click(screen.getByRole('button', { name: '生成打印页' }))
  expect(await screen.findByText('这里还没有展项，添加后再打印')).toBeInTheDocument()
}, 60_000)
