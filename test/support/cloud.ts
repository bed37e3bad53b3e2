import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ActionName, InputFor, OutputFor } from '@/domain/contracts'
import type { Answer } from '@/domain/kit'
import { declaration } from '../../config/database'
import { startLocalCloud, type LocalCloud } from '../../config/local-cloud'
import { redirection } from '../../config/local-cloud/functions/environment'
import { root } from './repository'

type Main = (event: unknown) => Promise<unknown>
type Caller = {
  /** Asks for an action as the client does. The answer is raw: `{ ok, data }` or `{ ok, error }`. */
  call<N extends ActionName>(action: N, input: InputFor<N>): Promise<Answer<OutputFor<N>>>
  /** Sends any event whatever, for input that no client of ours would send. */
  send(context: string, event: unknown): Promise<unknown>
}

const builtFunctions = path.join(root, 'dist/cloudfunctions')
const workersMissing = 'dist/cloudfunctions is not built: run `npm run build:functions` first'

let running: LocalCloud | undefined
const local = (): LocalCloud => running ?? fail('the local cloud runs only inside tests')

function fail(message: string): never {
  throw new Error(message)
}

/** Sets the identity that `getWXContext()` reads, as the platform does for one event. An empty openid is nobody's. */
function actAs(openid: string): void {
  const identity = openid === '' ? {} : { WX_OPENID: openid }
  delete process.env['WX_OPENID']
  Object.assign(process.env, identity, {
    WX_APPID: 'local-appid',
    TCB_SOURCE: 'wx_client',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
  })
  process.env['WX_CONTEXT_KEYS'] = Object.keys({ WX_APPID: '', ...identity }).join(',')
}

/** The real handler from its source, with the real SDK under it. */
async function mainOf(context: string): Promise<Main> {
  const module = (await import(`../../cloudfunctions/${context}/index`)) as { main: Main }
  return module.main
}

/** Calls in this process. `serve` reads the identity before its first await, so parallel calls of different people do not mix. */
function inProcess(openid: string): Caller {
  const send = async (context: string, event: unknown) => {
    const main = await mainOf(context)
    actAs(openid)
    // What crosses the network is JSON, both ways.
    return asJson(await main(asJson(event)))
  }
  return { send, call: (action, input) => send(contextOf(action), eventOf(action, input)) as never }
}

/** Calls the built function in a worker thread, over HTTP: what concurrency, time limits and crashes are tested with. */
function overHttp(openid: string): Caller {
  const send = async (context: string, event: unknown) => {
    if (!existsSync(builtFunctions)) fail(workersMissing)
    const response = await fetch(`${local().url}/call/${context}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: JSON.stringify(event),
    })
    return (await response.json()) as unknown
  }
  return { send, call: (action, input) => send(contextOf(action), eventOf(action, input)) as never }
}

const asJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))
const contextOf = (action: string) => action.split('.')[0] ?? ''
const eventOf = (action: string, input: unknown) => ({ action: action.split('.')[1], input })

/**
 * The cloud of a test file: one local cloud in memory, empty before each test. Importing this registers its start, reset and stop.
 */
export const cloud = {
  /** Who acts next, in this process. */
  as: inProcess,
  /** The same through the built functions; needs `npm run build:functions`. */
  over: overHttp,

  /** The local cloud itself: outbox, metrics, faults, files. */
  get local(): LocalCloud {
    return local()
  },

  /** Puts documents where a test needs them; each needs what its store would have written. */
  put: (collection: string, ...documents: object[]) => local().insertMany(collection, documents),

  /** Every document of a collection (1,000 at most), through the real SDK. */
  async all<D = Record<string, unknown>>(collection: string): Promise<D[]> {
    const { default: sdk } = await import('wx-server-sdk')
    sdk.init({})
    // The SDK's declarations mix in its callback style.
    const answer = (await sdk.database().collection(collection).limit(1000).get()) as { data: unknown[] }
    return answer.data as D[]
  },

  /** Moves time: the cloud's own and this process's `Date`. The functions in worker threads follow the cloud's. */
  setNow(now: Date): void {
    jest.useRealTimers()
    local().setClock(now.getTime() - Date.now())
    jest.useFakeTimers({ now, doNotFake: allButDate })
  },

  /** How many database requests `work` made. */
  async roundTrips(work: () => Promise<unknown>): Promise<number> {
    const before = local().metrics().roundTrips
    await work()
    return local().metrics().roundTrips - before
  },

  /** `n` people, each with an openid of their own: `raise(3)` gives `person-001` … */
  raise: (n: number) => Array.from({ length: n }, (_, index) => `person-${String(index + 1).padStart(3, '0')}`),
}

const allButDate = [
  ...(['nextTick', 'hrtime', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
]

// The SDK notes where it runs when it is loaded; the address, which it reads for each request, follows when it is known.
Object.assign(process.env, redirection({ url: 'http://127.0.0.1:9', env: 'local', appid: 'local-appid' }))

beforeAll(async () => {
  const functions = existsSync(builtFunctions) ? builtFunctions : undefined
  running = await startLocalCloud({ storage: ':memory:', functions, declaration, timers: false, log: () => undefined })
  Object.assign(process.env, running.environment)
})

beforeEach(() => local().reset())

afterEach(() => {
  jest.useRealTimers()
})

afterAll(async () => {
  await running?.stop()
  running = undefined
})
