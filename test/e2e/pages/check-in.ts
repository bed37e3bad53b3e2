import type { Tab } from '../stage'

/** The check-in page in the hand of one person, with its scanner open as it is at first. */
export class CheckIn {
  private constructor(private readonly tab: Tab) {}

  static async open(tab: Tab, eventId: string): Promise<CheckIn> {
    await tab.page.goto(tab.address(`/pages/event/check-in/index?eventId=${eventId}`))
    await tab.page.getByRole('dialog', { name: '扫码签到' }).waitFor()
    return new CheckIn(tab)
  }

  async choosePicture(picture: Buffer): Promise<void> {
    await this.tab.page
      .getByLabel('从相册选图')
      .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
  }

  async typeDigits(digits: string): Promise<void> {
    await this.tab.page.getByRole('dialog', { name: '扫码签到' }).getByText('输入数字').click()
    await this.tab.page.locator('.digits-field__input input').first().fill(digits)
    await this.tab.page.getByText('用数字签到').click()
  }

  /** Waits until the page says so. */
  says(words: string): Promise<void> {
    return this.tab.page.getByText(words).first().waitFor({ timeout: 20_000 })
  }
}
