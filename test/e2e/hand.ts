/** What somebody does with a page, and what they see of it. */
import type { Locator, Page } from 'playwright-core'

/** Presses what is visible under these words, as a thumb does. */
export const press = (page: Page, words: string): Promise<void> =>
  page.getByText(words, { exact: true }).filter({ visible: true }).last().click()

/** The button that a screen reader calls so. */
export const named = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name }).filter({ visible: true }).first()

/** Presses what a screen reader calls so. */
export const pressNamed = (page: Page, name: string | RegExp): Promise<void> => named(page, name).click()

/** Waits until these words are to be seen. */
export const sees = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor()

/** Waits until the page is headed so. */
export const reads = (page: Page, heading: string): Promise<void> =>
  page.getByRole('heading', { name: heading, exact: true }).first().waitFor()

/** Says yes in the question that stands over the page. */
export const agree = (page: Page, words: string): Promise<void> =>
  page.getByRole('dialog').getByText(words, { exact: true }).last().click()

/** Drags a finger sideways over the middle of something by so many px, and holds it still before it lets go. */
export async function drag(page: Page, thing: Locator, dx: number): Promise<void> {
  const box = await thing.boundingBox()
  if (box === null) throw new Error('there is nothing to drag')
  const y = Math.round(box.y + box.height * 0.8)
  const from = Math.round(box.x + box.width / 2 - dx / 2)
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] })
  await touch('touchStart', from)
  for (let step = 1; step <= 4; step++) await touch('touchMove', from + (dx / 4) * step)
  await page.waitForTimeout(200)
  await touch('touchEnd')
}
