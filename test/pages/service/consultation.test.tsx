import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ConsultationDoc } from '../../../cloudfunctions/consultation/store/consultations'
import ConsultationPage from '@/pages/service/consultation'
import { bookPast, consultations, openService, press, says, slotAt } from '../../support/asking'
import { buildBooking } from '../../support/bookings'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { HOUR, NOW } from '../../support/park'
import { stored } from '../../support/service'
import { phone } from '../../support/taro/phone'
import { sheet, typeInto } from '../../support/working'

beforeEach(async () => {
  await openService()
  holdPhone('contact-1')
})

const open = (consultationId: string) => {
  phone.open('pages/service/consultation/index', { consultationId })
  return render(<ConsultationPage />)
}

/** A question of `enterprise-01` that `anna` follows, in whatever state. */
const followed = async (overrides: Partial<ConsultationDoc>): Promise<string> => {
  const doc = buildBooking('consultation-0001', new Date(NOW.getTime() - 48 * HOUR), {
    question: '研发费用怎么归集',
    ownerId: 'm-anna',
    owner: { name: '演示安娜', title: '税务志愿者' },
    contactId: 'm-contact-1',
    contactName: '演示contact-1',
    ...overrides,
  })
  await cloud.put('consultations', doc)
  return doc._id
}
const standing = async () =>
  (await cloud.all<ConsultationDoc>('consultations')).map(({ state, verdict, nextStep, rating }) => ({
    state,
    verdict,
    nextStep,
    rating,
  }))

test('a booked meeting says when, where, with whom, what was asked and what comes next', async () => {
  open(await bookPast(1, slotAt('anna', '09:30'), '研发费用怎么归集'))
  expect(await says('到时请到天安智谷一楼大厅找演示安娜')).toBeInTheDocument()
  expect(screen.getByText('11月28日 周六 9:30–10:00')).toBeInTheDocument()
  expect(screen.getByText('演示安娜（税务志愿者）')).toBeInTheDocument()
  expect(screen.getByText('研发费用怎么归集')).toBeInTheDocument()
})

test('cancelling asks first, says what is lost, and frees the slot at once', async () => {
  open(await bookPast(1, slotAt('anna', '09:30')))
  await press('取消预约')
  expect(await says(/时段会马上让给其他企业/)).toBeInTheDocument()
  expect((await consultations()).map(({ state }) => state)).toEqual(['booked'])
  await press('确定取消预约')
  expect(await says('已取消，时段让给了其他企业')).toBeInTheDocument()
  expect((await consultations()).map(({ state }) => state)).toEqual(['cancelled'])
  await waitFor(() => expect(stored.slot(slotAt('anna', '09:30'))?.state).toBe('free'))
  await press('再约一次')
  expect(phone.visits.map(({ url }) => url)).toEqual(['/pages/service/book/index?enterpriseId=enterprise-01&topic=tax'])
})

test('thinking again changes nothing', async () => {
  open(await bookPast(1, slotAt('anna', '09:30')))
  await press('取消预约')
  await press('再想想')
  expect((await consultations()).map(({ state }) => state)).toEqual(['booked'])
})

test('moving it leads to the slots of the same person', async () => {
  const consultationId = await bookPast(1, slotAt('anna', '09:30'))
  open(consultationId)
  await press('改约')
  expect(phone.visits).toEqual([
    { by: 'navigateTo', url: `/pages/service/book/index?consultationId=${consultationId}` },
  ])
})

test('words can be added before the meeting, and stand in the course of it', async () => {
  open(await bookPast(1, slotAt('anna', '09:30')))
  await userEvent.type(await screen.findByLabelText('留言'), '已带上近三年的账')
  await press('发送留言')
  await waitFor(() => expect(screen.getByLabelText('留言')).toHaveValue(''))
  expect(await says('已带上近三年的账')).toBeInTheDocument()
})

test('an answer waits for the enterprise’s word: solved closes it, and a rating is asked once', async () => {
  open(await followed({ state: 'answered', outcome: 'answered', waitingSince: NOW }))
  expect(await says('请看答复，告诉我们问题解决了没有')).toBeInTheDocument()
  await press('确认结果')
  await press('提交')
  expect(await says('请选一个')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: /^已解决/ }))
  await press('提交')
  expect(await says('已办结')).toBeInTheDocument()
  expect((await standing()).map(({ state, verdict }) => [state, verdict])).toEqual([['closed', 'solved']])
  await userEvent.click(await screen.findByRole('radio', { name: '很满意' }))
  await press('提交评价')
  expect(await says('您的评价：很满意')).toBeInTheDocument()
  expect((await standing()).map(({ rating }) => rating)).toEqual([{ stars: 5, words: '' }])
})

