import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import ExhibitFindPage from '@/pages/exhibit/find'
import { formatDeskCode } from '@/domain/desk-code'
import { DOOR } from '@/domain/centre/rules'
import { phone } from '../../support/taro/phone'

const show = () => {
  phone.open('pages/exhibit/find/index')
  return render(<ExhibitFindPage />)
}
const field = () => screen.getByRole('textbox', { name: '展项编号，三位数字' })
const display = (number: string) => ({ by: 'navigateTo', url: `/pages/exhibit/display/index?number=${number}` })

test('three digits open the exhibit at once, full-width ones too', async () => {
  show()
  await userEvent.type(field(), '10')
  expect(phone.visits).toEqual([])
  await userEvent.type(field(), '1')
  await userEvent.clear(field())
  await userEvent.type(field(), '２０３')
  expect(phone.visits).toEqual([display('101'), display('203')])
})

test('a number that no exhibit can have is refused in words', async () => {
  show()
  await userEvent.type(field(), '901')
  expect(screen.getByRole('alert')).toHaveTextContent('没有这个编号的展项，请核对墙上的三位数字')
  expect(phone.visits).toEqual([])
})

const code = (subject: string) => formatDeskCode('HTTPS://X/', { subject, step: 5, mac: '0123456789ABCDEF' })

test.each([
  ['the page of a mini-program code', 'pages/exhibit/display/index?scene=x%3D101', display('101')],
  ['the same as Android answers it', 'pages/exhibit/display/index?scene=x=101', display('101')],
  ['a code of the local cloud', 'local-wxacode:pages/exhibit/display/index?scene=x%3D312', display('312')],
  [
    'the code on an event’s desk',
    code('EV0001'),
    { by: 'redirectTo', url: `/pages/event/check-in/index?code=${encodeURIComponent(code('EV0001'))}` },
  ],
  [
    'the code at the door',
    code(DOOR),
    { by: 'redirectTo', url: `/pages/centre/arrive/index?code=${encodeURIComponent(code(DOOR))}` },
  ],
])('scanning %s leads where it belongs', async (_what, text, visit) => {
  phone.scans.push(text)
  show()
  await userEvent.click(screen.getByRole('button', { name: '扫墙上的码' }))
  expect(phone.visits).toEqual([visit])
})

test('any other code is told from ours', async () => {
  phone.scans.push('https://example.com/menu')
  show()
  await userEvent.click(screen.getByRole('button', { name: '扫墙上的码' }))
  expect(await screen.findByText('这不是展项的码，请扫展项旁边墙上的码，或输入三位编号')).toBeInTheDocument()
})

test('words are looked for among exhibits and stories', async () => {
  show()
  await userEvent.type(screen.getByRole('textbox', { name: '搜展项和故事，可用拼音' }), 'yuanqu{enter}')
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/exhibit/stories/index?words=yuanqu' }])
})
