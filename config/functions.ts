import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { build, type BuildResult, type Plugin } from 'esbuild'
import { fingerprint, projectRoot, readRecord, unchanged, writeRecord } from './build-record'
import { readFunctionConfig } from './function-config'

/**
 * The cloud runs Node 16.13 or 18.15, as the operator chooses when a function is created (config/deploy.ts chooses 18.15).
 * Syntax is lowered to 16, so that the same files run on both, also in an environment whose functions were made by hand.
 */
const target = 'node16'

/** Bytes of one file, without the SDK. A function that answers a tap is small, because a cold start reads all of its index.js. */
const tapBudget = 100 * 1024
const budgets: Record<string, number> = {
  // makes .xlsx, PDF and certificates, whose writers are big; nobody waits for its first byte
  document: 2 * 1024 * 1024,
}

const sdk = 'wx-server-sdk'
/**
 * Packages that the platform installs beside a function, pinned as here, instead of being in its bundle: the SDK, and what is
 * too big to be read at each cold start and is needed by few calls, which load it themselves.
 */
const installed = [sdk, 'pinyin-pro', 'pdfkit', 'chinese-days', 'write-excel-file']
/** Files of packages that a function reads beside its index.js. */
const assets: Record<string, string[]> = {
  document: ['@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff'],
}
const defaultSource = path.join(projectRoot, 'cloudfunctions')
const defaultOutput = path.join(projectRoot, 'dist', 'cloudfunctions')

/** One built function: its name and the size of index.js in bytes. */
export type BuiltFunction = { name: string; bytes: number }
export type BuildReport = { built: BuiltFunction[] }
export type BuildOptions = { outDir?: string; sourceDir?: string }

/** Names of the folders that are functions: those with a config.json. The kernel has none. */
export function functionNames(sourceDir = defaultSource): string[] {
  if (!existsSync(sourceDir)) return []
  return readdirSync(sourceDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(sourceDir, entry.name, 'config.json')))
    .map((entry) => entry.name)
    .sort()
}

/**
 * Bundles every cloud function into `<outDir>/<name>/{index.js, package.json, config.json}` and a file for what it imports later. All are built in a folder beside the
 * output and put in place only when the last one is good, each file by one rename; files whose content is the same stay untouched.
 * @throws Error when a bundle fails, a config.json is wrong, or a function is over its budget; the output is then as it was.
 */
