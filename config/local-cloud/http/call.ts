import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../errors'
import type { Identity } from '../functions/event'
import type { FunctionService } from '../functions/service'
import { limits } from '../limits'
import { readBody, requireMethod, sendJsonText } from './message'

/**
 * Serves `POST /call/<function>`: what `wx.cloud.callFunction` does on a phone. The body is the event, unchanged; the answer's body
 * is what the function returned. `x-openid` says who calls (`x-unionid` too, if need be); without it nobody is known.
 */
export function serveCall(functions: FunctionService) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    requireMethod(request, 'POST')
    const functionName = decodeURIComponent(url.pathname.slice('/call/'.length))
    const payload = await readPayload(request)
    const identity = readIdentity(request)
    // Without a person it is what the vendor's HTTP interface does: a call with no openid.
    const source = identity.openid === undefined ? 'wx_http' : 'wx_client'
    const { json, requestId } = await functions.invoke({ functionName, payload, identity, source })
    response.setHeader('x-request-id', requestId)
    sendJsonText(response, 200, json)
  }
}

async function readPayload(request: IncomingMessage): Promise<string> {
  const text = (await readBody(request, limits.functionRequest)).toString('utf8')
  if (text.trim() === '') return '{}'
  try {
    JSON.parse(text)
  } catch {
    throw new CloudError('INVALID_PARAM', 'the event is not valid JSON')
  }
  return text
}

/** Who the client says it is. Only programs on this machine can reach the server, so their word is enough. */
export function readIdentity(request: IncomingMessage): Identity {
  const openid = header(request, 'x-openid')
  const unionid = header(request, 'x-unionid')
  return { ...(openid && { openid }), ...(unionid && { unionid }) }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  if (value === undefined || value === '') return undefined
  if (Array.isArray(value) || value.length > 128) throw new CloudError('INVALID_PARAM', `${name} is not valid`)
  return value
}
