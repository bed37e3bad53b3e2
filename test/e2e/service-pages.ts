/** The pages of the service team as an enterprise meets them, for `npm run shots`. */
import type { Ask, ShownPage } from './pages'
import type { Tab } from './stage'

const contact = 'demo-contact-01'
const visitor = 'demo-visitor'
const offline = /ERR_INTERNET_DISCONNECTED/

const service = (page: string, query = '') => `/pages/service/${page}/index${query}`

const press = (words: string) => async (tab: Tab) => {
  await tab.page.getByText(words, { exact: true }).filter({ visible: true }).last().click()
  await tab.settled()
}
const down = async (tab: Tab) => {
  await tab.page.context().setOffline(true)
  await tab.page.waitForTimeout(400)
}

/** The day with most people, and the one that was cancelled. */
const dayWhere =
  (is: (day: { state: string; people: unknown[] }) => boolean) =>
  async (ask: Ask): Promise<string> => {
    const { days } = (await ask(visitor, 'service.coming', {})) as {
      days: { id: string; state: string; people: unknown[] }[]
    }
    const day = [...days].sort((a, b) => b.people.length - a.people.length).find(is)
    return service('day', `?serviceDayId=${day?.id ?? 'none'}`)
  }

/** The contact's first question in this state. */
const askedIn =
  (state: string) =>
  async (ask: Ask): Promise<string> => {
    const lists = await Promise.all(
      [false, true].map((closed) => ask(contact, 'consultation.mine', { enterpriseId: 'enterprise-01', closed })),
    )
    const items = (lists as { items: { id: string; state: string }[] }[]).flatMap((list) => list.items)
    return service('consultation', `?consultationId=${items.find((one) => one.state === state)?.id ?? 'none'}`)
  }

const holdOne = async (tab: Tab) => {
  await tab.page.locator('.suggestions__slot').filter({ visible: true }).first().click()
  await tab.page.getByText('已为您保留').filter({ visible: true }).first().waitFor()
}

export const servicePages: ShownPage[] = [
  { name: 'service-tab', as: contact, route: '/pages/tabs/services/index' },
  { name: 'service-tab-visitor', as: visitor, route: '/pages/tabs/services/index', modes: ['phone', 'large'] },
  {
    name: 'service-tab-offline',
    as: contact,
    route: '/pages/tabs/services/index',
    first: down,
    complaint: offline,
    modes: ['phone'],
  },
  { name: 'service-day', as: contact, route: dayWhere(({ state }) => state === 'published') },
  {
    name: 'service-day-cancelled',
    as: visitor,
    route: dayWhere(({ state }) => state === 'cancelled'),
    modes: ['phone', 'large'],
  },
  { name: 'service-book', as: contact, route: service('book', '?topic=tax'), readme: 'phone' },
  { name: 'service-book-held', as: contact, route: service('book', '?topic=policy'), first: holdOne },
  { name: 'service-book-visitor', as: visitor, route: service('book', '?topic=tax'), modes: ['phone'] },
  {
    name: 'service-book-member',
    as: 'demo-member-01',
    route: service('book', '?topic=tax'),
    modes: ['phone', 'large'],
  },
  { name: 'service-mine', as: contact, route: service('mine') },
  { name: 'service-booked', as: contact, route: askedIn('booked') },
  {
    name: 'service-cancel',
    as: contact,
    route: askedIn('booked'),
    first: press('取消预约'),
    screen: true,
    modes: ['phone', 'large'],
  },
  { name: 'service-open', as: contact, route: askedIn('open') },
  { name: 'service-answered', as: contact, route: askedIn('answered') },
  {
    name: 'service-verdict',
    as: contact,
    route: askedIn('answered'),
    first: press('确认结果'),
    screen: true,
    modes: ['phone', 'large'],
  },
  { name: 'service-closed', as: contact, route: askedIn('closed') },
  { name: 'service-waited', as: contact, route: service('consultation', '?consultationId=consultation-silent') },
  {
    name: 'service-unanswered',
    as: contact,
    route: service('consultation', '?consultationId=consultation-unanswered'),
  },
  {
    name: 'service-reopen',
    as: contact,
    route: service('consultation', '?consultationId=consultation-unanswered'),
    first: press('重新打开'),
    screen: true,
    modes: ['phone', 'large'],
  },
  {
    name: 'desk-item-silent',
    as: 'demo-leader-01',
    route: '/pages/desk/consultation-item/index?consultationId=consultation-silent',
  },
]