export async function buildFunctions(options: BuildOptions = {}): Promise<BuildReport> {
  const sourceDir = path.resolve(options.sourceDir ?? defaultSource)
  const outDir = path.resolve(options.outDir ?? defaultOutput)
  const names = functionNames(sourceDir)
  const draft = path.join(outDir, '.build', `draft-${process.pid}-${Date.now()}`)
  mkdirSync(draft, { recursive: true })
  try {
    const bundles = allOrError(await Promise.allSettled(names.map((name) => buildOne(sourceDir, draft, name))))
    const built = bundles.map(({ name, bytes }) => ({ name, bytes }))
    refuseOverBudget(bundles.flatMap(({ name, files }) => files.map(({ bytes }) => ({ name, bytes }))))
    for (const name of names) place(path.join(draft, name), path.join(outDir, name))
    const maps = bundles.flatMap(({ name, files }) => files.map(({ file }) => mapOf(name, file)))
    for (const map of maps) renameSync(path.join(draft, map), path.join(outDir, '.build', map))
    removeOthers(outDir, names)
    const inputs = bundles.flatMap((bundle) => bundle.inputs)
    writeRecord(recordFile(outDir), {
      inputs: fingerprint([...inputs, ...sharedInputs, ...configFiles(sourceDir)]),
      outputs: fingerprint(bundles.flatMap(({ name, parts }) => parts.map((part) => path.join(outDir, name, part)))),
    })
    return { built }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/**
 * Whether the output must be built again: an input, an output, the list of functions or the builder itself is not what it was at
 * the last build. Compares contents, so neither a checkout nor a copied folder misleads it.
 */
export function functionsAreStale(outDir = defaultOutput, sourceDir = defaultSource): boolean {
  const record = readRecord(recordFile(path.resolve(outDir)))
  if (!record) return true
  const known = Object.keys(record.inputs).filter((file) => path.basename(file) === 'config.json')
  const present = Object.keys(fingerprint(configFiles(path.resolve(sourceDir))))
  if (known.join() !== present.join()) return true
  return !unchanged(record.inputs) || !unchanged(record.outputs)
}

/**
 * Rebuilds whenever something under cloudfunctions/ or src/domain changes.
 * @param onBuilt called after each attempt, with the report or with the error that the build ended in
 * @returns a function that ends the watch
 */
export function watchFunctions(
  onBuilt: (result: BuildReport | Error) => void,
  options: BuildOptions & { debounceMs?: number } = {},
): () => void {
  const folders = [path.resolve(options.sourceDir ?? defaultSource), path.join(projectRoot, 'src', 'domain')]
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const rebuild = async () => {
    try {
      onBuilt(await buildFunctions(options))
    } catch (error) {
      onBuilt(new Error(messageOf(error)))
    }
  }
  const schedule = () => {
    clearTimeout(timer)
    // editors save in several steps, and a branch switch touches many files: one build for all of it, never two at once
    timer = setTimeout(() => {
      running = running.then(rebuild)
    }, options.debounceMs ?? 120)
  }
  const watchers = folders.filter(existsSync).map((folder) => watch(folder, { recursive: true }, schedule))
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

/** A table of sizes for people, one line a function. */
export function sizeReport(report: BuildReport): string {
  return report.built
    .map(({ name, bytes }) => `${name.padEnd(12)} ${kilobytes(bytes).padStart(9)} of ${kilobytes(budgetOf(name))}`)
    .join('\n')
}

// whatever else decides the output: the SDK's pin, the alias, and the code of this builder
const sharedInputs = ['package.json', 'tsconfig.json', 'config/functions.ts', 'config/function-config.ts']

function recordFile(outDir: string): string {
  return path.join(outDir, '.build', 'record.json')
}

function configFiles(sourceDir: string): string[] {
  return functionNames(sourceDir).map((name) => path.join(sourceDir, name, 'config.json'))
}

/** Waits for every bundle, also when one has failed: the draft folder may only go when nobody writes to it any more. */
function allOrError<T>(results: PromiseSettledResult<T>[]): T[] {
  const faults = results.flatMap((result) => (result.status === 'rejected' ? [messageOf(result.reason)] : []))
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

type Part = { file: string; bytes: number; metafile: Metafile }
type Metafile = NonNullable<BuildResult['metafile']>
/** What was built of one function: `files` are those that Node reads, `parts` all that is uploaded. */
type Bundle = BuiltFunction & { files: Part[]; parts: string[]; inputs: string[] }

async function buildOne(sourceDir: string, draft: string, name: string): Promise<Bundle> {
  const folder = path.join(draft, name)
  readFunctionConfig(path.join(sourceDir, name, 'config.json'))
  const files = await bundle(path.join(sourceDir, name, 'index.ts'), folder)
  writeFileSync(path.join(folder, 'package.json'), manifest(name, externalsOf(files)))
  for (const asset of assetsOf(name)) copyFileSync(asset, path.join(folder, path.basename(asset)))
  writeFileSync(path.join(folder, 'config.json'), readFileSync(path.join(sourceDir, name, 'config.json')))
  // the maps lead from a line in the cloud's log to our source; they stay here, out of what is uploaded
  for (const { file } of files) renameSync(path.join(folder, `${file}.map`), path.join(draft, mapOf(name, file)))
  const sources = files.flatMap(({ metafile }) => Object.keys(metafile.inputs))
  const inputs = [...new Set([...sources, ...assetsOf(name)])]
  return { name, bytes: files[0]?.bytes ?? 0, files, parts: readdirSync(folder), inputs }
}

/** Where the map of a built file is kept, relative to `.build`. */
export const mapOf = (name: string, file: string): string => `${name}.${path.basename(file, '.js')}.map`

/**
 * Leaves out what a function imports of its own when it is needed, `await import('./x')`, and says what that was. What a
 * neighbour does so is bundled as if it were imported at once: its files are not here.
 */
const leaveForLater = (own: string, later: Set<string>): Plugin => ({
  name: 'leave for later',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path: asked, resolveDir }) => {
      const source = path.join(resolveDir, `${asked}.ts`)
      if (kind !== 'dynamic-import' || !source.startsWith(`${own}${path.sep}`)) return null
      later.add(source)
      return { path: `./${path.basename(asked)}.js`, external: true }
    })
  },
})

