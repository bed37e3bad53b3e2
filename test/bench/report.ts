import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import type { BenchOptions } from './options'
import { isMet, type Row } from './row'

/** `1,234`, `12.3`, `0.52`: as many digits as a person can use. */
export const sayValue = (value: number): string => {
  if (!Number.isFinite(value)) return 'not measured'
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

const withUnit = (value: number, unit: string): string => [sayValue(value), unit].filter(Boolean).join(' ')

const sayTarget = ({ target, unit }: Row): string =>
  target === undefined ? '' : `${target.is === 'exactly' ? '=' : '≤'} ${withUnit(target.value, unit)}`

const verdict = (row: Row): string => {
  if (row.target === undefined) return ''
  return isMet(row) ? '✓' : '✗ missed'
}

/** The figures as a table, each target beside its figure. */
export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length))
  const lines: string[] = []
  for (const [at, row] of rows.entries()) {
    if (rows[at - 1]?.group !== row.group) lines.push('', row.group)
    const cells = [withUnit(row.value, row.unit).padStart(14), sayTarget(row).padEnd(14), verdict(row)]
    lines.push(`  ${row.what.padEnd(width)} ${cells.join('  ')}`.trimEnd())
  }
  return lines.join('\n')
}

/** Writes the figures into the git-ignored `.bench` and tells the file's path. */
export function writeFigures(folder: string, rows: readonly Row[], options: BenchOptions, startedAt: Date): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${startedAt.toISOString().replace(/[:.]/g, '-')}.json`)
  const machine = { cores: cpus().length, node: process.version }
  const seconds = (Date.now() - startedAt.getTime()) / 1000
  const figures = rows.map((row) => ({ ...row, met: isMet(row) }))
  writeFileSync(file, `${JSON.stringify({ startedAt, seconds, machine, options, figures }, null, 2)}\n`)
  return file
}
