import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startLocalCloud, type LocalCloud } from './local-cloud'
import type { DatabaseDeclaration } from './local-cloud/declaration'

// The platform's functions run in UTC. The zone has to be set before anything asks for a date.
process.env.TZ = 'UTC'

const usage = `npm run cloud -- --port N (--data DIR | --memory) [--seed demo|none] [--functions DIR] [--workers N] [--latency MS]`

const builtFunctions = path.resolve(__dirname, '..', 'dist', 'cloudfunctions')

type Settings = {
  port: number
  storage: string
  seed: 'demo' | 'none'
  functions: string | undefined
  workers: number | undefined
  latencyMs: number
}

/** A mistake of whoever started the cloud: told in one line, without a stack. */
class UsageError extends Error {}

/** @throws UsageError naming the option that is wrong */
function readSettings(args: string[]): Settings {
  const { values } = parseOptions(args)
  if (values.port === undefined) throw new UsageError(`--port is missing. Usage: ${usage}`)
  if ((values.data === undefined) === !values.memory)
    throw new UsageError(`give either --data DIR or --memory. Usage: ${usage}`)
  if (values.seed !== 'demo' && values.seed !== 'none')
    throw new UsageError(`--seed has to be demo or none, not ${values.seed}`)
  return {
    port: whole('--port', values.port, 0, 65_535),
    storage: values.data === undefined ? ':memory:' : fromCaller(values.data),
    seed: values.seed,
    functions: values.functions === undefined ? undefined : fromCaller(values.functions),
    workers: values.workers === undefined ? undefined : whole('--workers', values.workers, 1, 256),
    latencyMs: whole('--latency', values.latency, 0, 60_000),
  }
}

/** npm runs a script in the project's folder; a path is meant from where the command was typed. */
function fromCaller(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', file)
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        memory: { type: 'boolean', default: false },
        seed: { type: 'string', default: 'none' },
        functions: { type: 'string' },
        workers: { type: 'string' },
        latency: { type: 'string', default: '0' },
      },
    })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}. Usage: ${usage}`)
  }
}

function whole(option: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max))
    throw new UsageError(`${option} has to be a whole number from ${min} to ${max}, not "${text}"`)
  return value
}

/** The folder of functions: the one that was named, or this product's own, built first when it is missing or stale. */
async function prepareFunctions(named: string | undefined): Promise<string> {
  if (named !== undefined && named !== builtFunctions) {
    if (!existsSync(named)) throw new UsageError(`--functions: there is no folder ${named}`)
    return named
  }
  const { buildFunctions, functionsAreStale } = await import('./functions')
  if (functionsAreStale()) {
    process.stderr.write('building the cloud functions …\n')
    await buildFunctions()
  }
  return builtFunctions
}

/** Our own collections and indexes, when the functions are our own; a foreign project's database starts empty. */
async function declarationFor(settings: Settings): Promise<DatabaseDeclaration | undefined> {
  const own = settings.functions === undefined || settings.functions === builtFunctions || settings.seed === 'demo'
  return own ? (await import('./database')).declaration : undefined
}

async function open(settings: Settings): Promise<LocalCloud> {
  const { port, storage, workers, latencyMs } = settings
  const functions = await prepareFunctions(settings.functions)
  const declaration = await declarationFor(settings)
  try {
    return await startLocalCloud({ port, storage, functions, declaration, workers, latencyMs })
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EADDRINUSE') throw new UsageError(`port ${port} is in use`)
    if (/^data folder /.test((error as Error).message)) throw new UsageError((error as Error).message)
    throw error
  }
}

function stopOnSignal(cloud: LocalCloud): void {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    cloud.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/**
 * Puts the demo into an empty cloud; a data folder that has it already keeps what became of it.
 * @throws UsageError when there are other data: the demo would mix with them
 */
async function seedOnce(cloud: LocalCloud, storage: string): Promise<void> {
  const note = path.join(storage, 'demo-seeded')
  if (storage !== ':memory:' && existsSync(note)) return
  const { declaration } = await import('./database')
  for (const collectionName of Object.keys(declaration.collections)) {
    const { data } = cloud.database.handle('database.calculateDocument', { collectionName, query: '{}' })
    if ((data as { total: number }).total === 0) continue
    throw new UsageError(`data folder ${storage} has data that are not the whole demo; --seed demo needs an empty one`)
  }
  const { seedDemo } = await import('./seed/demo')
  await seedDemo(cloud)
  if (storage !== ':memory:') writeFileSync(note, '')
}

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2))
  const cloud = await open(settings)
  stopOnSignal(cloud)
  if (settings.seed === 'demo') await seedOnce(cloud, settings.storage)
  process.stdout.write(`${JSON.stringify({ url: cloud.url, port: cloud.port, environment: cloud.environment })}\n`)
}

/** One line for a mistake, the stack for what should not happen; exit code 1 for both. */
function fail(error: unknown): never {
  const known = error instanceof UsageError
  process.stderr.write(`local cloud: ${known ? error.message : String((error as Error).stack ?? error)}\n`)
  process.exit(1)
}

main().catch(fail)
