import { editorPages } from './editor-pages'
import { enterprisePages } from './enterprise-pages'
import { guidancePages } from './guidance-pages'
import { hallPages } from './hall-pages'
import type { Mode } from './modes'
import { servicePages } from './service-pages'
import type { Tab } from './stage'
import { workbenchPages } from './workbench-pages'

/** Asks the running product an action as somebody, to find out what to open or to bring about what is to be seen. */
export type Ask = (openid: string, action: string, input: object) => Promise<unknown>

export type ShownPage = {
  /** Names the pictures: `.shots/<name>-<mode>.png`. */
  name: string
  /** The demo person who looks; one for each mode where looking changes something. */
  as: string | Record<Mode, string>
  route: string | ((ask: Ask, as: string) => Promise<string>)
  /** What the person does before the picture is taken. */
  first?: (tab: Tab) => Promise<void>
  /** All three unless told otherwise. */
  modes?: Mode[]
  /** The picture is of the screen, not of the whole page: for what lies over the page. */
  screen?: boolean
  /** In which mode the README shows it. */
  readme?: Mode
  /** What the console may say, where the state itself is that something fails. */
  complaint?: RegExp
}

const offline = /ERR_INTERNET_DISCONNECTED/

const member = 'demo-member-01'
const secretary = 'demo-secretary-01'
const visitor = 'demo-visitor'

const home = '/pages/tabs/home/index'
const events = '/pages/tabs/events/index'
const checkIn = '/pages/event/check-in/index'
const event = (eventId: string) => `/pages/event/detail/index?eventId=${eventId}`
const desk = (page: string) => `/pages/desk/${page}/index`

const press = (words: string) => async (tab: Tab) => {
  await tab.page.getByText(words, { exact: true }).first().click()
  await tab.settled()
}

const search = (words: string) => async (tab: Tab) => {
  await tab.page.getByRole('main').locator('input').first().fill(words)
  await tab.page.getByRole('main').locator('input').first().press('Enter')
  await tab.page.waitForTimeout(600)
  await tab.settled()
}

const down = async (tab: Tab) => {
  await tab.page.context().setOffline(true)
  await tab.page.waitForTimeout(400)
}

/** The address that WeChat's scanner opens for the code which the desk shows now. */
const deskCode = async (ask: Ask, eventId: string): Promise<string> => {
  const shown = (await ask(secretary, 'event.desk', { eventId })) as { code: { text: string } | null }
  if (shown.code === null) throw new Error(`the desk of ${eventId} is closed`)
  return `${checkIn}?code=${encodeURIComponent(shown.code.text)}`
}

/** A person for each mode, because one person checks in once. */
const three = (phone: string, large: string, wide: string): Record<Mode, string> => ({ phone, large, desk: wide })

const memberSide: ShownPage[] = [
  { name: 'home-visitor', as: visitor, route: home },
  { name: 'home-member', as: member, route: home },
  { name: 'home-unconfirmed', as: 'demo-member-14', route: home },
  { name: 'home-secretary', as: secretary, route: home },
  { name: 'home-contact', as: 'demo-contact-01', route: home },
  { name: 'home-specialist', as: 'demo-specialist-01', route: home },
  { name: 'home-leader', as: 'demo-leader-01', route: home, modes: ['phone', 'large'] },
  { name: 'home-offline', as: member, route: home, first: down, complaint: offline, modes: ['phone'] },
  { name: 'events', as: member, route: events },
  { name: 'events-calendar', as: member, route: events, first: press('月历') },
  { name: 'events-past', as: visitor, route: events, first: press('往期') },
  { name: 'events-nothing-found', as: visitor, route: events, first: search('滑雪') },
  { name: 'event-open', as: 'demo-member-06', route: event('HLT0005'), readme: 'phone' },
  { name: 'event-running', as: member, route: event('HLT0001') },
  { name: 'event-registered', as: member, route: event('HLT0012') },
  { name: 'event-full', as: member, route: event('HLT0004') },
  { name: 'event-waiting', as: 'demo-member-09', route: waitingFor('HLT0004') },
  { name: 'event-cancelled', as: member, route: event('HLT0010') },
  { name: 'event-not-open-yet', as: member, route: event('HLT0008') },
  { name: 'event-closed', as: visitor, route: event('HLT0009') },
  { name: 'event-past', as: member, route: event('HLTP001') },
  { name: 'event-managed', as: secretary, route: event('HLT0001') },
  { name: 'event-unknown', as: visitor, route: event('HLT9999') },
  { name: 'event-give-up', as: member, route: event('HLT0012'), first: press('取消报名'), screen: true },
  { name: 'my-events', as: member, route: '/pages/event/mine/index' },
  { name: 'my-events-visitor', as: visitor, route: '/pages/event/mine/index' },
  { name: 'mine-visitor', as: visitor, route: '/pages/tabs/mine/index' },
  { name: 'mine-member', as: member, route: '/pages/tabs/mine/index' },
  { name: 'mine-unconfirmed', as: 'demo-member-14', route: '/pages/tabs/mine/index' },
  { name: 'mine-secretary', as: secretary, route: '/pages/tabs/mine/index' },
  { name: 'inbox', as: 'demo-staff-01', route: '/pages/message/inbox/index' },
  { name: 'inbox-empty', as: 'demo-member-02', route: '/pages/message/inbox/index' },
  { name: 'inbox-visitor', as: visitor, route: '/pages/message/inbox/index' },
  { name: 'bind', as: visitor, route: '/pages/member/bind/index' },
  { name: 'bind-wrong', as: visitor, route: '/pages/member/bind/index', first: press('绑定') },
  { name: 'bind-declined', as: 'demo-member-15', route: '/pages/member/bind/index' },
  { name: 'bind-branches', as: visitor, route: '/pages/member/bind/index', first: press('请选择'), screen: true },
  { name: 'data', as: member, route: '/pages/member/data/index' },
  { name: 'suggest', as: member, route: '/pages/member/suggest/index' },
]

