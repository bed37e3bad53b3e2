/** One call of one function: who called, from where, with what. Times are in the cloud's clock. */
export type FunctionEvent = {
  /** Names the event in logs and answers; also how a request of the SDK is traced back to it. Unguessable. */
  requestId: string
  functionName: string
  /** The event as JSON text, handed to `exports.main` unchanged. */
  payload: string
  identity: Identity
  /** The chain of callers as `getWXContext().SOURCE` shows it: `wx_client`, `wx_client,scf`, `wx_trigger` … */
  source: string
  /** The event's `action` when it is a short string: what the metrics are grouped by. */
  action: string
  /** The event which called this one through `cloud.callFunction`. */
  parent?: FunctionEvent
}

/** Who calls, as WeChat vouches for it. Without an openid nobody is known: a timer, a console test, an HTTP call. */
export type Identity = { openid?: string; unionid?: string }

/** What a worker is given for one event. */
export type WorkerTask = {
  requestId: string
  payload: string
  environment: Record<string, string>
  context: Record<string, unknown>
}

/** What a worker says. `answered` carries JSON text; the event is over with `answered` or `failed`. */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'loaded' }
  | { kind: 'unloadable'; error: ThrownValue }
  | { kind: 'answered'; requestId: string; json: string }
  | { kind: 'failed'; requestId: string; error: ThrownValue }
  | { kind: 'log'; requestId: string; level: string; text: string }

/** What a function threw: `text` for the caller (`TypeError: …`), `stack` for the log. */
export type ThrownValue = { text: string; stack: string }

/** What a worker is told. */
export type WorkerOrder = { kind: 'load'; entry: string } | { kind: 'run'; task: WorkerTask }

/** What a worker thread is started with. */
export type WorkerSettings = { clock: SharedArrayBuffer; sdk: string; environment: Record<string, string> }