/** `index.js`, and a file for each module that is imported when it is needed: a cold start reads only the first. */
async function bundle(entry: string, folder: string): Promise<Part[]> {
  const later = new Set([entry])
  const made: Part[] = []
  // Grows while it is walked: what comes later may itself leave something for later.
  for (const source of later) made.push(await bundleFile(source, { folder, own: path.dirname(entry), later }))
  return made
}

interface Into {
  folder: string
  /** Folder of the function's own sources. */
  own: string
  later: Set<string>
}

async function bundleFile(entry: string, { folder, own, later }: Into): Promise<Part> {
  const file = `${path.basename(entry, '.ts')}.js`
  const { metafile } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [entry],
    outfile: path.join(folder, file),
    plugins: [leaveForLater(own, later)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target,
    external: installed,
    tsconfig: path.join(projectRoot, 'tsconfig.json'),
    // An instance reads all of it at each cold start. What a stack trace in the cloud's log means is read off the map, which
    // stays here: `npm run trace`.
    minify: true,
    treeShaking: true,
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: 'external',
    metafile: true,
    logLevel: 'silent',
  })
  return { file, bytes: statSync(path.join(folder, file)).size, metafile }
}

/** The packages which a bundle leaves to the platform; the SDK is always one of them. */
function externalsOf(files: readonly Part[]): string[] {
  const outputs = files.flatMap(({ metafile }) => Object.values(metafile.outputs))
  const imports = outputs.flatMap((output) => output.imports.map((one) => one.path))
  const isUsed = (name: string) => imports.some((one) => one === name || one.startsWith(`${name}/`))
  return installed.filter((name) => name === sdk || isUsed(name))
}

const assetsOf = (name: string): string[] =>
  (assets[name] ?? []).map((asset) => path.join(projectRoot, 'node_modules', asset))

/** The platform installs what this names, so each package is pinned to the version that the tests ran with. */
function manifest(name: string, packages: readonly string[]): string {
  const own: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
  const { version, dependencies } = own as { version: string; dependencies: Record<string, string> }
  const pins = Object.fromEntries(packages.map((one) => [one, dependencies[one] ?? '']))
  const loose = packages.find((one) => !/^\d+\.\d+\.\d+$/.test(pins[one] ?? ''))
  if (loose) throw new Error(`package.json must pin ${loose} to one exact version`)
  const content = { name, version, private: true, main: 'index.js', dependencies: pins }
  return `${JSON.stringify(content, null, 2)}\n`
}

function budgetOf(name: string): number {
  return budgets[name] ?? tapBudget
}

function refuseOverBudget(built: BuiltFunction[]): void {
  const over = built.filter(({ name, bytes }) => bytes > budgetOf(name))
  if (over.length === 0) return
  const lines = over.map(({ name, bytes }) => `  ${name}: ${kilobytes(bytes)} of ${kilobytes(budgetOf(name))}`)
  throw new Error(`These functions are over their budget (without the SDK):\n${lines.join('\n')}`)
}

function place(from: string, to: string): void {
  if (!existsSync(to)) return renameSync(from, to)
  for (const part of readdirSync(from)) {
    const [fresh, old] = [path.join(from, part), path.join(to, part)]
    if (!existsSync(old) || !readFileSync(fresh).equals(readFileSync(old))) renameSync(fresh, old)
  }
}

/** A function that was deleted or renamed must not stay callable; only folders that this builder made are removed. */
function removeOthers(outDir: string, names: string[]): void {
  const made = Object.keys(readRecord(recordFile(outDir))?.outputs ?? {}).map((file) => path.resolve(projectRoot, file))
  const gone = new Set(
    made.map((file) => path.dirname(file)).filter((folder) => !names.includes(path.basename(folder))),
  )
  for (const folder of gone) rmSync(folder, { recursive: true, force: true })
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}

async function main(): Promise<void> {
  const started = Date.now()
  const report = await buildFunctions()
  if (report.built.length === 0)
    throw new Error('No cloud function was found: cloudfunctions/<context>/config.json is missing')
  console.log(sizeReport(report))
  console.log(
    `${report.built.length} functions in ${Date.now() - started} ms → ${path.relative(projectRoot, defaultOutput)}`,
  )
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(messageOf(error))
    process.exitCode = 1
  })
}
