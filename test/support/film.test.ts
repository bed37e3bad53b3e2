import { createCanvas } from '@napi-rs/canvas'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { film } from './film'

const folder = mkdtempSync(path.join(tmpdir(), 'film-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a picture becomes thirty whole JPEG frames', async () => {
  const file = path.join(folder, 'code.mjpeg')
  await film(createCanvas(200, 200).toBuffer('image/png'), file)
  const bytes = readFileSync(file)
  const starts = bytes.toString('latin1').split('\xff\xd8\xff').length - 1
  expect(starts).toBe(30)
  expect([bytes.at(-2), bytes.at(-1)]).toEqual([0xff, 0xd9])
})
