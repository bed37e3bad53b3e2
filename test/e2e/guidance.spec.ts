import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atWallClock, DAY, dayKey, HOUR } from '@/domain/time'
import { ask } from '../support/product'
import { press, pressNamed, sees } from './hand'
import { Guidance } from './pages/guidance'
import { useStage, type Tab } from './stage'

const stage = useStage()
const [CONTACT, SPECIALIST, STAFF] = ['demo-contact-03', 'demo-specialist-04', 'demo-staff-01'] as const
const PROJECT = '新型合成革中试线'

const isWell = async (tab: Tab) => {
  await tab.settled()
  assert.deepEqual(await tab.faults(), [])
}

/** Moves the cloud's clock; the people's own stay where they are. */
const moveTo = (moment: number) => stage().product.cloud.setClock(moment - Date.now())

interface Row {
  id: string
  bookedAt: number
}
const newest = async (): Promise<string> => {
  const asked = ask(stage().product, CONTACT, 'guidance.mine', { enterpriseId: 'enterprise-02' })
  const { items } = (await asked) as { items: Row[] }
  return items.sort((a, b) => b.bookedAt - a.bookedAt)[0]?.id ?? ''
}

/** What the enterprise's contact does first: asks, by the services tab. */
const asksForIt = async (contact: Tab): Promise<string> => {
  const form = new Guidance(contact.page)
  await pressNamed(contact.page, /^一对一指导/)
  await sees(contact.page, '申报什么')
  await isWell(contact)
  await form.write('项目名称', PROJECT)
  await form.choose('重点研发计划')
  await form.write('需求', '想申报省重点研发，材料还没理')
  await form.choose(/^演示专员04/)
  await press(contact.page, '提交申请')
  await sees(contact.page, /^由演示专员04/)
  await isWell(contact)
  await press(contact.page, '看指导进度')
  await sees(contact.page, '企业的需求')
  await sees(contact.page, /^企业选择：/)
  await isWell(contact)
  return newest()
}

test('an enterprise asks to be guided and is, from the diagnosis to the result and its amount', async () => {
  const contact = await stage().tab({ as: CONTACT, path: '/pages/tabs/services/index' })
  const id = await asksForIt(contact)
  const own = new Guidance(contact.page)

  const specialist = await stage().tab({
    as: SPECIALIST,
    mode: 'desk',
    path: `/pages/desk/guidance-item/index?consultationId=${id}`,
  })
  const work = new Guidance(specialist.page)
  const day = dayKey(Date.now() + 3 * DAY)
  await work.onTo('材料清单')
  await work.addItem('近三年审计报告', day)
  await isWell(specialist)

  await contact.open(`/pages/guidance/detail/index?consultationId=${id}`)
  await own.upload('申报书', '申报书初稿.pdf', true)
  await own.upload('申报书', '申报书二稿.pdf', false)
  await sees(contact.page, /^第 2 版/)
  await contact.page.getByRole('checkbox', { name: '近三年审计报告' }).filter({ visible: true }).click()
  await sees(contact.page, '完成 1/1')
  await isWell(contact)

  await specialist.open(`/pages/desk/guidance-item/index?consultationId=${id}`)
  await sees(specialist.page, '申报书二稿.pdf')
  await work.arrange(day, '20:00', '多功能服务室')
  try {
    moveTo(atWallClock(day, '20:00').getTime() + HOUR)
    await specialist.open(`/pages/desk/guidance-item/index?consultationId=${id}`)
    await work.note('定了预算和分工')
    await work.onTo('初稿审阅')
    await work.onTo('提交')
    await work.finish('1200000', '列入立项名单')
    await isWell(specialist)

    await contact.open(`/pages/guidance/detail/index?consultationId=${id}`)
    await sees(contact.page, '获批立项，资助 1,200,000 元')
    await sees(contact.page, '定了预算和分工')
    await isWell(contact)
    await press(contact.page, '确认结果')
    await sees(contact.page, '获批立项，1,200,000 元，列入立项名单')
  } finally {
    stage().product.cloud.setClock(0)
  }
})

test('staff look with a reason, which the enterprise reads', async () => {
  const id = 'guidance-demo-02'
  const staff = await stage().tab({ as: STAFF, path: `/pages/desk/guidance-item/index?consultationId=${id}` })
  await press(staff.page, '登记原因后查看')
  await new Guidance(staff.page).confirm('登记并查看')
  await sees(staff.page, '准备申报高新技术企业认定，想先看看条件够不够')
  await isWell(staff)
  const contact = await stage().tab({ as: CONTACT, path: `/pages/guidance/detail/index?consultationId=${id}` })
  await sees(contact.page, '原因：处理企业投诉')
  await isWell(contact)
})
