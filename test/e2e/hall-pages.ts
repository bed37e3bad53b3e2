/** The pages of the centre and its halls for `npm run shots`, in their main states. */
import type { ShownPage } from './pages'
import type { Tab } from './stage'

const member = 'demo-member-01'
const visitor = 'demo-visitor'
const editor = 'demo-editor-01'
const offline = /ERR_INTERNET_DISCONNECTED/

const exhibit = (page: string, query = '') => `/pages/exhibit/${page}/index${query}`
const centre = (page: string) => `/pages/centre/${page}/index`
const desk = (page: string, query = '') => `/pages/desk/${page}/index${query}`

const press = (words: string) => async (tab: Tab) => {
  await tab.page.getByText(words, { exact: true }).filter({ visible: true }).first().click()
  await tab.settled()
}

const down = async (tab: Tab) => {
  await tab.page.context().setOffline(true)
  await tab.page.waitForTimeout(400)
}

const visiting: ShownPage[] = [
  { name: 'centre', as: visitor, route: '/pages/tabs/halls/index' },
  { name: 'centre-editor', as: editor, route: '/pages/tabs/halls/index', modes: ['phone'] },
  {
    name: 'centre-offline',
    as: member,
    route: '/pages/tabs/halls/index',
    first: down,
    complaint: offline,
    modes: ['phone'],
  },
  { name: 'hall-panorama', as: visitor, route: exhibit('hall', '?hallId=h1'), first: press('全景'), readme: 'phone' },
  { name: 'hall-plan', as: visitor, route: exhibit('hall', '?hallId=h1'), first: press('平面') },
  { name: 'hall-list', as: visitor, route: exhibit('hall', '?hallId=h3'), first: press('列表') },
  { name: 'hall-unknown', as: visitor, route: exhibit('hall', '?hallId=h9'), modes: ['phone'] },
  { name: 'exhibit-audio', as: visitor, route: exhibit('display', '?number=101'), readme: 'phone' },
  { name: 'exhibit-listen', as: visitor, route: exhibit('display', '?scene=x%3D301'), first: press('听讲解') },
  { name: 'exhibit-figure', as: member, route: exhibit('display', '?number=203') },
  { name: 'exhibit-steps', as: member, route: exhibit('display', '?number=202') },
  { name: 'exhibit-last', as: member, route: exhibit('display', '?number=805') },
  { name: 'exhibit-unknown', as: visitor, route: exhibit('display', '?number=999') },
  {
    name: 'exhibit-offline',
    as: visitor,
    route: exhibit('display', '?number=101'),
    first: down,
    complaint: offline,
    modes: ['phone'],
  },
  { name: 'story-film', as: visitor, route: exhibit('display', '?exhibitId=story-03') },
  { name: 'find', as: visitor, route: exhibit('find') },
  { name: 'timeline', as: visitor, route: exhibit('timeline') },
  { name: 'timeline-1978', as: visitor, route: exhibit('timeline', '?from=1978'), screen: true },
  { name: 'stories', as: visitor, route: exhibit('stories') },
  { name: 'stories-found', as: visitor, route: exhibit('stories', '?words=wubufa') },
  { name: 'stories-nothing', as: visitor, route: exhibit('stories', '?words=滑雪'), modes: ['phone'] },
  { name: 'kept-member', as: member, route: exhibit('kept') },
  { name: 'kept-visitor', as: visitor, route: exhibit('kept') },
  { name: 'book', as: 'demo-member-03', route: centre('book') },
  { name: 'book-visitor', as: visitor, route: centre('book'), modes: ['phone'] },
  { name: 'visits', as: member, route: centre('visits') },
  { name: 'arrive', as: member, route: centre('arrive'), screen: true },
]

const editing: ShownPage[] = [
  { name: 'desk-editor', as: editor, route: desk('home') },
  { name: 'desk-exhibits', as: editor, route: desk('exhibit-list') },
  { name: 'desk-exhibits-broken', as: editor, route: desk('exhibit-list', '?filter=broken') },
  { name: 'desk-exhibits-not-allowed', as: member, route: desk('exhibit-list'), modes: ['phone'] },
  { name: 'desk-exhibit-edit', as: editor, route: desk('exhibit-edit', '?exhibitId=exhibit-101') },
  { name: 'desk-exhibit-new', as: editor, route: desk('exhibit-edit', '?kind=display&hallId=h2') },
  { name: 'desk-hall-edit', as: editor, route: desk('exhibit-edit', '?exhibitId=h1') },
  { name: 'desk-exhibit-preview', as: editor, route: desk('exhibit-preview', '?exhibitId=exhibit-301') },
  { name: 'desk-hall-order', as: editor, route: desk('hall-order', '?hallId=h1') },
  { name: 'desk-wall-codes', as: editor, route: desk('wall-codes') },
  { name: 'desk-visit-day', as: editor, route: desk('visit-day') },
  { name: 'desk-visit-door', as: editor, route: desk('visit-door'), screen: true },
  { name: 'desk-centre-edit', as: editor, route: desk('centre-edit') },
]

export const hallPages: ShownPage[] = [...visiting, ...editing]
