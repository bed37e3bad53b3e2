import { mkdirSync } from 'node:fs'
import assert from 'node:assert/strict'
import path from 'node:path'
import { after, afterEach, before } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Product } from '../../config/start'
import { openBrowser } from '../support/browser'
import { openProduct } from '../support/product'
import { root } from '../support/repository'
import { seriousFaults } from './faults'
import { modes, type Mode } from './modes'

export type TabOptions = {
  /** The demo person of this tab. */
  as: string
  mode?: Mode
  /** Route of the app with its parameters, e.g. `/pages/event/detail/index?id=…`. The home page unless told otherwise. */
  path?: string
}

/** One person's tab on the running product. What goes to its console as an error, or fails to load, is noted. */
export class Tab {
  readonly complaints: string[] = []

  constructor(
    readonly page: Page,
    private readonly product: Product,
    readonly as: string,
  ) {
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => this.complaints.push(`thrown: ${error.message}`))
    page.on(
      'response',
      (response) => response.status() >= 500 && this.complaints.push(`${response.status()} ${response.url()}`),
    )
  }

  /** Opens a route as this person, as from a link, and waits until the page has its words. */
  async open(route: string): Promise<void> {
    await this.page.goto(this.address(route))
    await this.settled()
  }

  /** The link that opens a route as this person. */
  address(route: string): string {
    return `${this.product.url}/?as=${this.as}#${route}`
  }

  /**
   * Waits until the visible page stands still: nothing on the wire, no skeleton, and no panel on its way in, whose words axe would
   * measure half transparent. What goes on for ever does not count: a spinner's turning, a count-down's steps.
   */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle')
    await this.page.waitForFunction(() => document.body.innerText.trim() !== '')
    await this.page.waitForFunction(
      () => ![...document.querySelectorAll('[aria-busy="true"]')].some((one) => one.clientHeight > 0),
    )
    await this.page.waitForFunction(() =>
      document
        .getAnimations()
        .every(
          (one) =>
            !(one instanceof CSSAnimation) ||
            one.playState !== 'running' ||
            one.effect?.getComputedTiming().iterations === Infinity,
        ),
    )
  }

  /** Axe's serious and critical findings on what is visible now; a test asserts that there are none. */
  faults(): Promise<string[]> {
    return seriousFaults(this.page)
  }

  /** Writes a picture of the whole page into the git-ignored `.shots`. */
  async shoot(name: string): Promise<void> {
    const folder = path.join(root, '.shots')
    mkdirSync(folder, { recursive: true })
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
  }
}

/** The running product and a browser, with tabs for as many people as a story needs. */
export class Stage {
  private contexts: BrowserContext[] = []
  private tabs: Tab[] = []

  private constructor(
    readonly product: Product,
    private readonly browser: Browser,
  ) {}

  /** @param film what the browser's camera sees, a file written by `film()` */
  static async open(film?: string): Promise<Stage> {
    const browser = await openBrowser(film)
    try {
      return new Stage(await openProduct(), browser)
    } catch (error) {
      await browser.close()
      throw error
    }
  }

  async tab({ as, mode = 'phone', path: route = '/pages/tabs/home/index' }: TabOptions): Promise<Tab> {
    const { large, ...screen } = modes[mode]
    const context = await this.browser.newContext({
      ...screen,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      permissions: ['camera'],
    })
    this.contexts.push(context)
    // The switch of 长辈版, as the app itself keeps it in this browser.
    if (large)
      await context.addInitScript(
        (key) => localStorage.setItem(key, JSON.stringify({ data: true })),
        `${as}:large-type`,
      )
    const tab = new Tab(await context.newPage(), this.product, as)
    this.tabs.push(tab)
    await tab.open(route)
    return tab
  }

  /** Closes every tab and gives what they complained of. */
  async clear(): Promise<string[]> {
    const complaints = this.tabs.flatMap(({ complaints: all, as }) => all.map((line) => `${as}: ${line}`))
    await Promise.all(this.contexts.map((context) => context.close()))
    this.contexts = []
    this.tabs = []
    return complaints
  }

  async close(): Promise<void> {
    await this.clear()
    await this.browser.close()
    await this.product.stop()
  }
}

/**
 * For a spec: starts product and browser before its tests, closes the tabs after each, and fails a test in which any tab complained.
 * @param film what the browser's camera sees
 */
export function useStage(film?: string): () => Stage {
  let stage: Stage | undefined
  before(async () => {
    stage = await Stage.open(film)
  })
  afterEach(async () => {
    assert.deepEqual(await stage?.clear(), [])
  })
  after(() => stage?.close())
  return () => {
    assert.ok(stage, 'the stage stands only inside tests')
    return stage
  }
}
