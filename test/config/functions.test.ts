import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions, functionsAreStale, mapOf, sizeReport, watchFunctions } from '../../config/functions'
import { contentHash, projectRoot } from '../../config/build-record'
import { readTrace } from '../../config/trace'

let root: string
let sourceDir: string
let outDir: string

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(sourceDir, file)), { recursive: true })
  writeFileSync(path.join(sourceDir, file), content)
}

const read = (file: string) => readFileSync(path.join(outDir, file), 'utf8')

beforeEach(() => {
  // inside the project, as the real functions are, so that modules and the alias resolve in the same way
  mkdirSync(path.join(projectRoot, 'dist'), { recursive: true })
  root = mkdtempSync(path.join(projectRoot, 'dist', 'functions-test-'))
  sourceDir = path.join(root, 'source')
  outDir = path.join(root, 'output')
  write(
    'kernel/serve.ts',
    `export const used = (n: number) => n + 1\nexport const unused = () => 'never called by anyone'\n`,
  )
  write(
    'home/index.ts',
    `import cloud from 'wx-server-sdk'\nimport * as v from 'valibot'\nimport { used } from '../kernel/serve'\n` +
      `export const main = async (event: { n?: number } | undefined) => {\n  cloud.init()\n  return v.parse(v.number(), used(event?.n ?? 0))\n}\n`,
  )
  write('home/config.json', `{ "timeout": 5, "permissions": { "openapi": [] } }\n`)
  write('event/index.ts', `export const main = () => 'event'\n`)
  write('event/config.json', `{}`)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const build = () => buildFunctions({ sourceDir, outDir })

test('each folder with a config.json becomes a function of three files, and the kernel becomes none', async () => {
  const { built } = await build()
  expect(built.map(({ name }) => name)).toEqual(['event', 'home'])
  expect(readdirSync(outDir).sort()).toEqual(['.build', 'event', 'home'])
  expect(readdirSync(path.join(outDir, 'home')).sort()).toEqual(['config.json', 'index.js', 'package.json'])
  expect(built.map(({ bytes }) => bytes)).toEqual(
    ['event', 'home'].map((name) => statSync(path.join(outDir, name, 'index.js')).size),
  )
})

test('a stack trace of a built function is read back to the line in the source', async () => {
  write('kernel/break.ts', `export const breakDown = (): never => {\n  throw new Error('broken')\n}\n`)
  write('event/index.ts', `import { breakDown } from '../kernel/break'\nexport const main = () => breakDown()\n`)
  await build()
  const script = `try { require(process.argv[1]).main() } catch (error) { process.stdout.write(JSON.stringify(error.stack)) }`
  const built = path.join(outDir, 'event', 'index.js')
  const stack = execFileSync(process.execPath, ['-e', script, built], { encoding: 'utf8' })
  const trace = readTrace(stack, (file) => JSON.parse(read(`.build/${mapOf('event', file)}`)))
  expect(trace).toContain('Error: broken\n')
  expect(trace).toContain('kernel/break.ts:2:9')
  expect(trace).toContain('event/index.ts:2:')
  expect(trace).not.toContain(`${built}:1:`)
})

test('what is imported when it is needed is a file of its own, which a cold start does not read', async () => {
  write('event/later.ts', `import { used } from '../kernel/serve'\nexport const rare = (n: number) => used(n)\n`)
  write('event/index.ts', `export const main = async () => (await import('./later')).rare(1)\n`)
  await build()
  expect(readdirSync(path.join(outDir, 'event')).sort()).toEqual([
    'config.json',
    'index.js',
    'later.js',
    'package.json',
  ])
  const built = path.join(outDir, 'event', 'index.js')
  const script = `require(process.argv[1]).main().then((n) => process.stdout.write(String(n)))`
  expect(execFileSync(process.execPath, ['-e', script, built], { encoding: 'utf8' })).toBe('2')
  const fresh = () => functionsAreStale(outDir, sourceDir)
  expect(fresh()).toBe(false)
  write('event/later.ts', `export const rare = (n: number) => n\n`)
  expect(fresh()).toBe(true)
})

test('a package that few calls need is left to the platform, pinned, and only where it is used', async () => {
  write('home/index.ts', `export const main = () => require('pinyin-pro').pinyin('中心')\n`)
  await build()
  const own = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
  const pins = (name: string) => JSON.parse(read(`${name}/package.json`)).dependencies
  const { 'wx-server-sdk': sdk, 'pinyin-pro': pinyin } = own.dependencies
  expect(pins('home')).toEqual({ 'wx-server-sdk': sdk, 'pinyin-pro': pinyin })
  expect(pins('event')).toEqual({ 'wx-server-sdk': sdk })
  expect(statSync(path.join(outDir, 'home', 'index.js')).size).toBeLessThan(1000)
})

test('a file that a function reads lies beside it, and its loss makes the output stale', async () => {
  write('document/index.ts', `export const main = () => 'document'\n`)
  write('document/config.json', `{}`)
  await build()
  const font = 'noto-sans-sc-chinese-simplified-400-normal.woff'
  expect(readdirSync(path.join(outDir, 'document')).sort()).toEqual(['config.json', 'index.js', font, 'package.json'])
  expect(functionsAreStale(outDir, sourceDir)).toBe(false)
  rmSync(path.join(outDir, 'document', font))
  expect(functionsAreStale(outDir, sourceDir)).toBe(true)
})

test('the package.json asks for exactly the version of the SDK that this project pins', async () => {
  await build()
  const own = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
  expect(JSON.parse(read('home/package.json'))).toEqual({
    name: 'home',
    version: own.version,
    private: true,
    main: 'index.js',
    dependencies: { 'wx-server-sdk': own.dependencies['wx-server-sdk'] },
  })
})

test('a bundle is CommonJS that runs, leaves the SDK outside and what nobody calls out', async () => {
  write(
    'home/index.ts',
    read0('home/index.ts').replace(`import cloud from 'wx-server-sdk'\n`, '').replace('cloud.init()', ''),
  )
  await build()
  const result = execFileSync(
    process.execPath,
    ['-e', `require(${JSON.stringify(path.join(outDir, 'home'))}).main({ n: 1 }).then(console.log)`],
    { encoding: 'utf8' },
  )
  expect(result).toBe('2\n')
  expect(read('home/index.js').includes('never called by anyone')).toBe(false)
})

test('the SDK stays a require that the platform answers', async () => {
  await build()
  expect(read('home/index.js').match(/require\("[^"]+"\)/g)).toEqual(['require("wx-server-sdk")'])
})

test('syntax newer than Node 16 is lowered', async () => {
  write(
    'event/index.ts',
    `export class Event { static { globalThis.name = 'x' } accessor when = 1 }\nexport const main = () => new Event()\n`,
  )
  await build()
  expect(/\baccessor\b/.test(read('event/index.js'))).toBe(false)
})

test('a bundle that fails leaves the output as it was and names the file', async () => {
  await build()
  const before = read('home/index.js')
  write('home/index.ts', `export const main = () => 'changed'\n`)
  write('event/index.ts', `import { gone } from './nowhere'\nexport const main = gone\n`)
  await expect(build()).rejects.toThrow('nowhere')
  expect(read('home/index.js')).toBe(before)
  expect(readdirSync(path.join(outDir, '.build')).sort()).toEqual(['event.index.map', 'home.index.map', 'record.json'])
})

test('a function over 100 KB is refused by name, before anything is put in place', async () => {
  write('event/index.ts', `export const main = () => ${JSON.stringify('x'.repeat(100 * 1024))}\n`)
  await expect(build()).rejects.toThrow(/over their budget[\s\S]*event: 100\.\d KB of 100\.0 KB/)
  expect(readdirSync(outDir)).toEqual(['.build'])
})

test('the document function may be bigger than one that answers a tap', async () => {
  write('document/config.json', '{}')
  write('document/index.ts', `export const main = () => ${JSON.stringify('x'.repeat(100 * 1024))}\n`)
  const report = await build()
  expect(sizeReport(report).split('\n')[0]).toMatch(/^document +100\.\d KB of 2048\.0 KB$/)
})

test.each([
  ['a foreign key', '{ "budget": 1 }', 'budget'],
  ['a timeout beyond the platform', '{ "timeout": 61 }', 'timeout'],
  [
    'a timer of six fields',
    '{ "triggers": [{ "name": "a", "type": "timer", "config": "0 * * * * *" }] }',
    'seven fields',
  ],
])('a config.json with %s is refused', async (_title, content, word) => {
  write('home/config.json', content)
  await expect(build()).rejects.toThrow(word)
})

test('a function that was deleted is no longer there after the next build', async () => {
  await build()
  rmSync(path.join(sourceDir, 'event'), { recursive: true })
  await build()
  expect(readdirSync(outDir).sort()).toEqual(['.build', 'home'])
})

test('an unchanged function keeps its file, so that a running server need not load it again', async () => {
  await build()
  const before = statSync(path.join(outDir, 'home/index.js')).ino
  write('event/index.ts', `export const main = () => 'other'\n`)
  await build()
  expect(statSync(path.join(outDir, 'home/index.js')).ino).toBe(before)
  expect(read('event/index.js').includes('other')).toBe(true)
})

describe('staleness', () => {
  const stale = () => functionsAreStale(outDir, sourceDir)

  test('an output that was never built is stale, a fresh one is not', async () => {
    expect(stale()).toBe(true)
    await build()
    expect(stale()).toBe(false)
  })

  test.each([
    ['an imported kernel file', () => write('kernel/serve.ts', 'export const used = (n: number) => n + 2\n')],
    ['a config.json', () => write('home/config.json', '{ "timeout": 6 }')],
    ['a new function', () => write('member/config.json', '{}')],
    ['a function less', () => rmSync(path.join(sourceDir, 'event'), { recursive: true })],
    ['a damaged output', () => writeFileSync(path.join(outDir, 'home/index.js'), '')],
    ['a missing output', () => rmSync(path.join(outDir, 'event'), { recursive: true })],
    ['a damaged record', () => writeFileSync(path.join(outDir, '.build/record.json'), '{')],
  ])('%s makes it stale', async (_title, change) => {
    await build()
    change()
    expect(stale()).toBe(true)
  })

  test('saving a file without changing it does not', async () => {
    await build()
    write('home/index.ts', read0('home/index.ts'))
    expect(stale()).toBe(false)
  })
})

test('the watch builds again after a change, reports a fault, and goes on after it', async () => {
  await build()
  const results: (string | string[])[] = []
  const next = waitFor(() => results.length)
  const stop = watchFunctions(
    (result) => results.push(result instanceof Error ? 'fault' : result.built.map(({ name }) => name)),
    { sourceDir, outDir, debounceMs: 30 },
  )
  try {
    write('event/index.ts', 'export const main = (\n')
    await next(1)
    write('event/index.ts', `export const main = () => 'again'\n`)
    await next(2)
    expect(results).toEqual(['fault', ['event', 'home']])
    expect(read('event/index.js').includes('again')).toBe(true)
  } finally {
    stop()
  }
})

test('the source map stays beside the output and out of the function', async () => {
  await build()
  expect(contentHash(path.join(outDir, '.build/home.index.map'))).not.toBe('missing')
  expect(read('home/index.js').includes('sourceMappingURL')).toBe(false)
})

function read0(file: string): string {
  return readFileSync(path.join(sourceDir, file), 'utf8')
}

/** Waits, at most five seconds, until the count has reached a number. */
function waitFor(count: () => number): (target: number) => Promise<void> {
  return async (wanted) => {
    const end = Date.now() + 5000
    while (count() < wanted && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(count()).toBe(wanted)
  }
}
