import { createServer } from 'node:net'
import path from 'node:path'
import { projectRoot } from './build-record'
import { declaration } from './database'
import { buildFunctions, functionsAreStale, watchFunctions } from './functions'
import { startLocalCloud, type LocalCloud } from './local-cloud'
import { demoPeople, seedDemo, seedVersion } from './seed/demo'
import { addressList } from './start/addresses'
import { openDataFolder, type DataFolder } from './start/data-folder'
import { servePagesWhileEditing, type PagesServer } from './start/development'
import { errorCode } from './start/error-code'
import { readCommandLine, StartError, usage } from './start/options'
import { ensurePages } from './start/pages'

export type StartOptions = {
  /** 0 takes any free port */
  port: number
  fresh?: boolean
  memory?: boolean
  watch?: boolean
  /** where the data are kept; `.data` of the project unless told otherwise */
  dataRoot?: string
  /** a folder of built pages to serve; unless it is given, they are built from the source */
  pages?: string
  /** where progress goes, one line at a time */
  say?: (line: string) => void
  /** ends a start that is still under way */
  signal?: AbortSignal
}

/** The running product. `url` is what a person opens; `cloud` is the local cloud behind it. */
export type Product = { url: string; cloud: LocalCloud; stop(): Promise<void> }

/**
 * Starts the whole product: functions and pages built when stale, the local cloud with the demo in it, and the pages on one port.
 * @throws StartError for what a person can put right: a busy port, damaged data, a build that fails
 */
export async function startProduct(options: StartOptions): Promise<Product> {
  const say = options.say ?? (() => undefined)
  // before half a minute of building, not after it
  await refuseBusyPort(options.port)
  const data = options.memory ? undefined : openData(options)
  try {
    data?.notices.forEach(say)
    await ensureFunctions(say)
    const pages = options.watch ? undefined : (options.pages ?? (await ensurePages({ say, signal: options.signal })))
    const cloud = await startCloud(options, data, pages)
    return await openToPeople(options, cloud, data, say)
  } catch (error) {
    data?.release()
    throw error
  }
}

async function openToPeople(
  options: StartOptions,
  cloud: LocalCloud,
  data: DataFolder | undefined,
  say: (line: string) => void,
): Promise<Product> {
  const endings: (() => void | Promise<void>)[] = [() => cloud.stop(), () => data?.release()]
  const stop = async () => {
    for (const ending of endings.splice(0)) await ending()
  }
  try {
    if (!data?.seeded) await seed(cloud, data, say)
    if (!options.watch) return { url: cloud.url, cloud, stop }
    const pages = await watch(options, cloud, say, stop)
    endings.unshift(pages.stop)
    return { url: pages.url, cloud, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function openData(options: StartOptions): DataFolder {
  return openDataFolder({
    root: options.dataRoot ?? path.join(projectRoot, '.data'),
    fresh: options.fresh ?? false,
    seedVersion,
    // the day in Beijing, which has no summer time
    today: new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10),
  })
}

async function ensureFunctions(say: (line: string) => void): Promise<void> {
  if (!functionsAreStale()) return
  const started = Date.now()
  const { built } = await buildFunctions()
  say(`${built.length} cloud functions built in ${Date.now() - started} ms.`)
}

function startCloud(options: StartOptions, data: DataFolder | undefined, staticDir?: string): Promise<LocalCloud> {
  return startLocalCloud({
    // under watch the port that people open is the page server's
    port: options.watch ? 0 : options.port,
    storage: data?.folder ?? ':memory:',
    functions: path.join(projectRoot, 'dist', 'cloudfunctions'),
    declaration,
    staticDir,
  }).catch((error: unknown) => explainPort(error, options.port))
}

async function seed(cloud: LocalCloud, data: DataFolder | undefined, say: (line: string) => void): Promise<void> {
  say('Filling in the demo …')
  const started = Date.now()
  await seedDemo({
    url: cloud.url,
    insertMany: (collection, documents) => cloud.insertMany(collection, documents),
  })
  data?.markSeeded()
  say(`The demo is in place (${Date.now() - started} ms).`)
}

async function watch(
  options: StartOptions,
  cloud: LocalCloud,
  say: (line: string) => void,
  stop: () => Promise<void>,
): Promise<PagesServer> {
  const end = watchFunctions((result) => {
    if (result instanceof Error) return say(`[functions] ${result.message}`)
    // the local cloud compares the files at each call, so the next one runs the new code
    say('[functions] built again')
  })
  const onExit = (code: number | null) => {
    say(`Taro's development server ended with ${code}.`)
    void stop()
  }
  const port = options.port || (await freePort())
  const server = await servePagesWhileEditing({ port, cloudUrl: cloud.url, say, onExit }).catch((error: unknown) => {
    end()
    throw error
  })
  return {
    url: server.url,
    stop: async () => {
      end()
      await server.stop()
    },
  }
}

async function refuseBusyPort(port: number): Promise<void> {
  await listenOnce(port).catch((error: unknown) => explainPort(error, port))
}

/** Says in words why a port cannot be had; any other error passes as it is. */
function explainPort(error: unknown, port: number): never {
  const code = errorCode(error)
  if (code !== 'EACCES' && code !== 'EADDRINUSE') throw error
  const reason = code === 'EACCES' ? 'needs more rights than this account has' : 'is in use by another program'
  throw new StartError(`Port ${port} ${reason}. Choose another: npm start -- --port ${port < 65535 ? port + 1 : 3201}`)
}

const freePort = () => listenOnce(0)

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

async function main(): Promise<void> {
  // the platform's functions run in UTC; their threads take the zone of this process
  process.env.TZ = 'UTC'
  const line = readCommandLine(process.argv.slice(2))
  if (line.help) return console.log(usage)
  const abort = new AbortController()
  const starting = startProduct({ ...line, say: (text) => console.log(text), signal: abort.signal })
  const leave = () => {
    abort.abort(new StartError('Stopped before it was ready.'))
    // a second Ctrl+C does not wait
    process.once('SIGINT', () => process.exit(130))
    void starting.then(async (product) => {
      await product.stop()
      process.exit(0)
    }, ignoreStartFault)
  }
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  const product = await starting
  if (abort.signal.aborted) return
  console.log(addressList(product.url, demoPeople))
  if (line.json) console.log(`READY ${JSON.stringify({ url: product.url })}`)
}

/** Whoever waits for the start reports why it failed; the one who ends it has nothing to add. */
function ignoreStartFault(): void {
  process.exitCode = 1
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof StartError ? error.message : error)
    process.exit(1)
  })
}
