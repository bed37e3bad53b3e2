import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { Catalog } from '../functions/catalog'
import { isObject } from '../http/message'
import { refusal, type OpenApiAnswer, type OpenApiParams } from '../openapi/answer'
import { openApis } from '../openapi/registry'
import type { Outbox } from '../outbox'
import { notSupported, type AdminAnswer, type AdminHandler, type AdminRequest } from './admin'
import { bytesOf, decodeMessage, encodeMessage, textOf, type Message } from './protobuf'

/** WeChat's own refusals, which come before an openapi is carried out. */
const notFound = -604100
const noPermission = -604101

export type WxOptions = { catalog: Catalog; outbox: Outbox; clock: Clock }

/**
 * `wx.openApi` (what `cloud.openapi.…` sends: a protobuf message in a form, answered in protobuf) and `wx.api` (`cloud.callOpenAPI`,
 * JSON both ways). Calls that are carried out go into the outbox. A function may only call what its config.json permits.
 */
export function wxHandler(options: WxOptions): AdminHandler {
  return async (request) => {
    if (request.action === 'wx.openApi') return await answerProtobuf(request, options)
    if (request.action === 'wx.api') return await answerJson(request, options)
    throw notSupported(`${request.action} ${String(request.params.apiName ?? '')}`.trim())
  }
}

async function answerProtobuf(request: AdminRequest, options: WxOptions): Promise<AdminAnswer> {
  const api = nameOf(request)
  if (!isPermitted(api, request, options.catalog)) return encodeMessage([[3, noPermission]])
  const answer = await carryOut(api, readPairs(request), request, options)
  // Fields of CommOpenApiResp: 1 respData, 2 contentType, 3 errorCode, 4 httpCode.
  if (answer.kind === 'file')
    return encodeMessage([
      [1, answer.content],
      [2, answer.contentType],
      [4, 200],
    ])
  return encodeMessage([
    [1, JSON.stringify(answer.value)],
    [2, 'application/json; encoding=utf-8'],
    [4, 200],
  ])
}

async function answerJson(request: AdminRequest, options: WxOptions): Promise<AdminAnswer> {
  const api = nameOf(request)
  const { requestData } = request.params
  const params: unknown = typeof requestData === 'string' && requestData !== '' ? JSON.parse(requestData) : {}
  const permitted = isPermitted(api, request, options.catalog)
  const answer = permitted
    ? await carryOut(api, isObject(params) ? params : {}, request, options)
    : refusal(noPermission, 'function has no permission to call this API')
  const value = answer.kind === 'json' ? answer.value : { contentType: answer.contentType, buffer: answer.content }
  return { data: { responseData: JSON.stringify(value) }, requestId: randomUUID() }
}

function nameOf({ params }: AdminRequest): string {
  return String(params.apiName ?? '').replace(/^openapi\./, '')
}

function isPermitted(api: string, { event }: AdminRequest, catalog: Catalog): boolean {
  return event === undefined || catalog.find(event.functionName).openapi.includes(api)
}

async function carryOut(
  api: string,
  params: OpenApiParams,
  { event }: AdminRequest,
  { outbox, clock }: WxOptions,
): Promise<OpenApiAnswer> {
  const known = Object.hasOwn(openApis, api) ? openApis[api] : undefined
  if (!known) return refusal(notFound, `API not found: ${api} is not supported by the local cloud`)
  const answer = await known(params)
  outbox.add({
    at: new Date(clock.now()).toISOString(),
    api,
    request: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, describe(value)])),
    response: answer.kind === 'json' ? answer.value : { contentType: answer.contentType, bytes: answer.content.length },
    function: event?.functionName,
    action: event?.action,
    openid: event?.identity.openid,
  })
  return answer
}

/** What an outbox entry keeps of a parameter: a file is only described. */
function describe(value: unknown): unknown {
  return Buffer.isBuffer(value) ? { bytes: value.length } : value
}

/** The parameters in CommApiData: field 1 is the kind of call, field 2 holds the pairs of an openapi. */
function readPairs({ params }: AdminRequest): OpenApiParams {
  const data = params.requestData
  if (!Buffer.isBuffer(data)) throw new CloudError('INVALID_PARAM', 'requestData is missing')
  const message = decodeMessage(data)
  if ((message.get(1)?.at(-1) ?? 0) !== 0) throw notSupported(nameOf({ params } as AdminRequest))
  const pairs = bytesOf(message, 2)
  const decoded = pairs ? (decodeMessage(pairs).get(1) ?? []) : []
  return Object.fromEntries(
    decoded.filter((pair) => Buffer.isBuffer(pair)).map((pair) => readPair(decodeMessage(pair))),
  )
}

/** KeyValuePair: 1 key, 2 value, 3 content type. A value without a content type is JSON text. */
function readPair(pair: Message): [string, unknown] {
  const key = textOf(pair, 1) ?? ''
  const value = bytesOf(pair, 2) ?? Buffer.alloc(0)
  if (bytesOf(pair, 3)) return [key, value]
  return [key, JSON.parse(value.toString('utf8')) as unknown]
}
