import type { QueryInfo } from './database'
import type { FunctionEvent } from './functions/event'

/** Figures of one action of one function. A round trip is one database request of the SDK. Times are milliseconds. */
export type ActionFigures = {
  calls: number
  errors: number
  roundTrips: number
  maxRoundTrips: number
  lastRoundTrips: number
  ms: Percentiles
}

export type Percentiles = { p50: number; p95: number; max: number }

export type FunctionFigures = {
  calls: number
  errors: number
  cold: number
  warm: number
  coldMs: Percentiles
  /** By the event's `action`; `(none)` for an event without one. */
  actions: Record<string, ActionFigures>
}

/** A query that had to read a whole collection, by collection and by who asked. */
export type ScanFigures = {
  collection: string
  query: string
  function: string
  action: string
  count: number
  scanned: number
  returned: number
}

/** The answer of `GET /_local/metrics`. */
export type MetricsReport = {
  functions: Record<string, FunctionFigures>
  /** Requests of the SDK by their action (`database.getDocument`, `storage.batchDeleteFile` …), from functions and others. */
  requests: Record<string, number>
  /** All database requests. */
  roundTrips: number
  /** Database requests that came from outside of a function's event: seeds, tests in the same process, background work. */
  unattributed: number
  unindexedScans: ScanFigures[]
  queue: { depth: number; maxDepth: number; waits: number; waitMs: Percentiles }
  /** By the vendor's code. */
  errors: Record<string, number>
}

/** The newest values are enough for percentiles, and memory stays bounded. */
const sampleLimit = 20_000

class Samples {
  private readonly values: number[] = []
  private next = 0

  add(value: number): void {
    if (this.values.length < sampleLimit) this.values.push(value)
    else this.values[this.next++ % sampleLimit] = value
  }

  percentiles(): Percentiles {
    const sorted = [...this.values].sort((a, b) => a - b)
    const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
    return { p50: at(0.5), p95: at(0.95), max: round(sorted.at(-1) ?? 0) }
  }
}

const round = (value: number) => Math.round(value * 100) / 100

type ActionCount = Omit<ActionFigures, 'ms'> & { ms: Samples }
type FunctionCount = { cold: number; warm: number; coldMs: Samples; actions: Map<string, ActionCount> }

/** Counts what happens in the cloud until it is reset. */
export class Metrics {
  private functions = new Map<string, FunctionCount>()
  private requests = new Map<string, number>()
  private scans = new Map<string, ScanFigures>()
  private errors = new Map<string, number>()
  private waits = new Samples()
  private waitCount = 0
  private depth = 0
  private maxDepth = 0
  private roundTrips = 0
  private unattributed = 0
  /** Round trips of events that still run. */
  private open = new Map<string, number>()

  reset(): void {
    this.functions = new Map()
    this.requests = new Map()
    this.scans = new Map()
    this.errors = new Map()
    this.waits = new Samples()
    this.waitCount = 0
    this.maxDepth = this.depth
    this.roundTrips = 0
    this.unattributed = 0
    for (const requestId of this.open.keys()) this.open.set(requestId, 0)
  }

  queued(depth: number): void {
    this.depth = depth
    this.maxDepth = Math.max(this.maxDepth, depth)
  }

  dequeued(depth: number, waitedMs: number): void {
    this.depth = depth
    this.waitCount += 1
    this.waits.add(waitedMs)
  }

  /** A function instance took an event: a warm one, or one that first had to be started. */
  started(functionName: string, kind: 'cold' | 'warm', coldMs: number): void {
    const counts = this.countsOf(functionName)
    counts[kind] += 1
    if (kind === 'cold') counts.coldMs.add(coldMs)
  }

  eventBegan(event: FunctionEvent): void {
    this.open.set(event.requestId, 0)
  }

  /** @param failure the vendor's code when the event failed */
  eventEnded(event: FunctionEvent, ms: number, failure?: string): void {
    const roundTrips = this.open.get(event.requestId) ?? 0
    this.open.delete(event.requestId)
    const figures = this.actionOf(event)
    figures.calls += 1
    figures.roundTrips += roundTrips
    figures.lastRoundTrips = roundTrips
    figures.maxRoundTrips = Math.max(figures.maxRoundTrips, roundTrips)
    figures.ms.add(ms)
    if (failure) figures.errors += 1
  }

  /** One request of the SDK. */
  requested(action: string, event: FunctionEvent | undefined): void {
    bump(this.requests, action)
    if (!action.startsWith('database.')) return
    this.roundTrips += 1
    const open = event && this.open.get(event.requestId)
    if (open === undefined) this.unattributed += 1
    else this.open.set(event?.requestId ?? '', open + 1)
  }

  failed(code: string): void {
    bump(this.errors, code)
  }

  queried(info: QueryInfo, event: FunctionEvent | undefined): void {
    if (info.indexed) return
    const by = { function: event?.functionName ?? '(outside)', action: event?.action ?? '(none)' }
    const key = JSON.stringify([info.collection, info.action, by.function, by.action])
    const scan = this.scans.get(key) ?? {
      collection: info.collection,
      query: info.action,
      ...by,
      count: 0,
      scanned: 0,
      returned: 0,
    }
    scan.count += 1
    scan.scanned += info.scanned
    scan.returned += info.returned
    this.scans.set(key, scan)
  }

  report(): MetricsReport {
    return {
      functions: Object.fromEntries([...this.functions].map(([name, counts]) => [name, figuresOf(counts)])),
      requests: Object.fromEntries(this.requests),
      roundTrips: this.roundTrips,
      unattributed: this.unattributed,
      unindexedScans: [...this.scans.values()].map((scan) => ({ ...scan })),
      queue: { depth: this.depth, maxDepth: this.maxDepth, waits: this.waitCount, waitMs: this.waits.percentiles() },
      errors: Object.fromEntries(this.errors),
    }
  }

  private countsOf(functionName: string): FunctionCount {
    const counts = this.functions.get(functionName) ?? { cold: 0, warm: 0, coldMs: new Samples(), actions: new Map() }
    this.functions.set(functionName, counts)
    return counts
  }

  private actionOf(event: FunctionEvent): ActionCount {
    const { actions } = this.countsOf(event.functionName)
    const fresh = { calls: 0, errors: 0, roundTrips: 0, maxRoundTrips: 0, lastRoundTrips: 0, ms: new Samples() }
    const figures = actions.get(event.action) ?? fresh
    actions.set(event.action, figures)
    return figures
  }
}

function figuresOf(counts: FunctionCount): FunctionFigures {
  const actions = [...counts.actions.values()]
  return {
    calls: actions.reduce((sum, action) => sum + action.calls, 0),
    errors: actions.reduce((sum, action) => sum + action.errors, 0),
    cold: counts.cold,
    warm: counts.warm,
    coldMs: counts.coldMs.percentiles(),
    actions: Object.fromEntries(
      [...counts.actions].map(([name, action]) => [name, { ...action, ms: action.ms.percentiles() }]),
    ),
  }
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