function waitingFor(eventId: string) {
  return async (ask: Ask, as: string) => {
    await ask(as, 'event.signUp', { eventId })
    return event(eventId)
  }
}

const arrivals: ShownPage[] = [
  { name: 'home-checks-in', as: 'demo-member-05', route: home, readme: 'phone' },
  { name: 'event-checks-in', as: 'demo-member-05', route: event('HLT0001') },
  { name: 'check-in-scanner', as: 'demo-member-05', route: `${checkIn}?eventId=HLT0001`, screen: true },
  { name: 'check-in-digits', as: 'demo-member-05', route: `${checkIn}?eventId=HLT0001`, first: press('输入数字') },
  {
    name: 'check-in-done',
    as: three('demo-member-06', 'demo-member-07', 'demo-member-08'),
    route: (ask) => deskCode(ask, 'HLT0001'),
    readme: 'phone',
  },
  { name: 'check-in-again', as: 'demo-member-06', route: (ask) => deskCode(ask, 'HLT0001'), modes: ['phone'] },
  { name: 'check-in-refused', as: member, route: `${checkIn}?eventId=HLT0001&code=HTTPS%3A%2F%2FEXAMPLE.COM` },
  { name: 'check-in-not-signed-up', as: member, route: (ask) => deskCodeOf('demo-secretary-02', ask, 'HLT0003') },
  { name: 'check-in-not-bound', as: visitor, route: (ask) => deskCode(ask, 'HLT0001') },
]

async function deskCodeOf(organiser: string, ask: Ask, eventId: string): Promise<string> {
  return deskCode((_as, action, input) => ask(organiser, action, input), eventId)
}

const deskSide: ShownPage[] = [
  { name: 'desk', as: secretary, route: desk('home') },
  { name: 'desk-staff', as: 'demo-staff-01', route: desk('home') },
  { name: 'desk-not-allowed', as: member, route: desk('home') },
  { name: 'desk-events', as: secretary, route: desk('event-list') },
  { name: 'desk-event-new', as: secretary, route: desk('event-edit') },
  { name: 'desk-event-change', as: secretary, route: `${desk('event-edit')}?eventId=HLT0001` },
  { name: 'desk-event-draft', as: secretary, route: `${desk('event-edit')}?eventId=HLT0011` },
  { name: 'desk-event-cancelled', as: secretary, route: `${desk('event-edit')}?eventId=HLT0010` },
  { name: 'desk-code', as: secretary, route: `${desk('event-desk')}?eventId=HLT0001`, screen: true, readme: 'desk' },
  {
    name: 'desk-code-offline',
    as: secretary,
    route: `${desk('event-desk')}?eventId=HLT0001`,
    first: down,
    complaint: offline,
  },
  { name: 'desk-code-not-open', as: secretary, route: `${desk('event-desk')}?eventId=HLT0008` },
  { name: 'desk-roster', as: secretary, route: `${desk('event-roster')}?eventId=HLT0001` },
  {
    name: 'desk-roster-absent',
    as: secretary,
    route: `${desk('event-roster')}?eventId=HLT0001`,
    first: press('未签到'),
  },
  { name: 'desk-members', as: secretary, route: desk('member-list') },
  { name: 'desk-member', as: secretary, route: desk('member-list'), first: press('演示党员13'), screen: true },
  { name: 'desk-suggestions', as: 'demo-staff-01', route: desk('suggestion-list') },
]

/** Every page of the product in its main states, in the hands of somebody whom it is for. `npm run shots` walks this table in order. */
export const shownPages: ShownPage[] = [
  ...memberSide,
  ...arrivals,
  ...deskSide,
  ...hallPages,
  ...editorPages,
  ...servicePages,
  ...workbenchPages,
  ...enterprisePages,
  ...guidancePages,
]
