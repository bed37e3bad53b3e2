import { act, render, screen, waitFor } from '@testing-library/react'
import decode from 'qr/decode.js'
import { buildVisit, buildVisitSlot } from '../../../config/seed/centre-builders'
import VisitDoorPage from '@/pages/desk/visit-door'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { NOW, raiseMembers } from '../../support/park'
import { phone } from '../../support/taro/phone'
import { canvasOf } from '../../support/taro/query'
import { openCentre } from '../../support/visiting'

const DIGITS = /^\d{4} \d{4}$/

beforeEach(async () => {
  await openCentre()
  await raiseMembers(1)
  holdPhone('editor')
})

const open = () => {
  phone.open('pages/desk/visit-door/index')
  return render(<VisitDoorPage />)
}
/** What a camera before the screen would read; '' while there is no code. */
const scanned = (): string => {
  const element = document.getElementById('desk-code')
  if (!element) return ''
  const canvas = canvasOf(element)
  const { width, height, data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return decode({ width, height, data: Uint8ClampedArray.from(data) })
}

test('shows a code that records whoever scans it, today’s count and who came last', async () => {
  const slot = buildVisitSlot(NOW, { taken: 12 })
  await cloud.put('visitSlots', slot)
  await cloud.put('visits', buildVisit(slot, 'm-person-001', { size: 12, groupName: '演示企业参观团' }))
  open()
  expect(await screen.findByText(DIGITS)).toBeInTheDocument()
  expect(await screen.findByRole('status', { name: '今天已到 0 批，预约 1 批' })).toBeInTheDocument()
  await waitFor(() => expect(scanned()).not.toBe(''))
  const answer = await cloud.as('person-001').call('centre.arrive', { code: scanned() })
  expect(answer.ok).toBe(true)
  expect(await screen.findByRole('status', { name: '今天已到 1 批，预约 1 批' })).toBeInTheDocument()
  expect(screen.getByRole('list', { name: '最近到访' })).toHaveTextContent('演示企业参观团 · 12 人10:00')
})

test('says that the network is gone, covers the dead code, and shows a new one when the network is back', async () => {
  open()
  const first = (await screen.findByText(DIGITS)).textContent
  await phone.goOffline()
  expect(await screen.findByText('网络断开，新码暂时取不到')).toBeInTheDocument()
  await act(async () => cloud.setNow(new Date(NOW.getTime() + 21_000)))
  expect(await screen.findByText('旧码已失效，请稍等新码')).toBeInTheDocument()
  expect(document.getElementById('desk-code')).toBeNull()
  await phone.goOnline()
  await waitFor(() => expect(screen.getByText(DIGITS)).not.toHaveTextContent(String(first)))
})

test('whoever is no editor is told whom it is for', async () => {
  holdPhone('person-001')
  open()
  expect(await screen.findByText('这里供展馆编辑和党委工作人员使用')).toBeInTheDocument()
})
