import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RegistrationDoc } from '../../../cloudfunctions/event/store/registrations'
import { buildEvent, buildRegistration } from '../../../config/seed/builders'
import RosterPage from '@/pages/desk/event-roster'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, MINUTE, NOW, raise, secretaryOf } from '../../support/park'
import { phone } from '../../support/taro/phone'

const event = (minutes: number) =>
  buildEvent('EV0001', branch, new Date(NOW.getTime() + minutes * MINUTE), { taken: 2 })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('came')
  await raise('absent', [], branch, { state: 'unconfirmed' })
  holdPhone('secretary')
})

const open = async (minutes: number) => {
  const of = event(minutes)
  await cloud.put('events', of)
  await cloud.put(
    'registrations',
    buildRegistration(of, 'm-came', { attendedAt: NOW, attendedBy: 'scan' }),
    buildRegistration(of, 'm-absent'),
  )
  phone.open('pages/desk/event-roster/index', { eventId: 'EV0001' })
  render(<RosterPage />)
  await screen.findByRole('radio', { name: '未签到 1' })
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

test('records by hand who was there, with the reason beside it', async () => {
  await open(10)
  await userEvent.click(screen.getByRole('radio', { name: '未签到 1' }))
  await userEvent.click(await screen.findByRole('button', { name: /^补签：/ }))
  const dialog = screen.getByRole('dialog')
  await userEvent.click(within(dialog).getByRole('radio', { name: '手机没电或没带' }))
  await press('确认到场并补签')
  await waitFor(() => expect(phone.toasts).toHaveLength(1))
  expect(await screen.findByRole('radio', { name: '已签到 2' })).toBeInTheDocument()
  const rows = await cloud.all<RegistrationDoc>('registrations')
  expect(rows.find(({ _id }) => _id.endsWith('m-absent'))?.attendedBy).toBe('manual')
})

test('before check-in opens nobody can be recorded, and it says when', async () => {
  await open(120)
  await userEvent.click(screen.getByRole('radio', { name: '未签到 1' }))
  expect(await screen.findByText('签到 今天 11:30 开始，请稍等')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^补签：/ })).not.toBeInTheDocument()
})
