import type { Ask, ShownPage } from './pages'
import type { Tab } from './stage'

const editor = 'demo-editor-01'
const desk = (page: string, query = '') => `/pages/desk/${page}/index${query}`

type Listed = { items: { id: string }[] }

/** The first thing of the workbench's list that fits. */
const firstOf = (page: string, input: object) => async (ask: Ask, as: string) => {
  const [found] = ((await ask(as, 'exhibit.managed', input)) as Listed).items
  if (!found) throw new Error(`nothing in the demo is ${JSON.stringify(input)}`)
  return desk(page, `?exhibitId=${found.id}`)
}

const press = (name: string) => async (tab: Tab) => {
  await tab.page.getByRole('button', { name, exact: true }).first().click()
  await tab.settled()
}
const choose = (name: string) => async (tab: Tab) => {
  await tab.page.getByRole('radio', { name, exact: true }).first().click()
  await tab.settled()
}

/** What an editor of the halls works with. */
export const editorPages: ShownPage[] = [
  { name: 'desk-editor', as: editor, route: desk('home') },
  { name: 'desk-exhibits', as: editor, route: desk('exhibit-list') },
  { name: 'desk-exhibits-broken', as: editor, route: desk('exhibit-list', '?filter=broken'), modes: ['phone'] },
  { name: 'desk-exhibits-none', as: editor, route: desk('exhibit-list', '?filter=withdrawn&kind=hall') },
  { name: 'desk-exhibit-new', as: editor, route: desk('exhibit-edit', '?kind=display') },
  { name: 'desk-exhibit-missing', as: editor, route: desk('exhibit-edit', '?kind=story'), first: press('发布') },
  { name: 'desk-exhibit-draft', as: editor, route: firstOf('exhibit-edit', { filter: 'drafts' }) },
  { name: 'desk-exhibit-planned', as: editor, route: firstOf('exhibit-edit', { filter: 'scheduled' }) },
  { name: 'desk-exhibit-broken', as: editor, route: firstOf('exhibit-edit', { filter: 'broken' }) },
  { name: 'desk-hall-edit', as: editor, route: desk('exhibit-edit', '?exhibitId=h1') },
  {
    name: 'desk-hall-beside',
    as: editor,
    route: desk('exhibit-edit', '?exhibitId=h1'),
    first: choose('预览'),
    modes: ['desk'],
  },
  {
    name: 'desk-transcript',
    as: editor,
    route: desk('exhibit-edit', '?exhibitId=h1'),
    first: press('编辑文字稿'),
    screen: true,
  },
  { name: 'desk-preview', as: editor, route: firstOf('exhibit-preview', { filter: 'drafts' }) },
  { name: 'desk-hall-order', as: editor, route: desk('hall-order', '?hallId=h1') },
  { name: 'desk-wall-codes', as: editor, route: desk('wall-codes') },
  { name: 'desk-wall-codes-made', as: editor, route: desk('wall-codes', '?hallId=h1'), first: press('生成打印页') },
  { name: 'desk-editor-only', as: 'demo-member-01', route: desk('exhibit-list') },
]
