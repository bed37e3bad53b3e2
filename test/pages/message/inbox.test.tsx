import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Notice } from '@/domain/message/rules'
import type { CreditDoc } from '../../../cloudfunctions/message/store/credits'
import type { MessageDoc } from '../../../cloudfunctions/message/store/messages'
import { buildCredit, buildMessage, buildNotice } from '../../../config/seed/message-builders'
import InboxPage from '@/pages/message/inbox'
import MinePage from '@/pages/tabs/mine'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, NOW, raiseMembers } from '../../support/park'
import { phone } from '../../support/taro/phone'

const ME = 'm-person-001'

// The first call loads the function from its source.
beforeAll(() => cloud.as('').send('message', { action: 'none' }), 60_000)

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raiseMembers(1)
  holdPhone('person-001')
})

const told = (id: string, hours: number, overrides: Partial<Notice> = {}): Notice =>
  buildNotice(ME, new Date(NOW.getTime() + hours * HOUR), {
    key: `told-${id}`,
    about: { page: 'consultation', id },
    ...overrides,
  })
const put = (notice: Notice, overrides: Partial<MessageDoc> = {}) =>
  cloud.put('messages', buildMessage(notice, overrides))
const show = (params: Record<string, string> = {}) => {
  phone.open('pages/message/inbox/index', params)
  return render(<InboxPage />)
}
const rows = () => screen.getAllByRole('button').flatMap((row) => row.getAttribute('aria-label') ?? [])
const readAt = async (id: string) =>
  (await cloud.all<MessageDoc>('messages')).find(({ _id }) => _id === `told-${id}`)?.readAt ?? null

describe('the inbox', () => {
  test('shows what one was told, newest first, and says what is unread', async () => {
    await put(told('a', -30), { readAt: NOW })
    await put(told('b', -1, { kind: 'materialAsked' }))
    await put(told('c', -48), { readAt: NOW })
    show()
    expect(await screen.findByText('1 条未读')).toBeInTheDocument()
    expect(rows().filter((label) => label.includes('，'))).toEqual([
      '未读，请补充材料，今天 9:00，演示专员请您为税务咨询补充材料。',
      '咨询有了答复，昨天 4:00，演示专员答复了您的税务咨询。',
      '咨询有了答复，11月19日，演示专员答复了您的税务咨询。',
    ])
  })

  test('a message leads to its page and is read', async () => {
    await put(told('a', -1))
    show()
    await userEvent.click(await screen.findByText('咨询有了答复'))
    await waitFor(() =>
      expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/service/consultation/index?consultationId=a' }]),
    )
    await waitFor(async () => expect(await readAt('a')).toEqual(NOW))
    await phone.fire('didShow')
    await waitFor(() => expect(screen.queryByText('1 条未读')).not.toBeInTheDocument())
  })

  test('one that leads nowhere is read where it stands', async () => {
    await put(told('a', -1, { about: { page: 'none', id: 'a' } }))
    show()
    await userEvent.click(await screen.findByText('咨询有了答复'))
    await waitFor(() => expect(screen.queryByText('1 条未读')).not.toBeInTheDocument())
    expect([phone.visits, await readAt('a')]).toEqual([[], NOW])
  })

  test('all can be marked read at once', async () => {
    await put(told('a', -1))
    await put(told('b', -2))
    show()
    await userEvent.click(await screen.findByRole('button', { name: '全部标为已读' }))
    await waitFor(() => expect(screen.queryByText('2 条未读')).not.toBeInTheDocument())
    expect([await readAt('a'), await readAt('b')]).toEqual([NOW, NOW])
  })

  test('opened from a reminder in WeChat it goes on to what the reminder is about, and that is read', async () => {
    await put(told('a', -1))
    show({ open: 'told-a' })
    await waitFor(() =>
      expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/service/consultation/index?consultationId=a' }]),
    )
    expect(await readAt('a')).toEqual(NOW)
  })

  test('opened from a reminder whose message is gone it says so, and shows the rest', async () => {
    await put(told('a', -1))
    show({ open: 'told-gone' })
    expect(await screen.findByText('没有找到，可能已被删除或您无权查看')).toBeInTheDocument()
    expect(screen.getByText('咨询有了答复')).toBeInTheDocument()
    expect(phone.visits).toEqual([])
  })

  test('is paged', async () => {
    for (let n = 0; n < 25; n++) await put(told(`c${n}`, -n))
    show()
    expect(await screen.findByText('25 条未读')).toBeInTheDocument()
    expect(screen.getAllByText('咨询有了答复').length).toBe(20)
    await userEvent.click(screen.getByRole('button', { name: '查看更多' }))
    await waitFor(() => expect(screen.getAllByText('咨询有了答复').length).toBe(25))
    expect(screen.getByText('已经到底了')).toBeInTheDocument()
  })

  test('empty it says what will come here, and where to go', async () => {
    show()
    expect(await screen.findByText('还没有消息')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '去看服务' }))
    expect(phone.visits).toEqual([{ by: 'switchTab', url: '/pages/tabs/services/index' }])
  })

  test('who is not bound is told why and where', async () => {
    holdPhone('nobody')
    show()
    await userEvent.click(await screen.findByRole('button', { name: '去绑定' }))
    expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/member/bind/index' }])
  })

  test('without a network the last messages stand, and what they are about can be opened', async () => {
    await put(told('a', -1))
    const first = show()
    await screen.findByText('1 条未读')
    first.unmount()
    await phone.goOffline()
    show()
    expect(await screen.findByText('以下是 今天 10:00 的内容，联网后会自动更新')).toBeInTheDocument()
    await userEvent.click(screen.getByText('咨询有了答复'))
    await waitFor(() => expect(phone.visits.length).toBe(1))
    expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
    await phone.goOnline()
    expect(await readAt('a')).toBe(null)
  })

  test('without a network and without messages it says so, and tries again', async () => {
    await put(told('a', -1))
    await phone.goOffline()
    show()
    const again = await screen.findByRole('button', { name: '再试一次' })
    await phone.goOnline()
    await userEvent.click(again)
    expect(await screen.findByText('1 条未读')).toBeInTheDocument()
  })
})

