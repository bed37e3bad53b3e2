import { cpus } from 'node:os'
import path from 'node:path'
import type { ScanFigures } from '../../config/local-cloud/metrics'
import { root } from '../support/repository'
import { measureActions } from './actions'
import { measureBurst, measurePaced } from './arrivals'
import { measureFirstPaint } from './first-paint'
import { measureGrowth } from './growth'
import { measureHalls, measureSearch } from './halls'
import { readOptions, type BenchOptions } from './options'
import { measureOversell } from './oversell'
import { measurePanorama } from './panorama'
import { measurePackages } from './packages'
import { tableOf, writeFigures } from './report'
import { exactly, isMet, rowsOf, type Row } from './row'
import { measureRace, measureServiceDay } from './service'
import { openStage, prepareFunctions, type Functions, type Stage } from './stage'

// The platform's functions run in UTC. The zone has to be set before anything asks for a date.
process.env.TZ = 'UTC'

const dist = path.join(root, 'dist', 'weapp')

const say = (line: string) => process.stderr.write(`${line}\n`)

/** What was measured: rows in the order of the table. */
async function measure(functions: Functions, options: BenchOptions): Promise<Row[]> {
  const sizes = measurePackages(dist, functions.built)
  const rows: Row[] = []
  const stage = await openStage(functions)
  const parts: [string, () => Promise<Row[]>][] = [
    ['actions', () => measureActions(stage, options.calls)],
    ['arrivals, one by one', () => measurePaced(stage, options.paced.people, options.paced.seconds)],
    ['arrivals, at once', () => measureBurst(stage, options.burst)],
    ['oversell without a waiting list', () => measureOversell(stage, options.oversell, false)],
    ['oversell with a waiting list', () => measureOversell(stage, options.oversell, true)],
    ['a service day', () => measureServiceDay(stage, options.calls)],
    ['enterprises, at once', () => measureRace(stage, options.race)],
    ['first paint', () => measureFirstPaint(stage, dist)],
    ['panorama', measurePanorama],
    ['halls', () => measureHalls(stage, options.calls)],
    ['search', () => beside(stage, functions, (large) => measureSearch(stage, large, options.search))],
    ['growth', () => beside(stage, functions, (large) => measureGrowth(stage, large, options.growth))],
  ]
  try {
    for (const [name, run] of parts) {
      say(`${name} …`)
      const own = await run()
      say(tableOf(own))
      rows.push(...own)
    }
  } finally {
    await stage.stop()
  }
  return [...rows, ...sizes, scanRow(stage.scans)]
}

/** A large database gets a cloud of its own beside the small one. */
async function beside(small: Stage, functions: Functions, run: (large: Stage) => Promise<Row[]>): Promise<Row[]> {
  const large = await openStage(functions)
  try {
    return await run(large)
  } finally {
    await large.stop()
    small.scans.push(...large.scans)
  }
}

function scanRow(scans: readonly ScanFigures[]): Row {
  for (const { collection, function: name, action, count } of scans)
    say(`${name}.${action} read all of ${collection} ${count} times`)
  const all = scans.reduce((sum, { count }) => sum + count, 0)
  return rowsOf('whole run')('unindexed scans', all, '', exactly(0))
}

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2))
  const startedAt = new Date()
  const functions = await prepareFunctions()
  try {
    const rows = await measure(functions, options)
    const missed = rows.filter((row) => !isMet(row))
    console.log(`${cpus().length} cores, Node ${process.version}${options.quick ? ', --quick' : ''}`)
    console.log(tableOf(rows))
    console.log(`\n${path.relative(root, writeFigures(path.join(root, '.bench'), rows, options, startedAt))}`)
    for (const { group, what } of missed) console.log(`missed: ${group}, ${what}`)
    return missed.length === 0
  } finally {
    functions.remove()
  }
}

main().then(
  (met) => process.exit(met ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    process.exit(1)
  },
)
