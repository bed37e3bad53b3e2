import type { MessagePage } from '@/domain/message/rules'
import { leadOf, openLead } from '@/features/message/components/inbox/leads-to'
import { phone } from '../../support/taro/phone'

test.each([
  ['consultation', 'c1', '/pages/service/consultation/index?consultationId=c1'],
  ['workItem', 'c1', '/pages/desk/consultation-item/index?consultationId=c1'],
  ['serviceDay', 'd1', '/pages/service/day/index?serviceDayId=d1'],
  ['deskDay', 'd1', '/pages/desk/service-day/index?serviceDayId=d1'],
] as const)('a message about %s opens its page', async (page, id, url) => {
  await openLead({ page, id })
  expect(phone.visits).toEqual([{ by: 'navigateTo', url }])
})

test('without an id the page itself is opened', async () => {
  await openLead({ page: 'serviceDay', id: '' })
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/service/day/index' }])
})

test('a message that leads nowhere, or to a page of a newer version, opens nothing', async () => {
  for (const page of ['none', 'ofTomorrow', 'constructor'] as MessagePage[]) {
    expect(leadOf({ page, id: 'x' })).toBe(null)
    await openLead({ page, id: 'x' })
  }
  expect(phone.visits).toEqual([])
})
