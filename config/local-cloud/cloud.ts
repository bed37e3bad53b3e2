import type { Database } from './database'
import type { DatabaseDeclaration } from './declaration'
import type { FaultRule } from './faults'
import type { MetricsReport } from './metrics'
import type { OutboxEntry } from './outbox'

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
  /** Lets running events end (up to 5 s), then stops everything and gives the data folder back. */
  stop(): Promise<void>
}
