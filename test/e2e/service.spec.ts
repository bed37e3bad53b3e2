import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask } from '../support/product'
import { recordsOf } from '../support/records'
import { named, press, pressNamed, sees } from './hand'
import { Service } from './pages/service'
import { useStage, type Tab } from './stage'

const stage = useStage()
const CONTACT = 'demo-contact-03'
const ENTERPRISE = 'enterprise-02'

interface Outline {
  id: string
  state: string
  mode: string
  verdict: string | null
  owner: { id: string; name: string }
  meeting: { slotId: string; startsAt: number } | null
}
interface Offer {
  items: { specialist: { id: string }; slots: { id: string; startsAt: number }[] }[]
}
const call = async <T>(as: string, action: string, input: object): Promise<T> =>
  (await ask(stage().product, as, action, input)) as T
const stands = async (as: string, consultationId: string): Promise<Outline> =>
  (await call<{ outline: Outline }>(as, 'consultation.get', { consultationId })).outline

/** Books a slot past the pages. */
const book = async (as: string, enterpriseId: string, slotId: string, topic: string): Promise<Outline> => {
  await call(as, 'service.hold', { slotId, enterpriseId })
  const input = { slotId, enterpriseId, topic, question: '演示问题：请看附件' }
  return (await call<{ outline: Outline }>(as, 'consultation.book', input)).outline
}
const page = (of: string, query: string) => `/pages/service/${of}/index?${query}`

const isWell = async (tab: Tab) => {
  await tab.settled()
  assert.deepEqual(await tab.faults(), [])
}

/** What the enterprise has asked that is not in `before`. */
const asked = async (before: readonly string[] = []): Promise<Outline[]> => {
  const pages = await Promise.all(
    [false, true].map(
      async (closed) =>
        (await ask(stage().product, CONTACT, 'consultation.mine', { enterpriseId: ENTERPRISE, closed })) as {
          items: Outline[]
        },
    ),
  )
  return pages.flatMap(({ items }) => items).filter(({ id }) => !before.includes(id))
}

test('a contact books in four taps, finds the booking, and gives it up after being asked', async () => {
  const before = (await asked()).map(({ id }) => id)
  const tab = await stage().tab({ as: CONTACT, path: '/pages/tabs/services/index' })
  const service = new Service(tab.page)
  await isWell(tab)
  await service.chooseTopic('税务')
  await isWell(tab)
  await service.takeFirstSlot()
  await service.write('研发费用怎么归集')
  await isWell(tab)
  await service.confirm()
  await isWell(tab)
  assert.deepEqual(
    (await asked(before)).map(({ state }) => state),
    ['booked'],
  )

  await press(tab.page, '查看预约')
  await sees(tab.page, '研发费用怎么归集')
  await isWell(tab)
  await service.cancel()
  await isWell(tab)
  assert.deepEqual(
    (await asked(before)).map(({ state }) => state),
    ['cancelled'],
  )
})

test('a visitor looks at a service day and is asked to bind only at the tap on a time', async () => {
  const { days } = (await ask(stage().product, 'demo-visitor', 'service.coming', {})) as {
    days: { id: string; free: number; startsAt: number }[]
  }
  const day = days.find(({ free, startsAt }) => free > 0 && startsAt > Date.now())
  assert.ok(day, 'a day to come has a free slot')
  const tab = await stage().tab({ as: 'demo-visitor', path: `/pages/service/day/index?serviceDayId=${day.id}` })
  await isWell(tab)
  await pressNamed(tab.page, / 可约，/)
  await sees(tab.page, '先绑定身份，再预约咨询')
  await isWell(tab)
})

/** An answer that waits for this contact's word, and the page on which it is given. */
const ANSWERED = { contact: 'demo-contact-01', enterpriseId: 'enterprise-01' }
const openAnswered = async (): Promise<{ tab: Tab; before: Outline }> => {
  const { contact: as, enterpriseId } = ANSWERED
  const { items } = await call<{ items: Outline[] }>(as, 'consultation.mine', { enterpriseId })
  const before = items.find(({ state, mode }) => state === 'answered' && mode === 'slot')
  assert.ok(before, 'an answer waits for the enterprise’s word')
  const tab = await stage().tab({ as, path: page('consultation', `consultationId=${before.id}`) })
  await press(tab.page, '确认结果')
  return { tab, before }
}
const gives = async ({ page: shown }: Tab, verdict: string, words: string) => {
  await shown.getByRole('radio', { name: verdict }).click()
  if (words) await shown.getByLabel('还差什么').filter({ visible: true }).fill(words)
  await shown.getByRole('dialog').getByText('提交', { exact: true }).click()
  await named(shown, '提交').waitFor({ state: 'detached' })
}
const asLeft = ({ state, verdict, owner }: Outline) => ({ state, verdict, owner: owner.id })
/** What the log says was done to it. */
const logged = (object: string) =>
  recordsOf<{ what: string }>(stage().product.cloud, 'operations', { object }).map(({ what }) => what)

