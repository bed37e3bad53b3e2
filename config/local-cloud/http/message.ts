import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, type ErrorCode } from '../errors'

/** @throws CloudError METHOD_NOT_ALLOWED: a link or a picture on some page must not be able to call anything */
export function requireMethod(request: IncomingMessage, ...methods: string[]): void {
  if (methods.includes(request.method ?? '')) return
  throw new CloudError('METHOD_NOT_ALLOWED', `${request.method} is not allowed here, only ${methods.join(' and ')}`)
}

/**
 * The whole body of a request.
 * @throws CloudError with `tooLarge` when it is longer than `limit` bytes; the rest is then read and thrown away, so that the
 *   client can read the answer.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
  tooLarge: ErrorCode = 'EXCEED_MAX_PAYLOAD_SIZE',
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    if (size > limit * 4 + 1024 * 1024) break
  }
  if (size > limit) throw new CloudError(tooLarge, `request body exceeds the limit of ${limit} bytes`)
  return Buffer.concat(chunks, size)
}

/**
 * Parses JSON text that has to be one object.
 * @throws CloudError INVALID_PARAM
 */
export function parseObject(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new CloudError('INVALID_PARAM', 'request body is not valid JSON')
  }
  if (!isObject(value)) throw new CloudError('INVALID_PARAM', 'request body has to be a JSON object')
  return value
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendJsonText(response, status, JSON.stringify(value))
}

/** Answers text that already is JSON. */
export function sendJsonText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}
