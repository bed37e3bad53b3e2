import { readdirSync } from 'node:fs'
import path from 'node:path'
import { run } from 'node:test'
import { ensurePages } from '../../config/start/pages'
import { chromiumPath } from '../support/browser'

/** A story that hangs is a failed story: no one takes longer than this. */
const SPEC_LIMIT_MS = 180_000

/**
 * `npm run e2e [-- part of a name …]`: the browser ring, one spec after the other. Its last line counts the tests. PAGES names a folder
 * of built pages to serve as they are.
 */
async function main(wanted: string[]): Promise<number> {
  chromiumPath()
  const specs = readdirSync(__dirname).filter((name) => name.endsWith('.spec.ts'))
  const chosen = specs.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  if (chosen.length === 0) throw new Error(`no spec is called so; there are ${specs.join(', ')}`)
  // Before the specs and their time limit; where nothing changed it takes no time.
  if (process.env['PAGES'] === undefined) await ensurePages({ say: (line) => console.log(line) })
  const files = chosen.sort().map((name) => path.join(__dirname, name))
  return report(run({ files, concurrency: 1, timeout: SPEC_LIMIT_MS }))
}

type Ended = { name: string; details: { type?: string; duration_ms?: number; error?: Error } }
type Told = { type: string; data: Ended & { message?: string } }

/** Prints each test as it ends; suites only group them. Resolves with the number of failures. */
async function report(stream: ReturnType<typeof run>): Promise<number> {
  let passed = 0
  let failed = 0
  for await (const { type, data } of stream as AsyncIterable<Told>) {
    if (type === 'test:stderr' || type === 'test:stdout') process.stdout.write(data.message ?? '')
    if (!isEnd(type) || data.details.type === 'suite') continue
    if (type === 'test:pass') passed++
    else failed++
    console.log(lineOf(type, data))
  }
  console.log(`e2e: ${passed} passed, ${failed} failed`)
  return failed
}

const isEnd = (type: string) => type === 'test:pass' || type === 'test:fail'

function lineOf(type: string, { name, details }: Ended): string {
  const seconds = ((details.duration_ms ?? 0) / 1000).toFixed(1)
  return type === 'test:pass' ? `✓ ${name} (${seconds} s)` : `✕ ${name} (${seconds} s)\n${explain(details.error)}`
}

function explain(error: Error | undefined): string {
  const { cause } = error ?? {}
  const told = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause ?? error?.message ?? 'unknown')
  return told.replace(/^/gm, '    ')
}

main(process.argv.slice(2)).then(
  (failed) => process.exit(failed === 0 ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
