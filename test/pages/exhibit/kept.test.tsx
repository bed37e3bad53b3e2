import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { cardOf } from '@/features/exhibit/components/exhibit-words'
import {
  handOver,
  MAX_MARKS,
  noteFavourite,
  noteSeen,
  rereadPhoneMarks,
} from '@/features/exhibit/components/kept/phone-marks'
import ExhibitKeptPage from '@/pages/exhibit/kept'
import { kept } from '@/lib/storage'
import { cloud } from '../../support/cloud'
import { openHall } from '../../support/hall'
import { holdPhone } from '../../support/hold-phone'
import { branch, NOW, otherBranch, raiseMembers } from '../../support/park'
import { phone } from '../../support/taro/phone'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raiseMembers(1)
  await openHall()
  rereadPhoneMarks()
})

const show = () => {
  phone.open('pages/exhibit/kept/index')
  return render(<ExhibitKeptPage />)
}
const says = (words: string | RegExp) => screen.findByText(words)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const footprints = async () => userEvent.click(await screen.findByRole('radio', { name: '足迹' }))
const exhibit = async (number: string) => {
  const answer = await cloud.as('a-visitor').call('exhibit.get', { number })
  if (!answer.ok) throw new Error(number)
  return cardOf(answer.data.exhibit)
}

test('a visitor finds what this phone knows, and that it is only this phone', async () => {
  holdPhone('a-visitor')
  noteFavourite(await exhibit('101'), true)
  noteSeen(await exhibit('102'))
  show()
  expect(await says('现在只记在这部手机上。绑定身份后，在其他手机上也能看到')).toBeInTheDocument()
  expect(await says('收藏于 今天 10:00')).toBeInTheDocument()
  expect(screen.queryByText('第一家企业')).not.toBeInTheDocument()
  await footprints()
  expect(await says('第一家企业')).toBeInTheDocument()
  expect(screen.queryByText('园区起步')).not.toBeInTheDocument()
})

test('clearing footprints asks first, and leaves the favourites', async () => {
  holdPhone('a-visitor')
  noteFavourite(await exhibit('101'), true)
  noteSeen(await exhibit('101'))
  show()
  await footprints()
  await press('清除足迹')
  const question = await screen.findByRole('dialog')
  expect(within(question).getByText('看过哪些展项的记录会删除，不能恢复。收藏不受影响。')).toBeInTheDocument()
  await userEvent.click(within(question).getByRole('button', { name: '清除足迹' }))
  expect(await says('还没有足迹')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: '收藏' }))
  expect(await says('园区起步')).toBeInTheDocument()
})

test('who is logged in finds theirs from the server, with what this phone had noted before', async () => {
  await cloud.as('person-001').call('exhibit.keep', { marks: [{ exhibitId: 'EXH102', favourite: true }] })
  noteFavourite(await exhibit('101'), true)
  holdPhone('person-001')
  show()
  expect(await says('园区起步')).toBeInTheDocument()
  expect(await says('第一家企业')).toBeInTheDocument()
  expect(screen.queryByText(/只记在这部手机上/)).not.toBeInTheDocument()
})

test('who is logged in clears their footprints everywhere', async () => {
  await cloud.as('person-001').call('exhibit.keep', { marks: [{ exhibitId: 'EXH101', seen: true, favourite: true }] })
  holdPhone('person-001')
  show()
  await footprints()
  await press('清除足迹')
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '清除足迹' }))
  expect(await says('还没有足迹')).toBeInTheDocument()
  const left = await cloud.as('person-001').call('exhibit.marks', { what: 'favourite' })
  expect(left.ok && left.data.items.map((mark) => mark.exhibit.title)).toEqual(['园区起步'])
})

test('the phone keeps two hundred, the oldest make room, and hands all of them over', async () => {
  const card = await exhibit('101')
  for (let count = 0; count <= MAX_MARKS; count += 1) noteSeen({ ...card, id: `EXH-${count}` })
  const stored = kept('exhibit-marks') as { marks: { exhibit: { id: string } }[] }
  expect([stored.marks.length, stored.marks[0]?.exhibit.id, stored.marks.at(-1)?.exhibit.id]).toEqual([
    MAX_MARKS,
    `EXH-${MAX_MARKS}`,
    'EXH-1',
  ])
  holdPhone('person-001')
  noteSeen(card)
  await handOver()
  const seen = await cloud.as('person-001').call('exhibit.marks', { what: 'seen' })
  expect(seen.ok && seen.data.items.map((mark) => mark.exhibit.title)).toEqual(['园区起步'])
  await waitFor(() => expect((kept('exhibit-marks') as { marks: unknown[] }).marks).toEqual([]))
})