test('“partly” with words leaves the rest open with the same person, and the words stand for both', async () => {
  const { tab, before } = await openAnswered()
  await isWell(tab)
  await gives(tab, '部分解决', '还缺一份费用分摊表的样例')
  await sees(tab.page, '还缺一份费用分摊表的样例')
  await sees(tab.page, new RegExp(`${before.owner.name}正在跟进，.*前有进展`))
  await isWell(tab)
  assert.deepEqual(asLeft(await stands(ANSWERED.contact, before.id)), {
    state: 'open',
    verdict: 'partly',
    owner: before.owner.id,
  })
})

test('“not solved” goes back to the same person, who is told, and is logged', async () => {
  const { tab, before } = await openAnswered()
  await press(tab.page, '提交')
  await sees(tab.page, '请选一个')
  await gives(tab, '没有解决', '办理窗口说口径不一致')
  await sees(tab.page, '办理窗口说口径不一致')
  await isWell(tab)
  assert.deepEqual(asLeft(await stands(ANSWERED.contact, before.id)), {
    state: 'open',
    verdict: 'notSolved',
    owner: before.owner.id,
  })
  assert.deepEqual(logged(before.id), ['consultation.notSolved'])
  const { items } = await call<{ items: { kind: string; about: { id: string } }[] }>(
    before.owner.id.replace('m-', 'demo-'),
    'message.inbox',
    {},
  )
  assert.deepEqual(
    items
      .filter(({ about }) => about.id === before.id)
      .map(({ kind }) => kind)
      .slice(0, 1),
    ['closedNotSolved'],
  )
})

test('“solved” closes it; how it was is asked once, and may be passed by', async () => {
  const { tab, before } = await openAnswered()
  await gives(tab, '已解决', '')
  await sees(tab.page, '这次服务怎么样')
  await sees(tab.page, '选填')
  await isWell(tab)
  assert.equal((await stands(ANSWERED.contact, before.id)).state, 'closed')
  await press(tab.page, '很满意')
  await press(tab.page, '提交评价')
  await sees(tab.page, '您的评价：很满意')
  await isWell(tab)
  await tab.page.reload()
  await sees(tab.page, '您的评价：很满意')
  assert.equal(await named(tab.page, '提交评价').count(), 0)
})

test('a meeting moves to another time of the same person, and its old time is free again', async () => {
  const { items } = await call<Offer>(CONTACT, 'consultation.offer', { enterpriseId: ENTERPRISE, topic: 'tax' })
  const slot = items.find(({ slots }) => slots.length > 1)?.slots[0]
  assert.ok(slot, 'somebody has two free slots')
  const { id, owner } = await book(CONTACT, ENTERPRISE, slot.id, 'tax')
  const tab = await stage().tab({ as: CONTACT, path: page('consultation', `consultationId=${id}`) })
  await press(tab.page, '改约')
  await tab.page.locator('.suggestions__slot').filter({ visible: true }).first().click()
  await sees(tab.page, '已为您保留')
  await isWell(tab)
  await press(tab.page, '确认改约')
  await sees(tab.page, '改约成功')
  await isWell(tab)
  const moved = await stands(CONTACT, id)
  assert.deepEqual([moved.state, moved.owner.id], ['booked', owner.id])
  assert.notEqual(moved.meeting?.slotId, slot.id)
  const after = await call<Offer>(CONTACT, 'consultation.offer', { enterpriseId: ENTERPRISE, topic: 'tax' })
  assert.ok(after.items.some(({ slots }) => slots.some((one) => one.id === slot.id)))
  await call(CONTACT, 'consultation.cancel', { consultationId: id })
})

test('a slot that is given up is kept for the first who waits, who finds it on the home page and takes it', async () => {
  const topic = 'finance'
  const { items } = await call<Offer>(CONTACT, 'consultation.offer', { enterpriseId: ENTERPRISE, topic })
  const slotId = items[0]?.slots.at(-1)?.id
  assert.ok(slotId, 'somebody who knows the topic has a free slot')
  const other = await book(ANSWERED.contact, ANSWERED.enterpriseId, slotId, topic)
  await call(CONTACT, 'service.wait', { enterpriseId: ENTERPRISE, topic })
  await call(ANSWERED.contact, 'consultation.cancel', { consultationId: other.id })

  const tab = await stage().tab({ as: CONTACT, path: '/pages/tabs/home/index' })
  await sees(tab.page, '融资：有空位留给您')
  await isWell(tab)
  await pressNamed(tab.page, '去预约：融资')
  await sees(tab.page, '已为您保留')
  await new Service(tab.page).write('技改贷款贴息怎么申请')
  await isWell(tab)
  await new Service(tab.page).confirm()
  await isWell(tab)
  const { items: waits } = await call<{ items: { topic: string }[] }>(CONTACT, 'service.waits', {
    enterpriseId: ENTERPRISE,
  })
  assert.deepEqual(
    waits.filter((wait) => wait.topic === topic),
    [],
  )
  const mine = await call<{ items: Outline[] }>(CONTACT, 'consultation.mine', { enterpriseId: ENTERPRISE })
  assert.equal(mine.items.find(({ meeting }) => meeting?.slotId === slotId)?.state, 'booked')
})
