/**
 * Renders the eight halls: `npx tsx config/seed/media/panoramas.ts [hall…]`. Needs no Debian package; draw the exhibits'
 * pictures first (`exhibit-pictures.ts`), they hang on the walls.
 *
 * - `panoramas/<hall>/{front,right,back,left,up,down}.jpg`, 512×512: the six faces of a cube around a visitor, 90° each,
 *   as seen from inside. front looks to yaw 0, right to 90°, back to 180°, left to -90°; the bottom edge of `up` and the
 *   top edge of `down` join the front. Neighbouring edges differ by no more than JPEG does: the script checks it.
 * - `panoramas/<hall>/spots.json`: `{ exhibits: { <number>: { yaw, pitch } }, doors: { <hall>: { yaw, pitch } } }` in
 *   degrees, yaw 0 ahead and positive to the right, pitch positive upwards.
 * - `halls/<hall>.jpg`, 960×540: the hall's cover, the same room seen from its end.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, type Canvas } from '@napi-rs/canvas'
import { jpegWithin } from './jpeg'
import { build, numbersOf, spotsOf } from './rooms/build'
import { halls, type Hall } from './rooms/halls'
import type { Room, Vec } from './rooms/model'
import { loadPictures } from './rooms/surfaces'
import { follow } from './rooms/trace'

const FACE = 512
const FACE_LIMIT = 40 * 1024
const COVER_LIMIT = 45 * 1024
const EYE: Vec = [0, 1.55, 0]
/** Most levels (of 255) by which an edge may differ from its neighbour on average. */
const SEAM_LIMIT = 6

const faces: Record<string, (u: number, v: number) => Vec> = {
  front: (u, v) => [u, -v, 1],
  right: (u, v) => [1, -v, -u],
  back: (u, v) => [-u, -v, -1],
  left: (u, v) => [-1, -v, u],
  up: (u, v) => [u, 1, v],
  down: (u, v) => [u, -1, -v],
}

/** Draws what `ray` sees at each pixel, four rays a pixel. */
const render = (
  room: Room,
  eye: Vec,
  [w, h]: readonly [number, number],
  ray: (x: number, y: number) => Vec,
): Canvas => {
  const canvas = createCanvas(w, h)
  const pen = canvas.getContext('2d')
  const image = pen.createImageData(w, h)
  for (let i = 0; i < w * h; i++) {
    const [x, y] = [i % w, Math.floor(i / w)]
    const sum = [0, 0, 0] as [number, number, number]
    for (const dx of [0.25, 0.75])
      for (const dy of [0.25, 0.75]) {
        const seen = follow(room, eye, ray(x + dx, y + dy))
        for (const c of [0, 1, 2] as const) sum[c] += seen[c] / 4
      }
    image.data.set([...sum, 255], i * 4)
  }
  pen.putImageData(image, 0, 0)
  return canvas
}

type Edge = readonly [face: string, pixel: (i: number) => readonly [number, number]]
const LAST = FACE - 1
const leftOf = (face: string): Edge => [face, (i) => [0, i]]
const rightOf = (face: string): Edge => [face, (i) => [LAST, i]]
const topOf = (face: string, turn = false): Edge => [face, (i) => [turn ? LAST - i : i, 0]]
const footOf = (face: string, turn = false): Edge => [face, (i) => [turn ? LAST - i : i, LAST]]

const seams: readonly (readonly [Edge, Edge])[] = [
  [rightOf('front'), leftOf('right')],
  [rightOf('right'), leftOf('back')],
  [rightOf('back'), leftOf('left')],
  [rightOf('left'), leftOf('front')],
  [footOf('up'), topOf('front')],
  [topOf('up', true), topOf('back')],
  [rightOf('up'), topOf('right', true)],
  [leftOf('up'), topOf('left')],
  [topOf('down'), footOf('front')],
  [footOf('down', true), footOf('back')],
  [rightOf('down'), footOf('right')],
  [leftOf('down'), footOf('left', true)],
]

/** The worst of the twelve edges: mean difference of its pixels to the neighbour's, in levels. */
const worstSeam = (drawn: Record<string, Canvas>): number => {
  const data = Object.fromEntries(
    Object.entries(drawn).map(([name, canvas]) => [name, canvas.getContext('2d').getImageData(0, 0, FACE, FACE).data]),
  )
  const level = ([face, pixel]: Edge, i: number, c: number): number => {
    const [x, y] = pixel(i)
    return data[face]?.[(y * FACE + x) * 4 + c] ?? NaN
  }
  const means = seams.map(([a, b]) => {
    let sum = 0
    for (let i = 0; i < FACE; i++) for (const c of [0, 1, 2]) sum += Math.abs(level(a, i, c) - level(b, i, c))
    return sum / FACE / 3
  })
  return Math.max(...means)
}

const panorama = (name: string, hall: Hall, room: Room): void => {
  const folder = path.resolve(__dirname, 'panoramas', name)
  mkdirSync(folder, { recursive: true })
  const drawn: Record<string, Canvas> = {}
  let bytes = 0
  for (const [face, ray] of Object.entries(faces)) {
    const at = (pixel: number): number => (pixel / FACE) * 2 - 1
    const canvas = render(room, EYE, [FACE, FACE], (x, y) => ray(at(x), at(y)))
    const file = jpegWithin(canvas, FACE_LIMIT, `${name}/${face}`)
    writeFileSync(path.join(folder, `${face}.jpg`), file)
    drawn[face] = canvas
    bytes += file.length
  }
  const seam = worstSeam(drawn)
  if (!(seam <= SEAM_LIMIT)) throw new Error(`${name}: an edge differs from its neighbour by ${seam} levels`)
  writeFileSync(path.join(folder, 'spots.json'), `${JSON.stringify(spotsOf(hall, EYE), null, 2)}\n`)
  console.log(`panoramas/${name}: ${Math.ceil(bytes / 1024)} KB, worst seam ${seam.toFixed(2)} levels`)
}

/** A wide view (84° across) from the eye of the hall's cover. */
const cover = (name: string, hall: Hall, room: Room): void => {
  const { eye, yaw, pitch = 0 } = hall.cover
  const [cy, sy] = [Math.cos((yaw * Math.PI) / 180), Math.sin((yaw * Math.PI) / 180)]
  const [cp, sp] = [Math.cos((pitch * Math.PI) / 180), Math.sin((pitch * Math.PI) / 180)]
  const reach = Math.tan((42 * Math.PI) / 180)
  const canvas = render(room, eye, [960, 540], (x, y) => {
    const [u, v] = [((x - 480) / 480) * reach, ((270 - y) / 480) * reach]
    const [up, ahead] = [v * cp + sp, cp - v * sp]
    return [u * cy + ahead * sy, up, ahead * cy - u * sy]
  })
  const file = jpegWithin(canvas, COVER_LIMIT, `halls/${name}`)
  mkdirSync(path.resolve(__dirname, 'halls'), { recursive: true })
  writeFileSync(path.resolve(__dirname, 'halls', `${name}.jpg`), file)
  console.log(`halls/${name}.jpg: ${Math.ceil(file.length / 1024)} KB`)
}

const run = async (): Promise<void> => {
  const wanted = process.argv.slice(2)
  for (const [name, hall] of Object.entries(halls)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    await loadPictures(numbersOf(hall))
    const room = build(hall)
    panorama(name, hall, room)
    cover(name, hall, room)
  }
}

run().catch((problem: unknown) => {
  console.error(problem)
  process.exitCode = 1
})