test('“partly” wants a word about what is missing, keeps the rest open, and the words become the next step', async () => {
  open(await followed({ state: 'answered', outcome: 'answered', waitingSince: NOW }))
  await press('确认结果')
  await userEvent.click(await screen.findByRole('radio', { name: /^部分解决/ }))
  await press('提交')
  expect(await says('请写一句还差什么，负责人才知道怎么接着办')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('还差什么'), '还差备案材料清单')
  await press('提交')
  expect(await says('下一步：还差备案材料清单')).toBeInTheDocument()
  expect((await standing()).map(({ state, verdict, nextStep }) => [state, verdict, nextStep])).toEqual([
    ['open', 'partly', '还差备案材料清单'],
  ])
})

test('one-to-one guidance leads to its stages and papers', async () => {
  const consultationId = await followed({ mode: 'oneToOne', state: 'open', topic: 'projectApplication' })
  open(consultationId)
  await userEvent.click(await says('看指导进度'))
  expect(phone.visits.map(({ url }) => url)).toEqual([`/pages/guidance/detail/index?consultationId=${consultationId}`])
})

test('an item that is late says so', async () => {
  open(await followed({ state: 'open', dueAt: new Date(NOW.getTime() - 20 * HOUR), nextStep: '核对台账' }))
  expect(await says('演示安娜正在跟进，原定 昨天 14:00 前有进展，已超期，正在催办')).toBeInTheDocument()
})

test('one that lost its slot leads to choosing another', async () => {
  const consultationId = await followed({ state: 'unplaced' })
  open(consultationId)
  expect(await says('原来的时段没有了，请重新选一个，问题和材料都还在')).toBeInTheDocument()
  await press('重新选时段')
  expect(phone.visits.map(({ url }) => url)).toEqual([`/pages/service/book/index?consultationId=${consultationId}`])
})

test('who of staff has looked stands there with the reason', async () => {
  const look = { at: NOW, by: 'm-staff', byName: '演示staff', reason: '核对积压事项', key: 'look-0001' }
  open(await followed({ state: 'open', nextStep: '核对台账', looks: [look] }))
  expect(await says('演示staff · 今天 10:00')).toBeInTheDocument()
  expect(screen.getByText('原因：核对积压事项')).toBeInTheDocument()
})

test('the contact of another enterprise finds nothing here', async () => {
  const consultationId = await followed({ state: 'open' })
  holdPhone('contact-2')
  open(consultationId)
  expect(await says(/没有这项权限|没有找到/)).toBeInTheDocument()
  expect(screen.queryByText('研发费用怎么归集')).toBeNull()
})

test('without a network the last known state stays, with its date', async () => {
  const consultationId = await bookPast(1, slotAt('anna', '09:30'))
  const { unmount } = open(consultationId)
  await says('到时请到天安智谷一楼大厅找演示安娜')
  unmount()
  await phone.goOffline()
  open(consultationId)
  expect(await says('到时请到天安智谷一楼大厅找演示安娜')).toBeInTheDocument()
  expect(await says(/的内容，联网后会自动更新/)).toBeInTheDocument()
})

test('an answer that waits says for how long and what comes of it; left unanswered it can be opened again', async () => {
  const ago = (days: number) => new Date(NOW.getTime() - days * 24 * HOUR)
  const silence = { level: 'warned' as const, at: ago(1), lapsesAt: new Date(NOW.getTime() + 48 * HOUR) }
  const id = await followed({ state: 'answered', waitingSince: ago(8), dueAt: null, silence })
  const first = open(id)
  expect(await says('等您答复 · 已等 5 个工作日 · 周一起可能按“未反馈”办结，办结后还可以重新打开')).toBeInTheDocument()
  first.unmount()
  const until = new Date(NOW.getTime() + 24 * HOUR)
  open(
    await followed({
      ...{ _id: 'consultation-0002', state: 'closed', waitingSince: null },
      ...{ dueAt: null, closedAt: ago(1), reopenUntil: until },
    }),
  )
  expect(await says('没有收到您的答复，已按“未反馈”办结，明天 10:00 前可以重新打开')).toBeInTheDocument()
  await press('重新打开')
  const reopening = await sheet('重新打开这件咨询')
  await userEvent.click(reopening.getByRole('button', { name: '重新打开' }))
  expect(await says(/^请写一句还需要什么/)).toBeInTheDocument()
  await typeInto('还需要什么', '系统又退回了')
  await userEvent.click(reopening.getByRole('button', { name: '重新打开' }))
  await waitFor(async () =>
    expect(await standing()).toContainEqual(expect.objectContaining({ state: 'open', nextStep: '系统又退回了' })),
  )
})
