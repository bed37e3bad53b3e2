import path from 'node:path'
import { EJSON } from 'bson'
import { createClock } from './clock'
import { openDatabase, type Database } from './database'
import type { DatabaseDeclaration } from './declaration'
import { Faults, type FaultRule } from './faults'
import { openFunctions } from './functions'
import { redirection, type CloudAddress } from './functions/environment'
import { serveCall } from './http/call'
import { localRoutes } from './http/local'
import { listen, type Routes } from './http/server'
import { lockFolder } from './lock'
import { Metrics, type MetricsReport } from './metrics'
import { Outbox, type OutboxEntry } from './outbox'
import { currentEvent, serveAdmin } from './wire/admin'
import { functionsHandler } from './wire/functions'

export type LocalCloudOptions = {
  /** 0 (default) takes a free one. */
  port?: number
  /** A data folder that is kept, or `:memory:` for a cloud that forgets everything when it stops. */
  storage: ':memory:' | string
  /** Folder of built functions, each a folder with index.js, package.json and config.json. Without it nothing can be called. */
  functions?: string
  /** Collections and indexes that exist from the start and after a reset. */
  declaration?: DatabaseDeclaration
  /** A built browser version, served on the same port. */
  staticDir?: string
  /** Events that run at the same time; 2 × cores by default. */
  workers?: number
  /** Environment id, `local` by default. */
  env?: string
  /** Milliseconds added to each request of the SDK. */
  latencyMs?: number
  /** Whether timer triggers run by themselves (default true). `runTimer` works in any case. */
  timers?: boolean
  /** Receives the function log and the cloud's own remarks, line by line; stderr by default. */
  log?: (text: string) => void
}

export type LocalCloud = {
  url: string
  port: number
  /** The variables that redirect an unmodified `wx-server-sdk` here; they have to be set before it is loaded. */
  environment: Record<string, string>
  database: Database
  /** Calls a function as a phone does. @throws CloudError with the vendor's code */
  call(functionName: string, event: unknown, openid?: string): Promise<unknown>
  /** Fires a timer trigger now and resolves with what the function returned. @throws CloudError */
  runTimer(functionName: string, triggerName: string): Promise<unknown>
  /** Adds documents to a collection. @throws Error with the vendor's code when the database refuses one */
  insertMany(collection: string, documents: object[]): Promise<void>
  metrics(): MetricsReport
  resetMetrics(): void
  outbox(): OutboxEntry[]
  clearOutbox(): void
  faults(...rules: FaultRule[]): void
  listFaults(): (FaultRule & { seen: number })[]
  clearFaults(): void
  /** The cloud's time (ISO) and its offset from the machine's. */
  clock(): { now: string; offsetMs: number }
  /** Sets the cloud's time to the machine's plus `offsetMs`: server dates, timers and `Date` in functions. */
  setClock(offsetMs: number): void
  /** Empties database, files, outbox, metrics and faults, sets the clock right, and makes the declared collections anew. */
  reset(): Promise<void>
  /** Lets running events end (up to 2 s), then stops everything and gives the data folder back. */
  stop(): Promise<void>
}

const appid = 'wx0000000000000000'

/**
 * Starts WeChat cloud development on this machine and resolves when it accepts requests.
 * @throws Error when the port is taken (code EADDRINUSE), or the data folder is in use or damaged
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const inMemory = options.storage === ':memory:'
  const unlock = inMemory ? () => undefined : lockFolder(options.storage)
  try {
    return await start(options, inMemory, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function start(options: LocalCloudOptions, inMemory: boolean, unlock: () => void): Promise<LocalCloud> {
  const log = options.log ?? ((text: string) => void process.stderr.write(`${text}\n`))
  const clock = createClock()
  const metrics = new Metrics()
  const faults = new Faults()
  const outbox = new Outbox()
  const database = openDatabaseAt(options, inMemory, clock.now, metrics)
  const routes: Routes = {}
  const { server, port } = await listen(options.port ?? 0, () => routes).catch((error: unknown) => {
    database.close()
    throw error
  })
  const address: CloudAddress = { url: `http://127.0.0.1:${port}`, env: options.env ?? 'local', appid }
  const { functions: folder, workers } = options
  const { pool, service, timers } = openFunctions({ folder, workers, address, clock, metrics, log })

  const cloud: LocalCloud = {
    url: address.url,
    port,
    environment: redirection(address),
    database,
    call: async (functionName, event, openid) => {
      const payload = JSON.stringify(event ?? {})
      const identity = openid === undefined ? {} : { openid }
      const source = openid === undefined ? 'wx_http' : 'wx_client'
      return JSON.parse((await service.invoke({ functionName, payload, identity, source })).json) as unknown
    },
    runTimer: (functionName, triggerName) => timers.fire(functionName, triggerName),
    insertMany: (collection, documents) => insertMany(database, collection, documents),
    metrics: () => metrics.report(),
    resetMetrics: () => metrics.reset(),
    outbox: () => outbox.entries(),
    clearOutbox: () => outbox.clear(),
    faults: (...rules) => faults.add(rules),
    listFaults: () => faults.list(),
    clearFaults: () => faults.clear(),
    clock: () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() }),
    setClock: (offsetMs) => clock.setOffset(offsetMs),
    reset: async () => {
      clock.setOffset(0)
      faults.clear()
      outbox.clear()
      database.reset()
      metrics.reset()
    },
    stop: async () => {
      timers.stop()
      server.close()
      await pool.settle(2_000)
      server.closeAllConnections()
      await pool.stop()
      database.close()
      unlock()
    },
  }
  const handlers = { functions: functionsHandler(service) }
  Object.assign(
    routes,
    localRoutes(() => cloud),
    {
      '/admin': serveAdmin({
        database,
        functions: service,
        metrics,
        faults,
        latencyMs: options.latencyMs ?? 0,
        handlers,
      }),
      '/call/': serveCall(service),
    } satisfies Routes,
  )
  if (options.timers !== false) timers.start()
  return cloud
}

function openDatabaseAt(options: LocalCloudOptions, inMemory: boolean, now: () => number, metrics: Metrics): Database {
  const file = inMemory ? ':memory:' : path.join(options.storage, 'database.sqlite')
  try {
    return openDatabase({
      file,
      declaration: options.declaration,
      now,
      onQuery: (info) => metrics.queried(info, currentEvent.getStore()),
    })
  } catch (error) {
    if (inMemory) throw error
    throw new Error(`data folder ${options.storage} is damaged: ${(error as Error).message}`)
  }
}

async function insertMany(database: Database, collection: string, documents: object[]): Promise<void> {
  for (let first = 0; first < documents.length; first += 1000) {
    const data = documents.slice(first, first + 1000).map((document) => EJSON.stringify(document, { relaxed: false }))
    const answer = await database.handle('database.insertDocument', { collectionName: collection, data })
    if ('code' in answer && answer.code)
      throw new Error(`${collection}: ${String(answer.code)} ${String(answer.message)}`)
  }
}
