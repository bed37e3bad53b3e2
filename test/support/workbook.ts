/** Reads an .xlsx file as a spreadsheet program would: the parts that the tests of exports are about. */
import { strFromU8, unzipSync } from 'fflate'

/** What stands in a cell: a text, a number, or, of a real date, what the clock showed: `2026-11-21 10:00`, `2026-11-21`. */
export type SheetCell = string | number | null
export interface Sheet {
  name: string
  rows: SheetCell[][]
  widths: number[]
  /** Rows and columns that stay when the sheet is scrolled. */
  frozen: { rows: number; columns: number } | null
  /** Cells that would be computed when the file is opened. */
  formulas: number
  /** The number format of each cell, by its address. */
  formats: Record<string, string>
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
const plain = (xml: string) => xml.replace(/&(lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)
/** ECMA-376, ST_Xstring: `_x0041_` stands for the character of that code. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, code: string) => String.fromCharCode(parseInt(code, 16)))

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

const DAY = 86_400_000
/** Days since the last day of 1899, as Excel counts them from March 1900 on. */
const clockOf = (serial: number, format: string): string => {
  const ms = Math.round((serial - 25_569) * DAY)
  const clock = new Date(ms).toISOString()
  return format.includes('hh') ? clock.slice(0, 16).replace('T', ' ') : clock.slice(0, 10)
}

const columnOf = (address: string): number =>
  [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

interface Book {
  texts: string[]
  formats: string[]
}

const cellsOf = (xml: string) => [...xml.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)]

const valueOf = (attributes: string, inner: string, book: Book): SheetCell => {
  const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1]
  if (value === undefined) return null
  if (attribute(attributes, 't') === 's') {
    const text = book.texts[Number(value)]
    if (text === undefined) throw new Error(`no shared string ${value}`)
    return text
  }
  const format = book.formats[Number(attribute(attributes, 's') ?? 0)] ?? ''
  return /y/.test(format) ? clockOf(Number(value), format) : Number(value)
}

const sheetOf = (name: string, xml: string, book: Book): Sheet => {
  const formats: Record<string, string> = {}
  const rows = [...xml.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, inner = '']) => {
    const row: SheetCell[] = []
    for (const [, attributes = '', content = ''] of cellsOf(inner)) {
      const address = attribute(attributes, 'r') ?? ''
      formats[address] = book.formats[Number(attribute(attributes, 's') ?? 0)] ?? ''
      row[columnOf(address)] = valueOf(attributes, content, book)
    }
    return Array.from(row, (cell) => cell ?? null)
  })
  const pane = /<pane\b[^>]*>/.exec(xml)?.[0]
  const frozen = pane?.includes('state="frozen"')
    ? { rows: Number(attribute(pane, 'ySplit')), columns: Number(attribute(pane, 'xSplit')) }
    : null
  const widths = [...xml.matchAll(/<col\b[^>]*>/g)].map(([tag]) => Number(attribute(tag, 'width')))
  return { name, rows, widths, frozen, formulas: (xml.match(/<f[ >]/g) ?? []).length, formats }
}

export const readWorkbook = (content: Uint8Array): Sheet[] => {
  const files = unzipSync(new Uint8Array(content))
  const part = (file: string) => strFromU8(files[file] ?? new Uint8Array())
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) =>
    unescaped(plain([...inner.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join(''))),
  )
  const styles = part('xl/styles.xml')
  const codes = new Map(
    [...styles.matchAll(/<numFmt\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  )
  const cellStyles = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? ''
  const formats = [...cellStyles.matchAll(/<xf\b[^>]*>/g)].map(([tag]) =>
    plain(codes.get(attribute(tag, 'numFmtId')) ?? ''),
  )
  const names = [...part('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) =>
    plain(attribute(tag, 'name') ?? ''),
  )
  return names.map((name, at) => sheetOf(name, part(`xl/worksheets/sheet${at + 1}.xml`), { texts, formats }))
}
