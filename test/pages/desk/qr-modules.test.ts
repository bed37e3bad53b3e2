/** @jest-environment node */
import decode from 'qr/decode.js'
import { qrModules, type Modules } from '@/features/qr-modules'

const QUIET = 4
const PIXELS = 4

/** The modules as a picture, with the quiet zone around them. */
const pictureOf = (modules: Modules) => {
  const side = (modules.length + 2 * QUIET) * PIXELS
  const data = new Uint8ClampedArray(side * side * 4)
  for (let at = 0; at < side * side; at += 1) {
    const row = Math.floor(Math.floor(at / side) / PIXELS) - QUIET
    const column = Math.floor((at % side) / PIXELS) - QUIET
    data.fill(modules[row]?.[column] === true ? 0 : 255, at * 4, at * 4 + 3)
    data[at * 4 + 3] = 255
  }
  return { width: side, height: side, data }
}

const CODE = 'EV0123456789ABCD.1GBX2Q.0123456789ABCDEF'

test.each([
  ['an upper-case address', `HTTPS://A.EXAMPLE/C/${CODE}`, 29],
  ['a mixed-case address', `https://a.example/c/${CODE}`, 33],
  ['no prefix', CODE, 29],
])('a desk code with %s is read back and stays sparse', (_, text, modules) => {
  expect(qrModules(text)).toHaveLength(modules)
  expect(decode(pictureOf(qrModules(text)))).toBe(text)
})

test('characters outside Latin survive', () => {
  expect(decode(pictureOf(qrModules('签到/ABC')))).toBe('签到/ABC')
})
