import path from 'node:path'
import { buildExhibit } from '../../config/seed/builders'
import { cloud } from '../support/cloud'
import { root } from '../support/repository'
import { createWeapp, type Weapp } from '../support/weapp/weapp'

const ENTRIES = 300
/** What one step of a scroll may send to the view layer, in bytes: one block of entries comes, another goes. */
const MOST_A_STEP = 8 * 1024
/** What the timeline's first picture may send: the entries of two screens, and the room of all others. */
const MOST_AT_FIRST = 24 * 1024

const summary = '会议通过的决议后来写进了章程，它的意义在长廊的这一段里用图片和实物一一说明，请慢慢看。'
const milestone = (place: number) =>
  buildExhibit('milestone', `MS${1000 + place}`, {
    date: `${1921 + Math.floor(place / 3)}-0${1 + (place % 3)}`,
    title: `第 ${place + 1} 件大事`,
    theme: 'party',
    summary: summary.slice(0, (place * 7) % summary.length),
    text: '',
  })

let app: Weapp

beforeEach(async () => {
  await cloud.put('exhibits', ...Array.from({ length: ENTRIES }, (_unused, place) => milestone(place)))
  app = createWeapp(path.join(root, 'dist/weapp'), { call: cloud.as('a-visitor').send })
})
afterEach(() => {
  app.stop()
  expect(app.errors).toEqual([])
})

const drawn = () => app.page.all('.timeline-entry').length
const room = () =>
  app.page.all('.timeline-block').map(({ attr }) => /min-height:\s*([\d.]+px)/.exec(String(attr['style']))?.[1])
const heightOf = (blocks: (string | undefined)[]) => blocks.reduce((sum, height) => sum + parseFloat(height ?? '0'), 0)
const scrollTo = async (scrollTop: number) => {
  app.page.run('onPageScroll', { scrollTop })
  await app.settled()
}

test('scrolling through three hundred dates sends little at a time, draws few, and moves nothing', async () => {
  await app.launch('/pages/exhibit/timeline/index')
  expect(app.page.text()).toContain('第 1 件大事')
  expect(Math.max(...app.page.sent)).toBeLessThan(MOST_AT_FIRST)
  const places = room()
  const whole = heightOf(places)
  const begun = app.page.sent.length

  const seen = new Set<string>()
  for (let top = 0; top < whole; top += 600) {
    await scrollTo(top)
    expect(drawn()).toBeLessThan(40)
    for (const title of app.page.text().match(/第 \d+ 件大事/g) ?? []) seen.add(title)
  }
  expect(seen.size).toBe(ENTRIES)
  expect(Math.max(...app.page.sent.slice(begun))).toBeLessThan(MOST_A_STEP)
  expect(room()).toEqual(places)
}, 120_000)

test('a scroll within what is drawn sends nothing at all', async () => {
  await app.launch('/pages/exhibit/timeline/index')
  await scrollTo(3_000)
  const begun = app.page.sent.length
  await scrollTo(3_002)
  await scrollTo(3_004)
  expect(app.page.sent.slice(begun)).toEqual([])
})

test('a decade is one tap away', async () => {
  await app.launch('/pages/exhibit/timeline/index')
  app.page.tap('1990 年代')
  await app.settled()
  expect(app.device.calls.filter(({ name }) => name === 'pageScrollTo')).toHaveLength(1)
})
