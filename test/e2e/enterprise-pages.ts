/** Enterprises, those who speak for them and visits to them, for `npm run shots`. */
import type { ShownPage } from './pages'
import type { Tab } from './stage'

const contact = 'demo-contact-01'
const leader = 'demo-leader-01'
const staff = 'demo-staff-01'
const mine = '/pages/enterprise/mine/index'
const register = '/pages/desk/enterprise-list/index'
const outreach = '/pages/desk/enterprise-outreach/index'

const press = (name: string | RegExp) => async (tab: Tab) => {
  await tab.page.getByRole('button', { name }).filter({ visible: true }).first().click()
  await tab.settled()
}
const choose = (name: string) => async (tab: Tab) => {
  await tab.page.getByRole('radio', { name, exact: true }).filter({ visible: true }).first().click()
  await tab.settled()
}

export const enterprisePages: ShownPage[] = [
  { name: 'my-enterprises', as: contact, route: mine },
  { name: 'my-enterprises-waiting', as: 'demo-contact-04', route: mine },
  { name: 'my-enterprises-declined', as: 'demo-member-10', route: mine },
  { name: 'my-enterprises-none', as: 'demo-member-01', route: mine },
  { name: 'my-enterprises-join', as: 'demo-member-01', route: mine, first: press('申请成为联络人'), screen: true },
  { name: 'my-enterprises-leave', as: contact, route: mine, first: press(/^退出联络人/), screen: true },
  { name: 'desk-enterprises-waiting', as: staff, route: register },
  { name: 'desk-enterprises-decision', as: staff, route: register, first: press(/^演示/), screen: true },
  { name: 'desk-enterprises-all', as: staff, route: register, first: choose('全部企业') },
  { name: 'desk-enterprise', as: staff, route: `${register}?enterpriseId=enterprise-01`, screen: true },
  { name: 'desk-enterprise-new', as: staff, route: register, first: press('新增企业'), screen: true },
  { name: 'desk-outreach', as: leader, route: outreach },
  { name: 'desk-outreach-plan', as: leader, route: outreach, first: press(/^安排走访/), screen: true },
  { name: 'desk-outreach-planned', as: leader, route: outreach, first: choose('已安排') },
  { name: 'desk-outreach-done', as: staff, route: outreach, first: choose('已走访') },
  { name: 'desk-outreach-corrected', as: leader, route: outreach, first: choose('已走访') },
]
