/** A sheet as an .xlsx file: the rows, and a second sheet that says how they came about. */
import type { Cell as ExcelCell, Row } from 'write-excel-file/node'
import { aboutSheet, columnLabels, documentKindLabels } from '@/domain/document/labels'
import { columnsOf, type Cell, type CellType, type SheetKind } from '@/domain/document/rules'
import { atWallClock, HOUR } from '@/domain/time'

export interface Workbook {
  kind: SheetKind
  title: string
  rows: readonly (readonly Cell[])[]
  by: string
  at: Date
  about: readonly { label: string; value: string }[]
  /** Whether every name in it stands whole. */
  whole: boolean
  id: string
}

/** Excel knows no zones: what stands in a cell is what a clock showed, the park's. */
const PARK_MS = 8 * HOUR
const onTheClock = (at: Date): Date => new Date(at.getTime() + PARK_MS)

/** With a font and size of its own, a sheet looks the same everywhere; who lacks the font gets their own. */
const FONT = { fontFamily: 'Microsoft YaHei', fontSize: 11 }

/** Characters that a cell holds at most (Excel's own limit). */
const CELL_MAX = 32_767
/** `_x0041_` in a cell is read as the character of that code (ECMA-376, ST_Xstring): a text that looks like it is escaped. */
const ESCAPE = /_(?=x[0-9a-f]{4}_)/gi
/** The library looks texts up in a plain object, which knows these words already: their first letter is written as its code. */
const KNOWN_WORD = (text: string): boolean => text in {}

const cellText = (text: string): string => {
  const plain = text.slice(0, CELL_MAX).replace(ESCAPE, '_x005F_')
  if (!KNOWN_WORD(plain)) return plain
  return `_x${plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${plain.slice(1)}`
}

/** Text is text, also where it begins as a formula would, and stays so when somebody edits the cell. */
const textCell = (value: string): ExcelCell => ({
  value: cellText(value),
  type: String,
  format: '@',
  alignVertical: 'top',
  wrap: true,
})
const headCell = (value: string): ExcelCell => ({
  value: cellText(value),
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#F3EBDD',
  alignVertical: 'center',
})
const timeCell = (value: Date): ExcelCell => ({
  value: onTheClock(value),
  type: Date,
  format: 'yyyy-mm-dd hh:mm',
  align: 'left',
  alignVertical: 'top',
})
const DAY_KEY = /^\d{4}-\d\d-\d\d$/
const dayCell = (value: string): ExcelCell =>
  DAY_KEY.test(value) ? { ...(timeCell(atWallClock(value, '00:00')) as object), format: 'yyyy-mm-dd' } : textCell(value)
const numberCell = (value: number): ExcelCell => ({ value, type: Number, alignVertical: 'top' })

const cellOf = (type: CellType, value: Cell): ExcelCell => {
  if (value === null || value === '') return null
  if (type === 'time') return timeCell(new Date(Number(value)))
  if (type === 'day') return dayCell(String(value))
  return type === 'number' ? numberCell(Number(value)) : textCell(String(value))
}

const dataRows = ({ kind, rows }: Workbook): Row[] => {
  const columns = columnsOf(kind)
  const labels: Record<string, string> = columnLabels[kind]
  return [
    columns.map(({ key }) => headCell(labels[key] ?? key)),
    ...rows.map((row) => columns.map(({ type }, at) => cellOf(type, row[at] ?? null))),
  ]
}

const aboutRows = (book: Workbook): Row[] => [
  [headCell(aboutSheet.title), textCell(book.title)],
  ...book.about.map(({ label, value }) => [headCell(label), textCell(value)]),
  [headCell(aboutSheet.by), textCell(book.by)],
  [headCell(aboutSheet.at), timeCell(book.at)],
  [headCell(aboutSheet.rows), { ...(numberCell(book.rows.length) as object), align: 'left' }],
  [headCell(aboutSheet.personal), textCell(book.whole ? aboutSheet.whole : aboutSheet.masked)],
  [headCell(aboutSheet.care), textCell(aboutSheet.careWords)],
  [headCell(aboutSheet.id), textCell(book.id)],
]

/** The bytes of the file. */
export const workbookOf = async (book: Workbook): Promise<Buffer> => {
  // Loaded for the one slice in many that needs it.
  const { default: writeExcel } = await import('write-excel-file/node')
  const data = {
    sheet: documentKindLabels[book.kind],
    data: dataRows(book),
    columns: columnsOf(book.kind).map(({ width }) => ({ width })),
    // The heads, and the name that a row belongs to.
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
  }
  const about = { sheet: aboutSheet.name, data: aboutRows(book), columns: [{ width: 14 }, { width: 60 }] }
  return writeExcel([data, about], FONT).toBuffer()
}
