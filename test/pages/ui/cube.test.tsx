import { render } from '@testing-library/react'
import { Cube } from '@/ui/cube'
import { palette } from '@/ui/palette'
import { createTurner } from '@/ui/turner'
import { clampPitch, dragTurn, placeTransform, roomTransform, turned, wrapYaw } from '@/ui/turning'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lookOf } from '@/lib/device-look'
import { root } from '../../support/repository'

/** A screen that draws when the test says so. */
function screenOf() {
  let time = 0
  const waiting = new Map<number, () => void>()
  let handle = 0
  return {
    clock: () => time,
    frames: {
      request: (draw: () => void) => {
        waiting.set(++handle, draw)
        return handle
      },
      cancel: (one: number) => void waiting.delete(one),
    },
    asked: () => waiting.size,
    draw(ms = 16) {
      time += ms
      const draws = [...waiting.values()]
      waiting.clear()
      for (const one of draws) one()
    },
  }
}

const rounded = ({ yaw, pitch }: { yaw: number; pitch: number }) => ({
  yaw: Math.round(yaw * 10) / 10 + 0,
  pitch: Math.round(pitch * 10) / 10 + 0,
})

test('a direction has one name: from -180 to below 180, and never quite straight up', () => {
  expect([-540, -181, -180, 0, 179, 180, 270, 725].map(wrapYaw)).toEqual([-180, 179, -180, 0, 179, -180, -90, 5])
  expect([-120, -10, 90].map(clampPitch)).toEqual([-85, -10, 85])
  expect(turned({ yaw: 170, pitch: 80 }, { yaw: 20, pitch: 20 })).toEqual({ yaw: -170, pitch: 85 })
})

test('a finger takes the picture along: to the right shows what is left, down shows what is above', () => {
  expect(dragTurn(100, 0)).toEqual({ yaw: -30, pitch: 0 })
  expect(dragTurn(0, 100).pitch).toBe(30)
})

test('the room turns against the eye and a spot stands where the eye then looks', () => {
  expect(roomTransform({ yaw: 90, pitch: 10 })).toBe('rotateX(10deg) rotateY(90deg)')
  expect(placeTransform({ yaw: 90, pitch: 10 })).toBe('rotateY(-90deg) rotateX(-10deg)')
  expect(roomTransform({ yaw: -123.4567, pitch: 0 }).length).toBeLessThan(40)
})

test('however often it is turned between two frames, it is drawn once', () => {
  const screen = screenOf()
  const turner = createTurner(screen)
  const drawn: number[] = []
  turner.watch(({ yaw }) => drawn.push(yaw))
  for (let move = 0; move < 5; move++) turner.turnBy({ yaw: 2, pitch: 0 })
  expect([screen.asked(), drawn]).toEqual([1, []])
  screen.draw()
  expect([screen.asked(), drawn]).toEqual([0, [10]])
})

test('a step arrives exactly and ends', () => {
  const screen = screenOf()
  const turner = createTurner(screen)
  turner.watch(() => undefined)
  turner.glide({ yaw: 30, pitch: 0 })
  for (let frame = 0; frame < 30; frame++) screen.draw()
  expect(rounded(turner.look())).toEqual({ yaw: 30, pitch: 0 })
  expect(screen.asked()).toBe(0)
})

test('a push goes on, comes to an end, and ends at once under a finger', () => {
  const screen = screenOf()
  const turner = createTurner(screen)
  turner.watch(() => undefined)
  turner.fling({ yaw: 0.3, pitch: 0 })
  let frames = 0
  while (screen.asked() > 0 && frames < 1000) {
    screen.draw()
    frames += 1
  }
  expect(frames).toBeLessThan(120)
  expect(turner.look().yaw).toBeGreaterThan(60)

  turner.fling({ yaw: 0.3, pitch: 0 })
  turner.hold()
  const at = turner.look().yaw
  screen.draw()
  screen.draw()
  expect(turner.look().yaw).toBe(at)
})

test('who wants no motion gets none: a step is there at once and a push does nothing', () => {
  const screen = screenOf()
  const turner = createTurner({ ...screen, calm: true })
  const drawn: number[] = []
  turner.watch(({ yaw }) => drawn.push(yaw))
  turner.fling({ yaw: 1, pitch: 0 })
  expect(screen.asked()).toBe(0)
  turner.glide({ yaw: 30, pitch: 0 })
  screen.draw()
  expect(drawn).toEqual([30])
})

test('nothing is drawn any more once nobody looks', () => {
  const screen = screenOf()
  const turner = createTurner(screen)
  const leave = turner.watch(() => undefined)
  turner.fling({ yaw: 1, pitch: 0 })
  leave()
  expect(screen.asked()).toBe(0)
})

test('after somebody came back it draws again', () => {
  const screen = screenOf()
  const turner = createTurner(screen)
  turner.watch(() => undefined)()
  turner.turnBy({ yaw: 7, pitch: 0 })
  const drawn: number[] = []
  turner.watch(({ yaw }) => drawn.push(yaw))
  turner.turnBy({ yaw: 1, pitch: 0 })
  screen.draw()
  expect(drawn).toEqual([8])
})

test.each([
  ['upright, to the north', { alpha: 0, beta: 90, gamma: 0 }, { yaw: 0, pitch: 0 }],
  ['upright, a quarter to the left', { alpha: 90, beta: 90, gamma: 0 }, { yaw: -90, pitch: 0 }],
  ['upright, a quarter to the right', { alpha: 270, beta: 90, gamma: 0 }, { yaw: 90, pitch: 0 }],
  ['tilted back, looking up', { alpha: 0, beta: 120, gamma: 0 }, { yaw: 0, pitch: 30 }],
])('a phone held %s looks there', (_how, angles, look) => {
  expect(rounded(lookOf(angles))).toEqual(look)
})

test('a phone flat on the table looks straight down', () => {
  expect(lookOf({ alpha: 40, beta: 0, gamma: 0 }).pitch).toBeCloseTo(-90)
})

test('each face hangs on its own wall with its own picture', () => {
  const sources = { front: 'f', right: 'r', back: 'b', left: 'l', up: 'u', down: 'd' }
  const { container } = render(
    <Cube
      sources={sources}
      spots={[]}
      turner={createTurner()}
      label="房间"
      onFaceLoad={() => undefined}
      onFaceError={() => undefined}
    />,
  )
  const pictures = [...container.querySelectorAll('img')].map((picture) => [
    picture.parentElement?.className,
    picture.getAttribute('src'),
  ])
  expect(pictures).toEqual(Object.entries(sources).map(([face, src]) => [`cube__face cube__face--${face}`, src]))
})

test('pictures drawn in code have the colours of the tokens', () => {
  const tokens = readFileSync(path.join(root, 'src/ui/tokens.scss'), 'utf8')
  const valueOf = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1]
  const names = Object.keys(palette).map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
  expect(Object.values(palette)).toEqual(names.map(valueOf))
})
