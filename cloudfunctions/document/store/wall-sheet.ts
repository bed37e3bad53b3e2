/** The print sheet of wall codes: A4, two columns of four cards with lines to cut along. */
import PDFDocument from 'pdfkit'
import { CODES_A_PAGE } from '@/domain/document/rules'
import { printFont } from './print-font'

export interface WallCode {
  number: string
  title: string
  hallTitle: string
  /** The code as PNG or JPEG. */
  picture: Buffer
}

/** Points of an A4 page; 72 to the inch. */
const PAGE = { width: 595.28, height: 841.89 }
const COLUMNS = 2
const ROWS = CODES_A_PAGE / COLUMNS
const CARD = { width: PAGE.width / COLUMNS, height: PAGE.height / ROWS }
/** 38 mm: read from an arm's length and a little more. */
const CODE_SIDE = 108
const INK = '#1F1A17'
const QUIET_INK = '#6B625C'
const CUT_LINE = '#CCC4BA'
const RED = '#C8161D'

const cutLines = (sheet: PDFKit.PDFDocument): void => {
  sheet.lineWidth(0.5).strokeColor(CUT_LINE).dash(3, { space: 3 })
  for (let column = 1; column < COLUMNS; column++)
    sheet.moveTo(column * CARD.width, 0).lineTo(column * CARD.width, PAGE.height)
  for (let row = 1; row < ROWS; row++) sheet.moveTo(0, row * CARD.height).lineTo(PAGE.width, row * CARD.height)
  sheet.stroke().undash()
}

const card = (sheet: PDFKit.PDFDocument, { number, title, hallTitle, picture }: WallCode, at: number): void => {
  const left = (at % COLUMNS) * CARD.width
  const top = Math.floor(at / COLUMNS) * CARD.height
  const line = { width: CARD.width - 40, align: 'center', height: 40, ellipsis: true } as const
  sheet
    .fillColor(QUIET_INK)
    .fontSize(9)
    .text(hallTitle, left + 20, top + 14, line)
  sheet.image(picture, left + (CARD.width - CODE_SIDE) / 2, top + 30, { fit: [CODE_SIDE, CODE_SIDE] })
  sheet
    .fillColor(RED)
    .fontSize(20)
    .text(number, left + 20, top + 142, line)
  sheet
    .fillColor(INK)
    .fontSize(11)
    .text(title, left + 20, top + 168, { ...line, height: 16 })
  sheet
    .fillColor(QUIET_INK)
    .fontSize(8)
    .text('微信扫码听讲解，或在“找展项”里输入编号', left + 20, top + 188, line)
}

/** @returns the sheet as a PDF, with the letters it uses inside it */
export const wallSheet = (codes: readonly WallCode[], title: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // `font: ''` keeps the library from opening its own Latin fonts, which are not in the bundle.
    const sheet = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: '', info: { Title: title } })
    const parts: Buffer[] = []
    sheet.on('data', (part: Buffer) => parts.push(part))
    sheet.on('end', () => resolve(Buffer.concat(parts)))
    sheet.on('error', reject)
    sheet.registerFont('sheet', printFont())
    for (const [index, code] of codes.entries()) {
      if (index % CODES_A_PAGE === 0) {
        sheet.addPage().font('sheet')
        cutLines(sheet)
      }
      card(sheet, code, index % CODES_A_PAGE)
    }
    sheet.end()
  })
