import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask } from '../support/product'
import { press, pressNamed, sees } from './hand'
import { Service } from './pages/service'
import { useStage, type Tab } from './stage'

const stage = useStage()
const CONTACT = 'demo-contact-03'
const ENTERPRISE = 'enterprise-02'

interface Outline {
  id: string
  state: string
}

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
