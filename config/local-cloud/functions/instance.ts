import { Worker } from 'node:worker_threads'
import { CloudError } from '../errors'
import { limits } from '../limits'
import type { FunctionEntry } from './catalog'
import type { ThrownValue, WorkerMessage, WorkerOrder, WorkerSettings, WorkerTask } from './event'
import { workerScript } from './source'

/** Receives what functions write to their console. */
export type FunctionLog = (line: { functionName: string; requestId: string; level: string; text: string }) => void

type Waiting = { resolve: (json: string) => void; reject: (error: CloudError) => void }

/**
 * One worker thread. It starts as a spare that has only the SDK loaded, becomes an instance of one function by `load`, and then
 * runs that function's events one after another until it fails, overruns or is retired.
 */
export class Instance {
  private readonly worker: Worker
  private waiting: Waiting | undefined
  private entry: FunctionEntry | undefined
  /** Set once the thread is gone or about to go: it is never used again. */
  dead = false

  constructor(
    settings: WorkerSettings,
    memoryMb: number,
    private readonly log: FunctionLog,
  ) {
    this.worker = new Worker(workerScript(), {
      eval: true,
      workerData: settings,
      env: settings.environment,
      // A TypeScript loader of the parent would only slow the thread down.
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    this.worker.on('message', (message: WorkerMessage) => this.receive(message))
    this.worker.on('error', (error) => this.fall(errorOfThread(error)))
    this.worker.on('exit', () => this.fall(new CloudError('FUNCTIONS_EXECUTE_FAIL', '145 code exit unexpected')))
    for (const stream of [this.worker.stdout, this.worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => this.write('log', text.trimEnd()))
    }
  }

  get functionName(): string {
    return this.entry?.name ?? '(spare)'
  }

  get version(): string | undefined {
    return this.entry?.version
  }

  /**
   * Loads a function's code into the thread.
   * @throws CloudError FUNCTIONS_EXECUTE_FAIL with what the code threw while it was loaded
   */
  async load(entry: FunctionEntry): Promise<void> {
    this.entry = entry
    await this.order({ kind: 'load', entry: entry.entry }, limits.functionLoad, `loading ${entry.name}`)
  }

  /**
   * Runs one event and resolves with the function's result as JSON text.
   * @throws CloudError FUNCTIONS_EXECUTE_FAIL when it threw or its thread ended, FUNCTIONS_TIME_LIMIT_EXCEEDED when it overran
   */
  run(task: WorkerTask): Promise<string> {
    const seconds = this.entry?.timeoutSeconds ?? limits.functionTimeoutSeconds
    return this.order({ kind: 'run', task }, seconds * 1000, 'Invoking task')
  }

  /** Ends the thread. */
  async terminate(): Promise<void> {
    this.dead = true
    await this.worker.terminate()
  }

  /** Ends a thread that does not come back. */
  private overrun(milliseconds: number, what: string): void {
    this.fall(
      new CloudError(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `[FUNCTIONS_TIME_LIMIT_EXCEEDED] ${what} timed out after ${milliseconds / 1000} seconds`,
      ),
    )
    void this.worker.terminate()
  }

  private order(order: WorkerOrder, milliseconds: number, what: string): Promise<string> {
    return new Promise<string>((resolve, reject) => {
      if (this.dead) return reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', '145 code exit unexpected'))
      const timer = setTimeout(() => this.overrun(milliseconds, what), milliseconds)
      this.waiting = {
        resolve: (json) => (clearTimeout(timer), resolve(json)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      }
      this.worker.postMessage(order)
    })
  }

  private receive(message: WorkerMessage): void {
    if (message.kind === 'log') return this.write(message.level, message.text, message.requestId)
    if (message.kind === 'ready') return
    const waiting = this.waiting
    this.waiting = undefined
    if (message.kind === 'failed') return waiting?.reject(this.executeFail(message.error, message.requestId))
    if (message.kind === 'unloadable') {
      this.dead = true
      return waiting?.reject(this.executeFail(message.error, ''))
    }
    waiting?.resolve(message.kind === 'answered' ? message.json : '')
  }

  private executeFail(error: ThrownValue, requestId: string): CloudError {
    this.write('error', error.stack, requestId)
    return new CloudError('FUNCTIONS_EXECUTE_FAIL', error.text)
  }

  /** The thread is gone: whoever waits for it is told, and the log has it also when nobody waits. */
  private fall(error: CloudError): void {
    if (!this.dead) this.write('error', error.message)
    this.dead = true
    this.waiting?.reject(error)
    this.waiting = undefined
  }

  private write(level: string, text: string, requestId = ''): void {
    if (text) this.log({ functionName: this.functionName, requestId, level, text })
  }
}

/** Why a thread died: out of memory has a code of its own, anything else is what the code threw outside of its event. */
function errorOfThread(error: Error & { code?: string }): CloudError {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', '[FUNCTIONS_MEMORY_LIMIT_EXCEEDED] memory limit exceeded')
  }
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', `${error.name}: ${error.message}`)
}
