import { lockFolder } from './lock'
import type { LocalCloud, LocalCloudOptions } from './cloud'
import { openParts, type Parts } from './parts'
import { insertMany } from './seeding'

export type { LocalCloud, LocalCloudOptions } from './cloud'

/**
 * Starts WeChat cloud development on this machine and resolves when it accepts requests.
 * @throws Error when the port is taken (code EADDRINUSE), or the data folder is in use or damaged
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const unlock = options.storage === ':memory:' ? () => undefined : lockFolder(options.storage)
  try {
    const parts = await openParts(options, () => cloud)
    const cloud = assemble(parts, unlock)
    if (options.timers !== false) parts.functions.timers.start()
    return cloud
  } catch (error) {
    unlock()
    throw error
  }
}

function assemble(parts: Parts, unlock: () => void): LocalCloud {
  const { clock, metrics, outbox, faults, database, functions, address, port } = parts
  let stopping: Promise<void> | undefined
  return {
    url: address.url,
    port,
    environment: parts.environment,
    database,
    call: (functionName, event, openid) => call(parts, functionName, event, openid),
    runTimer: (functionName, triggerName) => functions.timers.fire(functionName, triggerName),
    insertMany: async (collection, documents) => insertMany(database, collection, documents),
    metrics: () => metrics.report(),
    resetMetrics: () => metrics.reset(),
    outbox: () => outbox.entries(),
    clearOutbox: () => outbox.clear(),
    faults: (...rules) => faults.add(rules),
    listFaults: () => faults.list(),
    clearFaults: () => faults.clear(),
    clock: () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() }),
    setClock: (offsetMs) => clock.setOffset(offsetMs),
    reset: async () => reset(parts),
    stop: () => (stopping ??= stop(parts, unlock)),
  }
}

async function call({ functions }: Parts, functionName: string, event: unknown, openid?: string): Promise<unknown> {
  const payload = JSON.stringify(event ?? {})
  const identity = openid === undefined ? {} : { openid }
  const source = openid === undefined ? 'wx_http' : 'wx_client'
  const { json } = await functions.service.invoke({ functionName, payload, identity, source })
  return JSON.parse(json) as unknown
}

function reset({ clock, faults, outbox, files, database, metrics }: Parts): void {
  clock.setOffset(0)
  faults.clear()
  outbox.clear()
  files.files.clear()
  database.reset()
  metrics.reset()
}

async function stop({ functions, server, database }: Parts, unlock: () => void): Promise<void> {
  functions.timers.stop()
  server.close()
  server.closeIdleConnections()
  await functions.pool.settle(5_000)
  server.closeAllConnections()
  await functions.pool.stop()
  database.close()
  unlock()
}
