/**
 * Draws the demo's own pictures; run by hand after a change here: `npx tsx config/seed/media/event-pictures.ts [name…]`.
 *
 * - `events/<kind>.jpg`, 1200×675: one calm illustration for each kind of event, without words: themeDay (planting a
 *   tree by the river), meeting (a round table), training (a screen and a robot arm), lecture (a hall seen from the
 *   last row), ceremony (a stage with a silk ribbon), contest (three desks under lights).
 * - `events/centre.jpg`, 1200×675: the service centre in its industrial park.
 * - `events/agenda.png`, 800×1130: a sheet of plain notes for those who take part, as a sample attachment.
 *
 * The pictures show no real person, place, emblem or flag. Chance is seeded: a second run writes the same bytes (with
 * the same version of the canvas package and, for the sheet, of the font).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { agendaSheet } from './scenes/agenda'
import { centre } from './scenes/centre'
import { ceremony } from './scenes/ceremony'
import { contest } from './scenes/contest'
import { finish, HEIGHT, seeded, WIDTH, type Scene } from './scenes/drawing'
import { lecture } from './scenes/lecture'
import { meeting } from './scenes/meeting'
import { themeDay } from './scenes/theme-day'
import { training } from './scenes/training'

/** Most bytes of a picture and of the sheet: they travel over mobile data. */
const PICTURE_LIMIT = 120 * 1024
const SHEET_LIMIT = 150 * 1024
const QUALITIES = [88, 85, 82, 79, 76, 73, 70]

const folder = path.resolve(__dirname, 'events')
const scenes: Record<string, Scene> = { themeDay, meeting, training, lecture, ceremony, contest, centre }

const picture = (name: string, scene: Scene): Buffer => {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const pen = canvas.getContext('2d')
  const chance = seeded(20211100 + name.length)
  scene(pen, chance)
  pen.resetTransform()
  finish(pen, chance)
  for (const quality of QUALITIES) {
    const bytes = canvas.toBuffer('image/jpeg', quality)
    if (bytes.length <= PICTURE_LIMIT) return bytes
  }
  throw new Error(
    `${name}.jpg stays above ${PICTURE_LIMIT} bytes even at quality ${QUALITIES.at(-1)}: draw it with less grain`,
  )
}

const sheet = (): Buffer => {
  const bytes = agendaSheet()
  if (bytes.length > SHEET_LIMIT) throw new Error(`agenda.png is ${bytes.length} bytes, more than ${SHEET_LIMIT}`)
  return bytes
}

const files: Record<string, () => Buffer> = { 'agenda.png': sheet }
for (const [name, scene] of Object.entries(scenes)) files[`${name}.jpg`] = () => picture(name, scene)

const wanted = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
for (const [file, draw] of Object.entries(files)) {
  if (wanted.length > 0 && !wanted.includes(path.parse(file).name)) continue
  const bytes = draw()
  writeFileSync(path.join(folder, file), bytes)
  console.log(`${file}: ${Math.ceil(bytes.length / 1024)} KB`)
}
