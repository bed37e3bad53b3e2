import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask } from '../support/product'
import { named, press, pressNamed, sees } from './hand'
import { useStage, type Tab } from './stage'

const stage = useStage()
const SPECIALIST = 'demo-specialist-01'
const MINUTE = 60_000
const QUESTION = '两个项目共用的研发人员，工资怎么归集'

interface Outline {
  id: string
  state: string
  enterprise: { id: string; name: string }
  meeting: { startsAt: number } | null
}

const isWell = async (tab: Tab) => {
  await tab.settled()
  assert.deepEqual(await tab.faults(), [])
}

const asked = async <T>(as: string, action: string, input: object): Promise<T> =>
  (await ask(stage().product, as, action, input)) as T

/** A free slot of the specialist on a day to come, and somebody who speaks for the enterprise that books it. */
const CONTACT = 'demo-contact-03'
const ENTERPRISE = 'enterprise-02'

const bookOne = async (): Promise<Outline> => {
  const { items } = await asked<{
    items: { specialist: { id: string }; slots: { id: string }[] }[]
  }>(CONTACT, 'consultation.offer', { enterpriseId: ENTERPRISE, topic: 'tax' })
  const slotId = items.find(({ specialist }) => specialist.id === 'm-specialist-01')?.slots[0]?.id
  assert.ok(slotId, 'the specialist has a free slot')
  await asked(CONTACT, 'service.hold', { slotId, enterpriseId: ENTERPRISE })
  const input = { slotId, enterpriseId: ENTERPRISE, topic: 'tax', question: QUESTION }
  return (await asked<{ outline: Outline }>(CONTACT, 'consultation.book', input)).outline
}

test('a specialist marks who arrived and writes the outcome in few taps; the enterprise sees it', async () => {
  const booked = await bookOne()
  const { name } = booked.enterprise
  const startsAt = booked.meeting?.startsAt ?? 0
  const day = new Date(startsAt + 8 * 60 * MINUTE).toISOString().slice(0, 10)
  try {
    stage().product.cloud.setClock(startsAt + MINUTE - Date.now())
    const desk = await stage().tab({ as: SPECIALIST, path: `/pages/desk/consultation-today/index?day=${day}` })
    await sees(desk.page, QUESTION)
    await isWell(desk)
    // The enterprise may have another meeting on the same day.
    const card = desk.page.locator('.meeting-card', { hasText: QUESTION })
    await card.getByRole('button', { name: `已到场：${name}` }).click()
    await card.getByRole('button', { name: `开始咨询：${name}` }).click()
    await isWell(desk)
    await card.getByRole('button', { name: `写结果：${name}` }).click()
    await press(desk.page, '写咨询结果')
    await desk.page.getByRole('dialog', { name: '咨询结果' }).waitFor()
    // While the sheet comes up it is half transparent, and nothing on it has its colour yet.
    await desk.page.waitForTimeout(400)
    await isWell(desk)
    await pressNamed(desk.page, '套用：给了材料清单')
    await press(desk.page, '提交结果')
    await named(desk.page, '提交结果').waitFor({ state: 'detached' })
    await sees(desk.page, '待企业确认')
    await isWell(desk)

    const path = `/pages/service/consultation/index?consultationId=${encodeURIComponent(booked.id)}`
    const contact = await stage().tab({ as: CONTACT, path })
    await sees(contact.page, '已告知需要准备的材料和办理窗口，企业可以自行办理。')
    await isWell(contact)
    const { outline } = await asked<{ outline: Outline }>(CONTACT, 'consultation.get', { consultationId: booked.id })
    assert.equal(outline.state, 'answered')
  } finally {
    stage().product.cloud.setClock(0)
  }
})

test('staff look once with a reason; the enterprise reads who looked and why', async () => {
  const booked = await bookOne()
  const path = `/pages/desk/consultation-item/index?consultationId=${encodeURIComponent(booked.id)}`
  const staff = await stage().tab({ as: 'demo-staff-01', path })
  await sees(staff.page, '只显示概要')
  assert.equal(await staff.page.getByText(QUESTION).count(), 0)
  await isWell(staff)
  await press(staff.page, '登记原因后查看内容')
  await pressNamed(staff.page, '套用：核查超期事项')
  await isWell(staff)
  await press(staff.page, '登记并查看')
  await sees(staff.page, QUESTION)
  await isWell(staff)

  const own = `/pages/service/consultation/index?consultationId=${encodeURIComponent(booked.id)}`
  const contact = await stage().tab({ as: CONTACT, path: own })
  await sees(contact.page, '工作人员查看记录')
  await sees(contact.page, '原因：核查超期事项')
  await isWell(contact)
})
