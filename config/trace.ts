/** `npm run trace -- <function>`: says where the lines of a stack trace from the cloud's log were in the source. */
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import path from 'node:path'
import { functionNames } from './functions'

const built = path.join(__dirname, '..', 'dist', 'cloudfunctions', '.build')
/** A place in a built function, as Node writes it: `index.js:3:1234`. */
const PLACE = /[^\s("]*index\.js:(\d+):(\d+)/g

/**
 * A trace with every place in the built function replaced by that in the source; what is none stays as it is.
 *
 * @param trace lines of a log; a stack inside JSON, with `\n` in it, is read as well
 */
export function readTrace(trace: string, map: SourceMapPayload): string {
  const source = new SourceMap(map)
  return trace.replaceAll('\\n', '\n').replace(PLACE, (place, line: string, column: string) => {
    const entry = source.findEntry(Number(line) - 1, Number(column) - 1)
    if (!('originalSource' in entry) || !entry.originalSource) return place
    const file = entry.originalSource.replace(/^(\.\.\/)+/, '')
    return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  })
}

function main(): void {
  const [name = ''] = process.argv.slice(2)
  const file = path.join(built, `${name}.map`)
  if (!functionNames().includes(name)) throw new Error(`Say which function it was: ${functionNames().join(' ')}`)
  if (!existsSync(file)) throw new Error('npm run build:functions, of the version that is deployed, makes the map')
  process.stdout.write(readTrace(readFileSync(0, 'utf8'), JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload))
}

if (require.main === module) {
  try {
    main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
