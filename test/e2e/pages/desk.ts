import type { Tab } from '../stage'

/** The desk's screen of one event: the code for the projector and who has come. */
export class Desk {
  private constructor(private readonly tab: Tab) {}

  static async open(tab: Tab, eventId: string): Promise<Desk> {
    await tab.open(`/pages/desk/event-desk/index?eventId=${eventId}`)
    await tab.page.locator('.code-panel__digits').waitFor()
    return new Desk(tab)
  }

  /** The code as the projector throws it on the wall, with some wall around it. */
  async photo(): Promise<Buffer> {
    const box = await this.tab.page.locator('.code-panel__picture').boundingBox()
    if (box === null) throw new Error('the desk shows no code')
    return this.tab.page.screenshot({ clip: box })
  }

  async digits(): Promise<string> {
    return (await this.tab.page.locator('.code-panel__digits').innerText()).replace(/\s/g, '')
  }

  says(words: string): Promise<void> {
    return this.tab.page.getByText(words).first().waitFor()
  }
}
