import type { Page } from 'playwright-core'

/** The bar of five tabs at the foot of the main pages. */
export class TabBar {
  constructor(private readonly page: Page) {}

  names(): Promise<string[]> {
    return this.page.locator('.weui-tabbar__item').allInnerTexts()
  }

  async choose(name: string): Promise<void> {
    await this.page.locator('.weui-tabbar__item', { hasText: name }).click()
    await this.page.waitForLoadState('networkidle')
  }
}