describe('the offer of reminders', () => {
  const offer = () => screen.findByRole('button', { name: '通过微信提醒我' })
  const asked = () => phone.calls.filter(({ name }) => name === 'requestSubscribeMessage').map(({ options }) => options)
  const ledger = async () =>
    (await cloud.all<CreditDoc>('credits')).map(({ template, credits, refused }) => `${template} ${credits} ${refused}`)
  const all = ['local-reminder', 'local-progress', 'local-todo']

  test('asks nothing before a tap; then WeChat asks, and what was agreed to stands in the ledger', async () => {
    phone.subscriptions = { 'local-reminder': 'accept', 'local-progress': 'accept', 'local-todo': 'reject' }
    show()
    const button = await offer()
    expect(asked()).toEqual([])
    await userEvent.click(button)
    expect(await screen.findByText('会通过微信提醒您，消息也都留在“我的 · 消息”里')).toBeInTheDocument()
    expect(asked()).toEqual([{ tmplIds: all, entityIds: [] }])
    expect((await ledger()).sort()).toEqual(['progress 1 0', 'reminder 1 0', 'todo 0 1'])
  })

  test('a no is taken as one, and not asked about again', async () => {
    const first = show()
    await userEvent.click(await offer())
    expect(await screen.findByText('不会通过微信打扰您，消息都在“我的 · 消息”里')).toBeInTheDocument()
    first.unmount()
    show()
    await screen.findByText('还没有消息')
    await waitFor(() => expect(screen.queryByRole('button', { name: '通过微信提醒我' })).not.toBeInTheDocument())
  })

  test('who has switched them all off in WeChat has said no', async () => {
    phone.mayBeAsked = false
    show()
    await userEvent.click(await offer())
    expect(await screen.findByText('不会通过微信打扰您，消息都在“我的 · 消息”里')).toBeInTheDocument()
    expect((await ledger()).sort()).toEqual(['progress 0 1', 'reminder 0 1', 'todo 0 1'])
  })

  test('asks only about those of which few are left', async () => {
    await cloud.put(
      'credits',
      ...(['reminder', 'todo'] as const).map((one) => buildCredit(ME, one, NOW, { credits: 3 })),
    )
    show()
    await userEvent.click(await offer())
    expect(await screen.findByText('不会通过微信打扰您，消息都在“我的 · 消息”里')).toBeInTheDocument()
    expect(asked()).toEqual([{ tmplIds: ['local-progress'], entityIds: [] }])
  })

  test('an answer that did not get through is sent again without asking again, and counts once', async () => {
    phone.subscriptions = Object.fromEntries(all.map((id) => [id, 'accept' as const]))
    show()
    const button = await offer()
    const reach = phone.cloud
    phone.cloud = async (name, data) => {
      await reach(name, data)
      throw new Error('cloud.callFunction:fail timeout')
    }
    await userEvent.click(button)
    await screen.findByText('再试一次')
    phone.cloud = reach
    await userEvent.click(screen.getByRole('button', { name: '通过微信提醒我' }))
    expect(await screen.findByText('会通过微信提醒您，消息也都留在“我的 · 消息”里')).toBeInTheDocument()
    expect(asked().length).toBe(1)
    expect((await ledger()).sort()).toEqual(['progress 1 0', 'reminder 1 0', 'todo 1 0'])
  })
})

describe('我的', () => {
  const mine = () => {
    phone.open('pages/tabs/mine/index')
    return render(<MinePage />)
  }

  test('shows how many are unread, and leads to them', async () => {
    await put(told('a', -1))
    await put(told('b', -1))
    mine()
    await userEvent.click(await screen.findByRole('button', { name: /2 条未读/ }))
    expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/message/inbox/index' }])
  })

  test('shows no count when nothing is unread, and renews it when pulled', async () => {
    mine()
    expect(await screen.findByText('演示person-001')).toBeInTheDocument()
    expect(screen.queryByText(/条未读/)).not.toBeInTheDocument()
    await put(told('a', -1))
    await phone.fire('pullDownRefresh')
    expect(await screen.findByRole('button', { name: /1 条未读/ })).toBeInTheDocument()
  })
})
