import path from 'node:path'
import { buildExhibit } from '../../config/seed/builders'
import { FACES } from '@/domain/exhibit/rules'
import { cloud } from '../support/cloud'
import { storeFile } from '../support/hall'
import { root } from '../support/repository'
import type { ViewNode } from '../support/weapp/view'
import { createWeapp, type Weapp } from '../support/weapp/weapp'

let app: Weapp

const FRAME_MS = 16
/** What one setData may weigh while the room turns, in bytes. */
const MOST = 200

beforeEach(async () => {
  const faces = Object.fromEntries(
    await Promise.all(FACES.map(async (face) => [face, await storeFile(`h1-${face}.jpg`)] as const)),
  )
  const spots = [{ yaw: -20, pitch: 1, to: { number: '101' } }]
  await cloud.put(
    'exhibits',
    buildExhibit('hall', 'h1', { title: '发展展示区', panorama: { faces, spots } }),
    buildExhibit('display', 'EXH101', { hallId: 'h1', number: '101', title: '园区起步' }),
  )
  app = createWeapp(path.join(root, 'dist/weapp'), { call: cloud.as('a-visitor').send })
  await app.launch('/pages/exhibit/hall/index?hallId=h1')
})

afterEach(() => {
  app.stop()
  expect(app.errors).toEqual([])
})

const cube = (): ViewNode => {
  const [found] = app.page.all('.cube')
  if (!found) throw new Error(`there is no room to turn: ${app.page.text()}`)
  return found
}
const standing = () => app.page.all('.cube__room')[0]?.attr['style']
/** A finger on the room. Looking the room up takes longer than a frame, so it is done once. */
function fingerOn(room: ViewNode) {
  return (type: string, x: number, y: number) => app.page.fire(room, type, { touches: [{ clientX: x, clientY: y }] })
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What was sent to the view layer meanwhile, and how many frames there were. */
async function during(work: () => Promise<void>): Promise<{ sent: number[]; frames: number }> {
  const before = app.page.sent.length
  const from = Date.now()
  await work()
  return { sent: app.page.sent.slice(before), frames: Math.ceil((Date.now() - from) / FRAME_MS) + 1 }
}

test('a finger turns the room with one small setData a frame, however many moves a frame brings', async () => {
  const touch = fingerOn(cube())
  touch('touchstart', 200, 300)
  const MOVES = 40
  const A_FRAME = 4
  const { sent, frames } = await during(async () => {
    for (let move = 1; move <= MOVES; move++) {
      for (let part = 0; part < A_FRAME; part++) touch('touchmove', 200 - move * 4 - part, 300 + move)
      await pause(FRAME_MS)
    }
    await pause(2 * FRAME_MS)
  })
  expect(standing()).toMatch(/rotateX\(12deg\) ?rotateY\(48\.9deg\)/)
  expect(sent.length).toBeGreaterThan(MOVES / 4)
  expect(sent.length).toBeLessThanOrEqual(Math.min(frames, MOVES + 1))
  expect(Math.max(...sent)).toBeLessThanOrEqual(MOST)
})

test('let go in the middle of a move it turns on for a while, as lightly, and comes to an end', async () => {
  const touch = fingerOn(cube())
  touch('touchstart', 200, 300)
  for (let move = 1; move <= 6; move++) {
    touch('touchmove', 200 - move * 12, 300)
    await pause(FRAME_MS)
  }
  const { sent, frames } = await during(async () => {
    touch('touchend', 128, 300)
    await app.settled()
  })
  const yaw = Number(/rotateY\((-?[\d.]+)deg\)/.exec(String(standing()))?.[1])
  expect(yaw).toBeGreaterThan(25)
  expect(sent.length).toBeGreaterThan(1)
  expect(sent.length).toBeLessThanOrEqual(frames)
  expect(Math.max(...sent)).toBeLessThanOrEqual(MOST)
})

test('the buttons turn it as lightly', async () => {
  const { sent, frames } = await during(async () => {
    app.page.tap('向右转')
    await app.settled()
  })
  expect(standing()).toMatch(/rotateY\(30deg\)/)
  expect(sent.length).toBeLessThanOrEqual(frames)
  expect(Math.max(...sent)).toBeLessThanOrEqual(MOST)
})

test('a spot in the room opens its exhibit', async () => {
  const [pin] = app.page.all('.cube__pin')
  if (!pin) throw new Error('there is no spot in the room')
  app.page.tap(pin)
  await app.settled()
  expect([app.page.route, app.page.query]).toEqual(['pages/exhibit/display/index', { number: '101' }])
})
