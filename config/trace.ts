/** `npm run trace -- <function>`: says where the lines of a stack trace from the cloud's log were in the source. */
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import path from 'node:path'
import { functionNames, mapOf } from './functions'

const built = path.join(__dirname, '..', 'dist', 'cloudfunctions', '.build')
/** A place in a built function, as Node writes it: `index.js:3:1234`; what is imported later is in a file of its own. */
const PLACE = /(?:[^\s("]*\/)?([a-z-]+\.js):(\d+):(\d+)/g

/**
 * A trace with every place in the built function replaced by that in the source; what is none stays as it is.
 *
 * @param trace lines of a log; a stack inside JSON, with `\n` in it, is read as well
 * @param mapFor the map of a built file such as `index.js`; null where it is none of the function's
 */
export function readTrace(trace: string, mapFor: (file: string) => SourceMapPayload | null): string {
  return trace.replaceAll('\\n', '\n').replace(PLACE, (place, file: string, line: string, column: string) => {
    const map = mapFor(file)
    if (!map) return place
    const entry = new SourceMap(map).findEntry(Number(line) - 1, Number(column) - 1)
    if (!('originalSource' in entry) || !entry.originalSource) return place
    const source = entry.originalSource.replace(/^(\.\.\/)+/, '')
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  })
}

const readMap = (file: string): SourceMapPayload | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload) : null

function main(): void {
  const [name = ''] = process.argv.slice(2)
  if (!functionNames().includes(name)) throw new Error(`Say which function it was: ${functionNames().join(' ')}`)
  const mapFor = (file: string) => readMap(path.join(built, mapOf(name, file)))
  if (!mapFor('index.js')) throw new Error('npm run build:functions, of the version that is deployed, makes the map')
  process.stdout.write(readTrace(readFileSync(0, 'utf8'), mapFor))
}

if (require.main === module) {
  try {
    main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
