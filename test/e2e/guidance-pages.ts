/** The pages of figures, of exported files and of one-to-one guidance, for `npm run shots`. */
import type { ShownPage } from './pages'
import type { Tab } from './stage'

const specialist = 'demo-specialist-04'
const leader = 'demo-leader-01'
const staff = 'demo-staff-01'
const contact = 'demo-contact-01'
const desk = (page: string, query = '') => `/pages/desk/${page}/index${query}`
const own = (id: string) => `/pages/guidance/detail/index?consultationId=${id}`
const item = (id: string) => desk('guidance-item', `?consultationId=${id}`)

const choose = (name: string) => async (tab: Tab) => {
  await tab.page.getByRole('radio', { name, exact: true }).filter({ visible: true }).first().click()
  await tab.settled()
}
const press = (name: string | RegExp) => async (tab: Tab) => {
  await tab.page.getByRole('button', { name }).filter({ visible: true }).first().click()
  await tab.settled()
}

/** An application in the middle, one that waits for the enterprise’s word, one that is over: see the demo’s seed. */
const [underWay, toJudge, over] = ['guidance-demo-01', 'guidance-demo-03', 'guidance-demo-04'] as const

export const guidancePages: ShownPage[] = [
  { name: 'figures', as: staff, route: desk('figure-service') },
  { name: 'figures-by-month', as: leader, route: desk('figure-service'), first: choose('按月') },
  { name: 'figures-by-day', as: staff, route: desk('figure-service'), first: choose('按日') },
  {
    name: 'figures-records',
    as: staff,
    route: desk('figure-service'),
    first: press(/^预约 .*怎么算的$/),
    screen: true,
  },
  { name: 'figures-suppressed', as: 'demo-secretary-01', route: desk('figure-service') },
  { name: 'figures-not-allowed', as: 'demo-member-01', route: desk('figure-service'), modes: ['phone'] },
  { name: 'documents', as: leader, route: desk('documents') },
  { name: 'documents-none', as: 'demo-specialist-02', route: desk('documents'), modes: ['phone'] },
  { name: 'guidance', as: contact, route: own(underWay), readme: 'phone' },
  { name: 'guidance-ask', as: contact, route: '/pages/guidance/ask/index' },
  { name: 'guidance-answered', as: contact, route: own(toJudge) },
  { name: 'guidance-over', as: contact, route: own(over), modes: ['phone'] },
  { name: 'guidance-file', as: contact, route: own(underWay), first: press('上传文件'), screen: true },
  { name: 'desk-guidances', as: specialist, route: desk('guidance-list') },
  { name: 'desk-guidances-none', as: 'demo-specialist-05', route: desk('guidance-list'), modes: ['phone'] },
  { name: 'desk-guidance', as: specialist, route: item(underWay) },
  { name: 'desk-guidance-item', as: specialist, route: item(underWay), first: press('添加一项'), screen: true },
  { name: 'desk-guidance-meeting', as: specialist, route: item(underWay), first: press('约下次会面'), screen: true },
  { name: 'desk-guidance-back', as: specialist, route: item(underWay), first: press('退回前面的阶段'), screen: true },
  { name: 'desk-guidance-finish', as: specialist, route: item(underWay), first: press('不再申报'), screen: true },
  { name: 'desk-guidance-staff', as: staff, route: item(underWay) },
  { name: 'desk-guidance-reveal', as: staff, route: item(underWay), first: press('登记原因后查看'), screen: true },
  {
    name: 'desk-guidance-start',
    as: leader,
    route: desk('guidance-list', '?enterpriseId=enterprise-03&enterpriseName=豪美新材'),
    first: press('开始一项指导'),
    screen: true,
  },
]
