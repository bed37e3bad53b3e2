import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import type { Clock } from '../clock'
import type { Metrics } from '../metrics'
import { openCatalog, type Catalog } from './catalog'
import { threadEnvironment, type CloudAddress } from './environment'
import type { FunctionLog } from './instance'
import { Pool } from './pool'
import { FunctionService } from './service'
import { Timers } from './timers'

export type FunctionsOptions = {
  folder: string | undefined
  address: CloudAddress
  workers: number | undefined
  clock: Clock
  metrics: Metrics
  log: (text: string) => void
}

export type Functions = { catalog: Catalog; pool: Pool; service: FunctionService; timers: Timers }

/** Everything that runs functions: the catalog of a folder, the threads, the door to them, and their timers. */
export function openFunctions(options: FunctionsOptions): Functions {
  const { address, clock, metrics, log } = options
  const catalog = openCatalog(options.folder)
  const pool = new Pool({
    catalog,
    address,
    metrics,
    workers: options.workers ?? availableParallelism() * 2,
    log: functionLog(log),
    settings: {
      clock: clock.shared,
      sdk: createRequire(__filename).resolve('wx-server-sdk'),
      environment: threadEnvironment(address),
    },
  })
  const service = new FunctionService(pool, metrics)
  const timers = new Timers({ catalog, clock, functions: service, appid: address.appid, log })
  return { catalog, pool, service, timers }
}

function functionLog(log: (text: string) => void): FunctionLog {
  return ({ functionName, requestId, level, text }) => {
    log(`[${functionName}${requestId && ` ${requestId.slice(0, 8)}`}] ${level}: ${text}`)
  }
}
