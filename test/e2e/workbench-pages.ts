/** The pages of the service team's desk, for `npm run shots`. */
import type { Ask, ShownPage } from './pages'
import type { Tab } from './stage'

const specialist = 'demo-specialist-01'
const leader = 'demo-leader-01'
const staff = 'demo-staff-01'
const desk = (page: string, query = '') => `/pages/desk/${page}/index${query}`

const pressNamed = (name: string | RegExp) => async (tab: Tab) => {
  await tab.page.getByRole('button', { name }).filter({ visible: true }).first().click()
  await tab.settled()
}
const choose = (name: string) => async (tab: Tab) => {
  await tab.page.getByRole('radio', { name, exact: true }).filter({ visible: true }).first().click()
  await tab.settled()
}
const inTurn =
  (...steps: ((tab: Tab) => Promise<void>)[]) =>
  async (tab: Tab) => {
    for (const step of steps) await step(tab)
  }

type Outlines = { items: { id: string; state: string; owner: { id: string } }[] }

/** The team's first item of one of the board's lists, whose owner is `ownerId` when it is given. */
const itemOf =
  (filter: string, ownerId?: string) =>
  async (ask: Ask): Promise<string> => {
    const { items } = (await ask(leader, 'consultation.board', { filter })) as Outlines
    const found = items.find(({ owner }) => ownerId === undefined || owner.id === ownerId)
    return desk('consultation-item', `?consultationId=${found?.id ?? 'none'}`)
  }

/** The specialist's first meeting of today that has no outcome yet. */
const meetingToday = async (ask: Ask): Promise<string> => {
  const { items } = (await ask(specialist, 'consultation.today', {})) as Outlines
  const ahead = items.find(({ state }) => state === 'started' || state === 'arrived' || state === 'booked')
  return desk('consultation-item', `?consultationId=${ahead?.id ?? 'none'}`)
}

const dayWhere =
  (page: string, name: string, state: string) =>
  async (ask: Ask): Promise<string> => {
    const { items } = (await ask(leader, 'service.managed', {})) as { items: { id: string; state: string }[] }
    return desk(page, `?${name}=${[...items].reverse().find((day) => day.state === state)?.id ?? 'none'}`)
  }

const FIRST = 'm-specialist-01'

/** What specialists, their leader and staff work with. */
export const workbenchPages: ShownPage[] = [
  { name: 'desk-specialist', as: specialist, route: desk('home') },
  { name: 'desk-leader', as: leader, route: desk('home') },
  { name: 'desk-today', as: specialist, route: desk('consultation-today') },
  { name: 'desk-today-none', as: 'demo-specialist-05', route: desk('consultation-today', '?day=2030-01-05') },
  { name: 'desk-item-meeting', as: specialist, route: meetingToday },
  { name: 'desk-item-open', as: specialist, route: itemOf('open', FIRST) },
  {
    name: 'desk-item-plan',
    as: specialist,
    route: itemOf('open', FIRST),
    first: pressNamed(/^安排下一步/),
    screen: true,
  },
  {
    name: 'desk-item-transfer',
    as: leader,
    route: itemOf('open'),
    first: pressNamed(/^转交给其他队员/),
    screen: true,
  },
  {
    name: 'desk-item-outcome',
    as: specialist,
    route: meetingToday,
    first: inTurn(pressNamed(/写咨询结果/), choose('由我跟进'), pressNamed('套用：要核实政策')),
    screen: true,
  },
  { name: 'desk-item-closed', as: leader, route: itemOf('closed') },
  { name: 'desk-item-staff', as: staff, route: itemOf('open') },
  {
    name: 'desk-item-reveal',
    as: staff,
    route: itemOf('open'),
    first: pressNamed('登记原因后查看内容'),
    screen: true,
  },
  { name: 'desk-work', as: specialist, route: desk('consultation-list') },
  { name: 'desk-board', as: leader, route: desk('consultation-board') },
  { name: 'desk-board-late', as: staff, route: desk('consultation-board', '?filter=late') },
  { name: 'desk-service-days', as: leader, route: desk('service-list') },
  { name: 'desk-service-days-past', as: leader, route: desk('service-list'), first: choose('已结束') },
  { name: 'desk-service-new', as: leader, route: desk('service-edit') },
  {
    name: 'desk-service-missing',
    as: leader,
    route: desk('service-edit'),
    first: pressNamed('发布'),
    modes: ['phone'],
  },
  { name: 'desk-service-published', as: leader, route: dayWhere('service-edit', 'serviceDayId', 'published') },
  {
    name: 'desk-service-move',
    as: leader,
    route: dayWhere('service-edit', 'serviceDayId', 'published'),
    first: pressNamed(/^改期/),
    screen: true,
  },
  { name: 'desk-service-cancelled', as: leader, route: dayWhere('service-edit', 'serviceDayId', 'cancelled') },
  { name: 'desk-service-day', as: leader, route: dayWhere('service-day', 'serviceDayId', 'published') },
  { name: 'desk-service-team', as: leader, route: desk('service-team') },
  {
    name: 'desk-service-person',
    as: leader,
    route: desk('service-team'),
    first: pressNamed(/^演示/),
    screen: true,
  },
  { name: 'desk-service-time', as: 'demo-specialist-03', route: desk('service-time') },
  {
    name: 'desk-service-absence',
    as: specialist,
    route: desk('service-time'),
    first: pressNamed('添加请假'),
    screen: true,
  },
  { name: 'desk-specialists-only', as: 'demo-member-01', route: desk('consultation-today'), modes: ['phone'] },
]
