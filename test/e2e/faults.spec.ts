import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { cutWords } from './faults'

let browser: Browser | undefined
before(async () => {
  browser = await openBrowser()
})
after(() => browser?.close())

const box = (style: string, content: string, name = '') => `<div class="${name}" style="${style}">${content}</div>`
const row = (words: string) =>
  box('display: inline-flex', ['一', '二', words].map((one) => box('width: 80px; flex: none', one)).join(''))

/** What the check says of a page that holds this. */
async function saidOf(content: string): Promise<string[]> {
  assert.ok(browser)
  const page = await browser.newPage({ viewport: { width: 375, height: 400 } })
  try {
    await page.setContent(`<body>${content}</body>`)
    return await cutWords(page)
  } finally {
    await page.close()
  }
}

test('words are cut where a box hides them', async () => {
  assert.deepEqual(await saidOf(box('width: 100px; overflow: hidden', row('尾'))), ['cut: 尾'])
  assert.deepEqual(await saidOf(box('height: 10px; overflow: hidden', '太高的字')), ['cut: 太高的字'])
})

test('what a strip holds can be pushed into sight, also where something around it hides what flows over', async () => {
  const strip = box('width: 100px; overflow-x: auto; overflow-y: hidden', row('尾'))
  assert.deepEqual(await saidOf(box('width: 120px; overflow: hidden', strip)), [])
})

test('words of a strip are cut where it is too low for them, or where their own box hides them', async () => {
  const low = box('width: 100px; height: 10px; overflow-x: auto; overflow-y: hidden', row('尾'))
  assert.deepEqual(await saidOf(low), ['cut: 一', 'cut: 二', 'cut: 尾'])
  const narrow = row(box('width: 20px; overflow: hidden; white-space: nowrap', '尾巴很长'))
  assert.deepEqual(await saidOf(box('width: 100px; overflow-x: auto; overflow-y: hidden', narrow)), ['cut: 尾巴很长'])
})

test('a box that could be pushed but has nothing to push excuses nothing', async () => {
  const strip = box('width: 200px; overflow-x: auto; overflow-y: hidden', box('display: flex', '足够宽的几个字'))
  assert.deepEqual(await saidOf(box('width: 40px; overflow: hidden', strip)), ['cut: 足够宽的几个字'])
})

test('what is turned out of sight in a panorama can be turned to; a cut word of its own is found', async () => {
  const spot = box('position: absolute; left: 180px; width: 40px', '101')
  assert.deepEqual(await saidOf(box('position: relative; width: 200px; height: 90px; overflow: hidden', spot)), [
    'cut: 101',
  ])
  assert.deepEqual(
    await saidOf(box('position: relative; width: 200px; height: 90px; overflow: hidden', spot, 'cube')),
    [],
  )
  const narrow = box('width: 20px; overflow: hidden; white-space: nowrap', '尾巴很长')
  assert.deepEqual(await saidOf(box('width: 200px; height: 90px', narrow, 'cube')), ['cut: 尾巴很长'])
})
