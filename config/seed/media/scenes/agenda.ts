/** The sample attachment of an event: one sheet of plain notes, lettered with a font of the machine that draws it. */
import { existsSync } from 'node:fs'
import { createCanvas, GlobalFonts, Path2D } from '@napi-rs/canvas'
import { alpha, box, lay, line, oval, palette, through, type Pen } from './drawing'

const SHEET_WIDTH = 800
const SHEET_HEIGHT = 1130
const MARGIN = 84

/** Fonts with Simplified Chinese, the first pair that exists is used; the sheet kept in the tree is drawn with Noto. */
const fontPairs: readonly { regular: string; bold: string }[] = [
  {
    regular: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    bold: '/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc',
  },
  {
    regular: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
    bold: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  },
]

const notes: readonly (readonly [title: string, text: string])[] = [
  ['到场', '请提前十分钟到达，从服务中心正门进入。'],
  ['签到', '打开红链通，扫一扫签到台屏幕上的码。码会不断更新，请以现场屏幕为准。'],
  ['没有报名', '请直接到签到台说明情况，工作人员会帮您办理。'],
  ['手机', '请调成静音，需要接打电话时，请到走廊。'],
  ['座位', '前两排留给年长的和行动不便的朋友。'],
  ['离场', '请带好随身物品，把椅子推回原处。活动材料在活动页里，随时可以查看。'],
]

/** @throws Error that names the packages to install when no known font file exists or one cannot be read. */
const registerFonts = (): void => {
  const pair = fontPairs.find(({ regular, bold }) => existsSync(regular) && existsSync(bold))
  if (!pair) {
    const looked = fontPairs.map(({ regular }) => regular).join(', ')
    throw new Error(
      `No Chinese font for agenda.png (looked for ${looked}): install fonts-noto-cjk or fonts-wqy-microhei`,
    )
  }
  for (const [file, alias] of [
    [pair.regular, 'SheetRegular'],
    [pair.bold, 'SheetBold'],
  ] as const)
    if (!GlobalFonts.registerFromPath(file, alias)) throw new Error(`The font ${file} cannot be read`)
}

const write = (pen: Pen, text: string, x: number, y: number, size: number, colour: string, bold = false): void => {
  pen.font = `${size}px ${bold ? 'SheetBold' : 'SheetRegular'}`
  pen.fillStyle = colour
  pen.fillText(text, x, y)
}

/** Breaks Chinese text to lines of at most `width` pixels; no line begins with a mark that closes a phrase. */
const wrap = (pen: Pen, text: string, width: number): string[] => {
  const lines: string[] = ['']
  for (const sign of text) {
    const current = lines.at(-1) ?? ''
    if (pen.measureText(current + sign).width <= width || '，。；、'.includes(sign))
      lines[lines.length - 1] = current + sign
    else lines.push(sign)
  }
  return lines
}

const head = (pen: Pen): void => {
  pen.fillStyle = palette.paper
  pen.fillRect(0, 0, SHEET_WIDTH, SHEET_HEIGHT)
  lay(pen, box(0, 0, SHEET_WIDTH, 12), palette.red)
  write(pen, '活动须知', MARGIN, 146, 60, palette.ink, true)
  write(pen, '请提前看一眼，到场会更顺利', MARGIN, 196, 24, '#6B625B')
  lay(pen, box(MARGIN, 228, 72, 5, 2.5), palette.gold)
}

const list = (pen: Pen): void => {
  let y = 290
  notes.forEach(([title, text], i) => {
    lay(pen, oval(MARGIN + 20, y - 2, 20), alpha(palette.gold, 0.16))
    write(pen, String(i + 1), MARGIN + 14, y + 6, 22, '#8A6228', true)
    write(pen, title, MARGIN + 62, y + 7, 27, palette.ink, true)
    pen.font = '23px SheetRegular'
    const rows = wrap(pen, text, SHEET_WIDTH - MARGIN * 2 - 62)
    rows.forEach((row, n) => write(pen, row, MARGIN + 62, y + 46 + n * 35, 23, '#4A423D'))
    y += 50 + rows.length * 35 + 18
    if (i < notes.length - 1)
      line(pen, through([MARGIN + 62, y - 26], [SHEET_WIDTH - MARGIN, y - 26]), alpha(palette.gold, 0.22), 1)
    y += 10
  })
}

const ridge = (pen: Pen, base: number, heights: readonly number[], colour: string): void => {
  const step = SHEET_WIDTH / (heights.length - 1)
  const path = new Path2D()
  path.moveTo(0, SHEET_HEIGHT)
  path.lineTo(0, base - (heights[0] ?? 0))
  heights.slice(1).forEach((height, i) => {
    const x = (i + 1) * step
    path.bezierCurveTo(x - step / 2, base - (heights[i] ?? 0), x - step / 2, base - height, x, base - height)
  })
  path.lineTo(SHEET_WIDTH, SHEET_HEIGHT)
  path.closePath()
  lay(pen, path, colour)
}

const foot = (pen: Pen): void => {
  lay(pen, oval(620, 1028, 58), '#F9EFD8')
  lay(pen, oval(620, 1028, 30), '#F2CF8D')
  ridge(pen, 1062, [10, 44, 8, 30, 66, 12, 40, 6, 34], '#BFD2CB')
  ridge(pen, 1088, [34, 6, 40, 14, 8, 30, 12, 44, 16], '#8FB0A2')
  ridge(pen, 1112, [16, 26, 8, 22, 30, 12, 20, 8, 24], '#5E8B78')
}

/** The whole sheet as PNG, 800×1130. */
export const agendaSheet = (): Buffer => {
  registerFonts()
  const canvas = createCanvas(SHEET_WIDTH, SHEET_HEIGHT)
  const pen = canvas.getContext('2d')
  pen.lang = 'zh-Hans'
  head(pen)
  list(pen)
  foot(pen)
  return canvas.toBuffer('image/png')
}
