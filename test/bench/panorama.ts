import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { openProduct } from '../support/product'
import { atMost, rowsOf, type Row } from './row'

const HALL = '/?as=demo-visitor#/pages/exhibit/hall/index?hallId=h1'
const PHONE = { width: 375, height: 812 }
/** How long the finger goes to and fro. */
const SECONDS = 3
/** Moves a second: a finger reports more of them than there are frames. */
const MOVES_A_SECOND = 120

type Frames = { drawn: number; lost: number; changes: number }

/**
 * Turns a hall's panorama by a finger in Chromium and counts: frames drawn, frames lost (a gap of n frame times lost n - 1), and how often
 * the room's style changed between two frames. Beside it the same page while nobody touches it, as what this machine can do at all.
 */
export async function measurePanorama(): Promise<Row[]> {
  const product = await openProduct()
  const browser = await openBrowser()
  try {
    const page = await (await browser.newContext({ viewport: PHONE, hasTouch: true })).newPage()
    await page.goto(`${product.url}${HALL}`)
    await page.locator('.cube__room').waitFor({ state: 'attached' })
    await page.locator('.panorama__coming').waitFor({ state: 'detached' })
    const still = await count(page, () => page.waitForTimeout(SECONDS * 1000))
    const turned = await count(page, () => turn(page))
    const row = rowsOf('panorama in Chromium')
    return [
      row(`frames drawn in ${SECONDS} s, nobody touching it`, still.drawn),
      row('frames lost, nobody touching it', still.lost),
      row(`frames drawn in ${SECONDS} s of turning`, turned.drawn),
      row('frames lost while turning', turned.lost),
      // A room that never turned proves nothing.
      row('changes of the view between two frames, at most', turned.changes || Number.NaN, '', atMost(1)),
    ]
  } finally {
    await browser.close()
    await product.stop()
  }
}

/** To and fro over the room, by real touches. */
async function turn(page: Page): Promise<void> {
  const box = await page.locator('.cube').boundingBox()
  if (box === null) throw new Error('the panorama is not on the page')
  const finger = await page.context().newCDPSession(page)
  const at = (step: number) => ({
    x: Math.round(box.x + box.width / 2 + Math.sin(step / 15) * box.width * 0.35),
    y: Math.round(box.y + box.height * 0.7),
  })
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] })
  const since = Date.now()
  for (let step = 1; Date.now() - since < SECONDS * 1000; step++) {
    await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(step)] })
    await page.waitForTimeout(1000 / MOVES_A_SECOND)
  }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

async function count(page: Page, during: () => Promise<void>): Promise<Frames> {
  // The loader that runs this file names functions by a helper of its own, which the page does not have.
  await page.evaluate('globalThis.__name = (one) => one')
  await page.evaluate(startCounting)
  await during()
  return page.evaluate(() => (window as unknown as { stopCounting: () => Frames }).stopCounting())
}

/** Runs in the page. */
function startCounting(): void {
  const A_FRAME = 1000 / 60
  const room = document.querySelector('.cube__room')
  const frames: Frames = { drawn: 0, lost: 0, changes: 0 }
  let [last, since, going] = [0, 0, true]
  const observer = new MutationObserver((changes) => (since += changes.length))
  if (room) observer.observe(room, { attributes: true, attributeFilter: ['style'] })
  const frame = (now: number) => {
    frames.drawn++
    if (last > 0) frames.lost += Math.max(0, Math.round((now - last) / A_FRAME) - 1)
    frames.changes = Math.max(frames.changes, since)
    ;[last, since] = [now, 0]
    if (going) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  Object.assign(window, {
    stopCounting: () => {
      going = false
      observer.disconnect()
      return frames
    },
  })
}
