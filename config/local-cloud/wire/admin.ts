import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../database'
import { asCloudError, CloudError } from '../errors'
import type { Faults, FaultRule } from '../faults'
import type { FunctionEvent } from '../functions/event'
import type { FunctionService } from '../functions/service'
import { parseObject, readBody, requireMethod, sendJson } from '../http/message'
import { limits } from '../limits'
import type { Metrics } from '../metrics'
import { parseMultipart } from './multipart'

/** One request of the SDK: the parameters of its JSON or form, and the event it came from, when it came from one. */
export type AdminRequest = {
  action: string
  params: Record<string, unknown>
  event: FunctionEvent | undefined
  /** The caller's own chain of sources, from the SDK's header. */
  source: string
}

/** A JSON body, or the raw bytes that `wx.openApi` answers with. */
export type AdminAnswer = Record<string, unknown> | Buffer

/** Answers the actions of one family, such as `storage.`. */
export type AdminHandler = (request: AdminRequest) => Promise<AdminAnswer> | AdminAnswer

export type AdminOptions = {
  database: Database
  functions: FunctionService
  metrics: Metrics
  faults: Faults
  latencyMs: number
  /** By the part of the action before the dot. */
  handlers: Record<string, AdminHandler>
}

/** The event whose database request is being carried out, for those who are told of its queries. */
export const currentEvent = new AsyncLocalStorage<FunctionEvent | undefined>()

/** Serves `POST /admin`, the wire of the SDK. Errors are bodies with the vendor's code and status 200, as on the platform. */
export function serveAdmin(options: AdminOptions) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    requireMethod(request, 'POST')
    const admin = await readAdmin(request, url, options.functions)
    options.metrics.requested(admin.action, admin.event)
    if (options.latencyMs > 0) await wait(options.latencyMs)
    const fault = options.faults.strike(subjectOf(admin))
    if (await suffer(fault, 'before', response, options.metrics)) return
    const answer = await answerOf(admin, options)
    if (await suffer(fault, 'after', response, options.metrics)) return
    send(response, answer, options.metrics)
  }
}

async function readAdmin(request: IncomingMessage, url: URL, functions: FunctionService): Promise<AdminRequest> {
  const type = request.headers['content-type'] ?? ''
  const body = await readBody(request, limits.adminRequest)
  const params = type.startsWith('multipart/form-data')
    ? parseMultipart(type, body)
    : parseObject(body.toString('utf8'))
  const source = String(request.headers['x-tcb-source'] ?? 'scf').replace(/^,/, '')
  return { action: String(params.action ?? ''), params, event: functions.event(url.searchParams.get('event')), source }
}

function subjectOf({ action, params, event }: AdminRequest) {
  const collection = typeof params.collectionName === 'string' ? params.collectionName : undefined
  return {
    request: action,
    collection,
    function: event?.functionName,
    action: event?.action,
    openid: event?.identity.openid,
  }
}

async function answerOf(request: AdminRequest, options: AdminOptions): Promise<AdminAnswer> {
  const family = request.action.split('.')[0] ?? ''
  const handler = options.handlers[family]
  try {
    if (family === 'database') {
      return currentEvent.run(request.event, () => options.database.handle(request.action, request.params))
    }
    if (handler && Object.hasOwn(options.handlers, family)) return await handler(request)
    throw notSupported(request.action)
  } catch (error) {
    const failure = asCloudError(error)
    return { code: failure.code, message: failure.message, requestId: randomUUID() }
  }
}

/** The honest answer to whatever the local cloud cannot do. */
export function notSupported(action: string): CloudError {
  return new CloudError('INVALID_ACTION', `${action || '(no action)'} is not supported by the local cloud`)
}

/** Lets a fault strike at its moment. Whether that was the end of the request: a delayed one goes on. */
async function suffer(
  fault: FaultRule | undefined,
  moment: 'before' | 'after',
  response: ServerResponse,
  metrics: Metrics,
): Promise<boolean> {
  if (!fault || (fault.when ?? 'before') !== moment) return false
  if (fault.kind === 'delay') {
    await wait(fault.ms ?? 0)
    return false
  }
  if (fault.kind === 'drop') response.destroy()
  if (fault.kind === 'fail') {
    const code = fault.code ?? 'DATABASE_REQUEST_FAILED'
    send(response, { code, message: fault.message ?? 'injected fault', requestId: randomUUID() }, metrics)
  }
  // A hanging request stays open until its client gives up or the cloud stops.
  return true
}

function send(response: ServerResponse, answer: AdminAnswer, metrics: Metrics): void {
  if (Buffer.isBuffer(answer)) {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answer.length })
    return void response.end(answer)
  }
  if (typeof answer.code === 'string' && answer.code !== 'SUCCESS') metrics.failed(answer.code)
  sendJson(response, 200, answer)
}
