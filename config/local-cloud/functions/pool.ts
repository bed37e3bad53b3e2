// Node's own, which can be told not to keep a process alive; a page test has a browser's beside it.
import { clearTimeout, setTimeout } from 'node:timers'
import { CloudError } from '../errors'
import { limits } from '../limits'
import type { Metrics } from '../metrics'
import type { Catalog, FunctionEntry } from './catalog'
import { eventContext, eventEnvironment, type CloudAddress } from './environment'
import type { FunctionEvent, WorkerSettings } from './event'
import { Instance, type FunctionLog } from './instance'
import { FairQueue } from './queue'

/** Threads kept warm beyond those that run: a cloud with several functions does not reload one for another. */
const idleLimit = 16
/** Milliseconds without a cold start after which a spare thread is made. */
const spareDelay = 300
/** Threads beyond those that run, for functions that wait for functions that wait for functions. */
const nestedLimit = 32

export type PoolOptions = {
  catalog: Catalog
  address: CloudAddress
  settings: WorkerSettings
  workers: number
  metrics: Metrics
  log: FunctionLog
}

type Job = {
  event: FunctionEvent
  entry: FunctionEntry
  since: number
  resolve: (json: string) => void
  reject: (error: unknown) => void
}

/** An event on a thread. While it waits for functions that it called, its turn is lent to others. */
type Running = { nested: number; over: boolean }

/**
 * Runs events on worker threads: at most `workers` at a time, one event a thread, the rest in a fair queue whose waiting does not
 * count against a function's own timeout. A function that waits for another one does not take up a turn, so they cannot block
 * each other.
 */
export class Pool {
  private readonly queue = new FairQueue<Job>()
  private readonly instances = new Set<Instance>()
  private readonly idle: Instance[] = []
  private readonly spares: Instance[] = []
  private readonly running = new Map<string, Running>()
  private turns = 0
  private stopped = false
  private sparing: NodeJS.Timeout | undefined

  constructor(private readonly options: PoolOptions) {
    if (options.catalog.names().length > 0) this.prepareSpare(0)
  }

  /**
   * Runs one event and resolves with the function's result as JSON text.
   * @throws CloudError FUNCTION_NOT_FOUND, EXCEED_CONCURRENT_REQUEST_LIMIT, FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED
   */
  async invoke(event: FunctionEvent): Promise<string> {
    const entry = this.options.catalog.find(event.functionName)
    const parent = event.parent && this.running.get(event.parent.requestId)
    this.refuseWhenFull(parent !== undefined)
    if (parent) this.lend(parent)
    try {
      return await new Promise<string>((resolve, reject) => {
        const job: Job = { event, entry, since: performance.now(), resolve, reject }
        if (parent) this.queue.pushUrgent(job)
        else this.queue.push(job, event.functionName, event.identity.openid ?? '')
        this.options.metrics.queued(this.queue.size)
        this.pump()
      })
    } finally {
      if (parent) this.takeBack(parent)
    }
  }

  /** Ends all threads. Events that wait or run fail. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.sparing)
    for (const job of this.queue.drain()) job.reject(new CloudError('SYS_ERR', 'the local cloud is stopping'))
    await Promise.all([...this.instances].map((instance) => instance.terminate()))
  }

  /** Resolves when no event runs or waits, or after `milliseconds`. */
  async settle(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds
    while (this.running.size + this.queue.size > 0 && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  private refuseWhenFull(nested: boolean): void {
    if (this.stopped) throw new CloudError('SYS_ERR', 'the local cloud is stopping')
    const tooDeep = nested && this.running.size >= this.options.workers + nestedLimit
    if (this.queue.size < limits.waitingEvents && !tooDeep) return
    throw new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many events run and wait at the same time')
  }

  private lend(parent: Running): void {
    parent.nested += 1
    if (parent.nested === 1) this.turns -= 1
  }

  private takeBack(parent: Running): void {
    parent.nested -= 1
    if (parent.nested === 0 && !parent.over) this.turns += 1
  }

  private pump(): void {
    while (this.turns < this.options.workers && !this.stopped) {
      const job = this.queue.shift()
      if (!job) return
      this.options.metrics.dequeued(this.queue.size, performance.now() - job.since)
      void this.start(job)
    }
  }

  private async start(job: Job): Promise<void> {
    const state: Running = { nested: 0, over: false }
    this.turns += 1
    this.running.set(job.event.requestId, state)
    try {
      job.resolve(await this.perform(job))
    } catch (error) {
      job.reject(error)
    }
    state.over = true
    this.running.delete(job.event.requestId)
    if (state.nested === 0) this.turns -= 1
    this.pump()
  }

  private async perform({ event, entry }: Job): Promise<string> {
    const instance = this.takeWarm(entry) ?? (await this.startCold(entry))
    const { address } = this.options
    const environment = eventEnvironment(event, entry, address)
    const context = eventContext(event, entry, environment, address)
    try {
      return await instance.run({ requestId: event.requestId, payload: event.payload, environment, context })
    } finally {
      this.release(instance)
    }
  }

  private takeWarm(entry: FunctionEntry): Instance | undefined {
    for (const instance of [...this.idle].reverse()) {
      if (instance.functionName !== entry.name) continue
      this.idle.splice(this.idle.indexOf(instance), 1)
      if (!instance.dead && instance.version === entry.version) {
        this.options.metrics.started(entry.name, 'warm', 0)
        return instance
      }
      this.retire(instance)
    }
    return undefined
  }

  private async startCold(entry: FunctionEntry): Promise<Instance> {
    const since = performance.now()
    const spare = entry.memoryMb <= limits.functionMemoryMb ? this.takeSpare() : undefined
    const instance = spare ?? this.createInstance(entry.memoryMb)
    try {
      await instance.load(entry)
    } catch (error) {
      this.retire(instance)
      throw error
    } finally {
      this.options.metrics.started(entry.name, 'cold', performance.now() - since)
      this.prepareSpare(spareDelay)
    }
    return instance
  }

  private release(instance: Instance): void {
    if (instance.dead || this.stopped) return this.retire(instance)
    this.idle.push(instance)
    if (this.idle.length <= idleLimit + this.options.workers) return
    const oldest = this.idle.shift()
    if (oldest) this.retire(oldest)
  }

  private retire(instance: Instance): void {
    this.instances.delete(instance)
    void instance.terminate()
  }

  private takeSpare(): Instance | undefined {
    const spare = this.spares.pop()
    if (!spare?.dead) return spare
    this.retire(spare)
    return this.takeSpare()
  }

  /**
   * Keeps one thread ready that has loaded the SDK already: a cold start then only loads the function itself. It is made when the
   * last cold start is a moment ago, so that it does not take the processor from instances that somebody waits for.
   */
  private prepareSpare(delay: number): void {
    clearTimeout(this.sparing)
    this.sparing = setTimeout(() => {
      if (this.spares.length === 0 && !this.stopped) this.spares.push(this.createInstance(limits.functionMemoryMb))
    }, delay)
    this.sparing.unref()
  }

  private createInstance(memoryMb: number): Instance {
    const instance = new Instance(this.options.settings, memoryMb, this.options.log)
    this.instances.add(instance)
    return instance
  }
}
