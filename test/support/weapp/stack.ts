import path from 'node:path'
import type { WeappPage } from './page'

export type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string; text: string }[] }
  usingComponents?: Record<string, string>
}

/** Every page of the package, main and sub-packages, as its route. */
export function routesOf({ pages, subPackages, subpackages }: AppJson): string[] {
  const inner = (subPackages ?? subpackages ?? []).flatMap((sub) =>
    sub.pages.map((page) => `${sub.root.replace(/\/$/, '')}/${page}`),
  )
  return [...pages, ...inner]
}

const DEPTH = 10

/** The opened pages and WeChat's rules about them. A broken rule is thrown as the platform's own words. */
export class PageStack {
  readonly pages: WeappPage[] = []
  private readonly kept = new Map<string, WeappPage>()
  private readonly routes: string[]
  readonly tabs: string[]

  constructor(
    appJson: AppJson,
    private readonly create: (route: string, query: Record<string, string>) => WeappPage,
  ) {
    this.routes = routesOf(appJson)
    this.tabs = (appJson.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
  }

  get top(): WeappPage {
    const top = this.pages.at(-1)
    if (top === undefined) throw new Error('no page is open: launch() first')
    return top
  }

  open(url: string): void {
    const { route, query } = this.read(url)
    const page = this.create(route, query)
    if (this.tabs.includes(route)) this.kept.set(route, page)
    this.pages.push(page)
    page.load()
  }

  navigateTo(url: string): void {
    if (this.tabs.includes(this.read(url).route)) throw new Error('can not navigateTo a tabbar page')
    if (this.pages.length >= DEPTH) throw new Error('webview count limit exceed')
    this.top.run('onHide')
    this.open(url)
  }

  redirectTo(url: string): void {
    if (this.tabs.includes(this.read(url).route)) throw new Error('can not redirectTo a tabbar page')
    this.close()
    this.open(url)
  }

  switchTab(url: string): void {
    const { route } = this.read(url)
    if (!this.tabs.includes(route)) throw new Error('can not switch to no-tabBar page')
    this.pages.at(-1)?.run('onHide')
    while (this.pages.length > 0) this.leave()
    const page = this.kept.get(route)
    if (page === undefined) return this.open(`/${route}`)
    this.pages.push(page)
    page.run('onShow')
  }

  reLaunch(url: string): void {
    this.read(url)
    while (this.pages.length > 0) this.close()
    this.kept.clear()
    this.open(url)
  }

  navigateBack(delta: number): void {
    for (let steps = delta; steps > 0 && this.pages.length > 1; steps--) this.close()
    this.top.run('onShow')
  }

  /** Parameters arrive as they stand in the address: WeChat does not decode them. */
  private read(url: string): { route: string; query: Record<string, string> } {
    const [place = '', search = ''] = url.split('?')
    const base = this.pages.at(-1)?.route ?? ''
    const route = place.startsWith('/') ? place.slice(1) : path.posix.join(path.posix.dirname(base), place)
    if (!this.routes.includes(route)) throw new Error(`page "${route}" is not found`)
    const pairs = search.split('&').filter(Boolean)
    return {
      route,
      query: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')])),
    }
  }

  /** A tab's page stays in memory, any other one ends. */
  private leave(): void {
    const page = this.pages.pop()
    if (page !== undefined && !this.tabs.includes(page.route)) page.run('onUnload')
  }

  private close(): void {
    const page = this.pages.pop()
    page?.run('onUnload')
    if (page !== undefined) this.kept.delete(page.route)
  }
}
