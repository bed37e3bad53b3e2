import type { Server } from 'node:http'
import path from 'node:path'
import { createClock, type Clock } from './clock'
import type { LocalCloud, LocalCloudOptions } from './cloud'
import { DatabaseInUse, openDatabase, type Database } from './database'
import { Faults } from './faults'
import { openFiles, type Files } from './files'
import { serveFiles } from './files/serve'
import { openFunctions, type Functions } from './functions'
import { redirection, type CloudAddress } from './functions/environment'
import { serveCall } from './http/call'
import { localRoutes } from './http/local'
import { listen, type Routes } from './http/server'
import { serveStatic } from './http/static'
import { Metrics } from './metrics'
import { Outbox } from './outbox'
import { currentEvent, serveAdmin } from './wire/admin'
import { functionsHandler } from './wire/functions'
import { storageHandler } from './wire/storage'
import { wxHandler } from './wire/wx'

/** Everything that a running cloud consists of. */
export type Parts = {
  clock: Clock
  metrics: Metrics
  faults: Faults
  outbox: Outbox
  database: Database
  files: Files
  functions: Functions
  server: Server
  port: number
  address: CloudAddress
  environment: Record<string, string>
}

/** The app id that functions see: one that WeChat does not give to anybody. */
const appid = 'wx0000000000000000'

/**
 * Opens the parts and connects them.
 * @param cloud the assembled cloud, for the routes that steer it; asked for only when such a request comes
 * @throws Error when the port is taken or the data folder is damaged; nothing stays open then
 */
export async function openParts(options: LocalCloudOptions, cloud: () => LocalCloud): Promise<Parts> {
  const log = options.log ?? ((text: string) => void process.stderr.write(`${text}\n`))
  const clock = createClock()
  const metrics = new Metrics()
  const database = openDatabaseAt(options, clock, metrics)
  const routes: Routes = {}
  const { server, port } = await listen(options.port ?? 0, () => routes).catch((error: unknown) => {
    database.close()
    throw error
  })
  const address: CloudAddress = { url: `http://127.0.0.1:${port}`, env: options.env ?? 'local', appid }
  const { functions: folder, workers } = options
  const parts: Parts = {
    clock,
    metrics,
    database,
    server,
    port,
    address,
    faults: new Faults(),
    outbox: new Outbox(),
    files: openFiles({ folder: folderOf(options), address, now: clock.now }),
    functions: openFunctions({ folder, workers, address, clock, metrics, log }),
    environment: redirection(address),
  }
  Object.assign(routes, routesOf(parts, options), localRoutes(cloud))
  return parts
}

function routesOf(parts: Parts, options: LocalCloudOptions): Routes {
  const { database, metrics, faults, outbox, clock, files } = parts
  const { service, catalog } = parts.functions
  const handlers = {
    functions: functionsHandler(service),
    storage: storageHandler(files),
    wx: wxHandler({ catalog, outbox, clock }),
  }
  const latencyMs = options.latencyMs ?? 0
  return {
    '/admin': serveAdmin({ database, functions: service, metrics, faults, latencyMs, handlers }),
    '/call/': serveCall(service),
    '/files/': serveFiles(files),
    ...(options.staticDir === undefined ? {} : { '/': serveStatic(options.staticDir) }),
  }
}

function openDatabaseAt(options: LocalCloudOptions, clock: Clock, metrics: Metrics): Database {
  const folder = folderOf(options)
  try {
    return openDatabase({
      file: folder === undefined ? ':memory:' : path.join(folder, 'database.sqlite'),
      declaration: options.declaration,
      now: clock.now,
      onQuery: (info) => metrics.queried(info, currentEvent.getStore()),
    })
  } catch (error) {
    if (folder === undefined) throw error
    if (error instanceof DatabaseInUse) throw new Error(`data folder ${folder} is in use by another program`)
    throw new Error(`data folder ${folder} is damaged: ${(error as Error).message}`)
  }
}

function folderOf({ storage }: LocalCloudOptions): string | undefined {
  return storage === ':memory:' ? undefined : storage
}
