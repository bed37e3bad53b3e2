import type { Page } from 'playwright-core'
import { agree, press, pressNamed, sees } from '../hand'

/** Booking the service team, as a contact of an enterprise meets it. */
export class Service {
  constructor(private readonly page: Page) {}

  /** On the tab: what the question is about. */
  chooseTopic(words: string): Promise<void> {
    return pressNamed(this.page, `预约咨询：${words}`)
  }

  /** The first time of whoever fits best. */
  async takeFirstSlot(): Promise<void> {
    await this.page.locator('.suggestions__slot').filter({ visible: true }).first().click()
    await sees(this.page, '已为您保留')
  }

  write(question: string): Promise<void> {
    return this.page.getByLabel('问题', { exact: true }).filter({ visible: true }).fill(question)
  }

  async confirm(): Promise<void> {
    await press(this.page, '确认预约')
    await sees(this.page, '预约成功')
  }

  async cancel(): Promise<void> {
    await press(this.page, '取消预约')
    await this.page.getByRole('dialog').waitFor()
    await agree(this.page, '取消预约')
    await sees(this.page, '已取消，时段让给了其他企业')
  }
}
