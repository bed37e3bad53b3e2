import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'

/**
 * Draws the tab bar's icons into the source tree, where the build picks them up: run by hand after a change here.
 * WeChat takes no vector pictures in its tab bar; 81 px is the size it asks for.
 */
const SIZE = 81
const GRID = 24
const QUIET = '#8A817A'
const SELECTED = '#C8161D'
const folder = path.resolve(__dirname, '../../../src/pages/tabs/icons')

type Pen = SKRSContext2D

const line = (pen: Pen, ...points: [number, number][]) => {
  pen.beginPath()
  for (const [x, y] of points) pen.lineTo(x, y)
  pen.stroke()
}
const box = (pen: Pen, x: number, y: number, width: number, height: number, radius: number) => {
  pen.beginPath()
  pen.roundRect(x, y, width, height, radius)
  pen.stroke()
}

/** Each icon on a grid of 24, in lines of 1.7, with one filled mark that shows only on the selected tab. */
const icons: Record<string, (pen: Pen, selected: boolean) => void> = {
  home: (pen, selected) => {
    line(pen, [3.2, 11.2], [12, 3.8], [20.8, 11.2])
    line(pen, [5.6, 9.6], [5.6, 20], [18.4, 20], [18.4, 9.6])
    if (selected) pen.fillRect(9.9, 13.6, 4.2, 6.4)
    else line(pen, [9.9, 20], [9.9, 13.6], [14.1, 13.6], [14.1, 20])
  },
  events: (pen, selected) => {
    box(pen, 3.6, 5.2, 16.8, 15.2, 2.4)
    line(pen, [8, 3.2], [8, 7])
    line(pen, [16, 3.2], [16, 7])
    line(pen, [3.6, 10], [20.4, 10])
    if (selected) pen.fillRect(12.8, 13.2, 4, 4)
    else line(pen, [8.6, 15.2], [11.2, 17.6], [15.6, 13])
  },
  halls: (pen, selected) => {
    line(pen, [3.2, 9.4], [12, 3.8], [20.8, 9.4], [3.2, 9.4])
    for (const x of [6.2, 12, 17.8]) line(pen, [x, 12.2], [x, 17.4])
    line(pen, [3.2, 20.2], [20.8, 20.2])
    if (!selected) return
    pen.beginPath()
    pen.moveTo(7.4, 8.6)
    pen.lineTo(12, 5.6)
    pen.lineTo(16.6, 8.6)
    pen.fill()
  },
  services: (pen, selected) => {
    pen.beginPath()
    pen.roundRect(3.4, 4.4, 17.2, 12.6, 3)
    pen.stroke()
    line(pen, [8.2, 17], [8.2, 20.6], [12.4, 17])
    for (const x of [8.2, 12, 15.8]) {
      pen.beginPath()
      pen.arc(x, 10.7, selected ? 1.4 : 1, 0, Math.PI * 2)
      pen.fill()
    }
  },
  mine: (pen, selected) => {
    pen.beginPath()
    pen.arc(12, 8.2, 4.2, 0, Math.PI * 2)
    if (selected) pen.fill()
    pen.stroke()
    pen.beginPath()
    pen.arc(12, 21.6, 7.8, Math.PI * 1.06, Math.PI * 1.94)
    pen.stroke()
  },
}

function draw(name: string, selected: boolean): void {
  const canvas = createCanvas(SIZE, SIZE)
  const pen = canvas.getContext('2d')
  pen.scale(SIZE / GRID, SIZE / GRID)
  pen.strokeStyle = pen.fillStyle = selected ? SELECTED : QUIET
  pen.lineWidth = 1.7
  pen.lineCap = pen.lineJoin = 'round'
  icons[name]?.(pen, selected)
  writeFileSync(path.join(folder, `${name}${selected ? '-selected' : ''}.png`), canvas.toBuffer('image/png'))
}

mkdirSync(folder, { recursive: true })
for (const name of Object.keys(icons)) for (const selected of [false, true]) draw(name, selected)
