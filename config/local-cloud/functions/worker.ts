import Module, { createRequire } from 'node:module'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import type { ThrownValue, WorkerMessage, WorkerOrder, WorkerSettings, WorkerTask } from './event'

// The inside of a worker thread: it loads one function and runs one event at a time. It is bundled into one script by source.ts,
// so it starts alike under node, tsx and jest and imports nothing but Node's own modules.

type Main = (event: unknown, context: unknown, callback?: (error: unknown, result?: unknown) => void) => unknown

const settings = workerData as WorkerSettings
const port = parentPort
if (!port) throw new Error('this file runs in a worker thread')

let main: Main | undefined
let current = ''

const say = (message: WorkerMessage) => port.postMessage(message)

/** Moves `Date` by the shared offset. `instanceof`, parsing and arithmetic stay Node's own: only "now" differs. */
function moveClock(shared: SharedArrayBuffer): void {
  const offset = new Float64Array(shared)
  const Real = Date
  const realNow = Real.now
  const now = () => Math.floor(realNow() + (offset[0] ?? 0))
  const Moved = new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  })
  Real.now = now
  Real.prototype.constructor = Moved
  globalThis.Date = Moved
}

/** The packages that the loaded function's own package.json asks the platform to install. */
let wanted: string[] = []

/** Reads what a function asks for; one without a package.json asks for nothing. */
function packagesOf(folder: string): string[] {
  const file = path.join(folder, 'package.json')
  if (!existsSync(file)) return []
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: Record<string, string> }
  return Object.keys(dependencies ?? {})
}

/**
 * `wx-server-sdk`, and what a function's package.json asks for, come from the function's own folder, or else from the project
 * that runs the cloud: the platform would have installed them.
 */
function lendPackages(sdk: string): void {
  type Resolve = (request: string, parent: unknown, ...rest: unknown[]) => string
  const loader = Module as unknown as { _resolveFilename: Resolve }
  const resolve = loader._resolveFilename
  const lent = createRequire(sdk)
  loader._resolveFilename = function (request, parent, ...rest) {
    try {
      return resolve.call(this, request, parent, ...rest)
    } catch (error) {
      const isSdk = /^(wx-server-sdk|@cloudbase\/node-sdk)(\/|$)/.test(request)
      if (isSdk || wanted.some((name) => request === name || request.startsWith(`${name}/`)))
        return lent.resolve(request)
      throw error
    }
  }
}

/** Sends what a function writes to its console to the function log, marked with the event. */
function tellLog(): void {
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    console[level] = (...values: unknown[]) => say({ kind: 'log', requestId: current, level, text: format(...values) })
  }
}

function thrown(value: unknown): ThrownValue {
  if (value instanceof Error) return { text: `${value.name}: ${value.message}`, stack: value.stack ?? String(value) }
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
  return { text, stack: text }
}

async function load(entry: string): Promise<void> {
  const folder = path.dirname(entry)
  const require = createRequire(entry)
  // On the platform a function's folder is the working directory.
  process.cwd = () => folder
  wanted = packagesOf(folder)
  let exported: unknown
  try {
    exported = require(entry)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_REQUIRE_ESM') throw error
    exported = await import(pathToFileURL(entry).href)
  }
  const candidate =
    (exported as { main?: unknown }).main ?? (exported as { default?: { main?: unknown } }).default?.main
  if (typeof candidate !== 'function') throw new Error(`handler main not found in ${path.basename(folder)}/index.js`)
  main = candidate as Main
}

/** Runs `exports.main` in any of its three forms: returns a value, returns a promise, or takes a callback. */
function run(event: unknown, context: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const handler = main
    if (!handler) return reject(new Error('function is not loaded'))
    const callback = (error: unknown, result?: unknown) => (error ? reject(error) : resolve(result))
    const result = handler(event, context, callback)
    if (handler.length < 3 || result !== undefined) resolve(result)
  })
}

async function perform(task: WorkerTask): Promise<void> {
  current = task.requestId
  Object.assign(process.env, task.environment)
  try {
    const result = await run(JSON.parse(task.payload), task.context)
    const json = JSON.stringify(result) ?? 'null'
    forget(task)
    say({ kind: 'answered', requestId: task.requestId, json })
  } catch (error) {
    forget(task)
    say({ kind: 'failed', requestId: task.requestId, error: thrown(error) })
  }
}

/** The environment of an event ends with it: whatever still runs later knows no caller. */
function forget(task: WorkerTask): void {
  for (const key of Object.keys(task.environment)) {
    const lasting = settings.environment[key]
    if (lasting === undefined) delete process.env[key]
    else process.env[key] = lasting
  }
  current = ''
}

moveClock(settings.clock)
lendPackages(settings.sdk)
tellLog()

port.on('message', (order: WorkerOrder) => {
  if (order.kind === 'run') return void perform(order.task)
  load(order.entry).then(
    () => say({ kind: 'loaded' }),
    (error: unknown) => say({ kind: 'unloadable', error: thrown(error) }),
  )
})

// Loading the SDK is most of a cold start, so a thread does it before it knows which function it will be.
if (existsSync(settings.sdk)) createRequire(settings.sdk)(settings.sdk)
say({ kind: 'ready' })
