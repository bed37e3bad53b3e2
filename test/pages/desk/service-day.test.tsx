import { render, screen } from '@testing-library/react'
import { buildEnterprise } from '../../../config/seed/enterprise-builders'
import ServiceDayPage from '@/pages/desk/service-day'
import { openService, press, says } from '../../support/asking'
import { holdPhone } from '../../support/hold-phone'
import { DAY_ID } from '../../support/service'
import { phone } from '../../support/taro/phone'
import { bookAnna, onSaturday, past, QUESTION } from '../../support/working'

const first = buildEnterprise(1).name
let id = ''
beforeEach(async () => {
  await openService()
  id = await bookAnna()
  onSaturday('09:25')
})

const open = (openid = 'leader', serviceDayId = DAY_ID) => {
  holdPhone(openid)
  phone.open('pages/desk/service-day/index', { serviceDayId })
  return render(<ServiceDayPage />)
}

test('slots by person with who has booked and where it stands, and the counts', async () => {
  await past('anna', 'consultation.mark', { consultationId: id, as: 'arrived' })
  open()
  expect(await says('演示安娜')).toBeInTheDocument()
  expect(await screen.findByText(first)).toBeInTheDocument()
  expect(screen.getByText('已到场')).toBeInTheDocument()
  expect(screen.getByRole('group', { name: '时段 12个' })).toBeInTheDocument()
  expect(screen.getByRole('group', { name: '已约 1个' })).toBeInTheDocument()
  expect(screen.getByRole('group', { name: '到场 1家' })).toBeInTheDocument()
  expect(screen.getAllByText('可预约')).toHaveLength(8)
  expect(screen.queryByText(QUESTION)).not.toBeInTheDocument()
  await press(new RegExp(first))
  expect(phone.visits.at(-1)?.url).toContain('/pages/desk/consultation-item/index?consultationId=')
})

test('a specialist sees who comes to them; of the others’ slots only that they are taken', async () => {
  const { unmount } = open('anna')
  await press(new RegExp(first))
  expect(phone.visits.at(-1)?.url).toContain('/pages/desk/consultation-item/index?consultationId=')
  unmount()
  onSaturday('08:30')
  open('bert')
  expect(await says('已占用')).toBeInTheDocument()
  expect(screen.queryByText(first)).not.toBeInTheDocument()
})

test('its leader changes it from here', async () => {
  open()
  await press('修改、改期或取消')
  expect(phone.visits.at(-1)?.url).toBe(`/pages/desk/service-edit/index?serviceDayId=${DAY_ID}`)
})

test('a day that is not there leads on', async () => {
  open('leader', 'no-such-day')
  expect(await says('打不开这个内容')).toBeInTheDocument()
})
