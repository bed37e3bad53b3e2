import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asCloudError, CloudError } from '../errors'
import { sendJson } from './message'

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void

/** A path that ends in `/` stands for all paths under it. The longest route that fits answers. */
export type Routes = Record<string, Handler>

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i

/**
 * Listens on the loopback interface.
 * @param port 0 takes a free one
 * @throws the system's error, with code EADDRINUSE when the port is taken
 */
export async function listen(port: number, routes: () => Routes): Promise<{ server: Server; port: number }> {
  const server = createServer(
    { keepAliveTimeout: 30_000 },
    (request, response) => void dispatch(request, response, routes()),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return { server, port: (server.address() as AddressInfo).port }
}

async function dispatch(request: IncomingMessage, response: ServerResponse, routes: Routes): Promise<void> {
  try {
    refuseStrangers(request)
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const handler = routeFor(url.pathname, routes)
    if (!handler) return sendJson(response, 404, { errCode: -1, errMsg: `no such route: ${url.pathname}` })
    await handler(request, response, url)
  } catch (error) {
    answerError(response, error)
  }
}

/**
 * Only programs on this machine are served. A page of a foreign site that a browser on this machine shows is not: its requests
 * carry a foreign Origin, or, after rebinding its name to 127.0.0.1, a foreign Host.
 */
function refuseStrangers(request: IncomingMessage): void {
  const { host, origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (!host || !loopback.test(host))
    throw new CloudError('INVALID_REQUEST_SOURCE', 'the Host header has to name this machine')
  if (site === 'cross-site') throw new CloudError('INVALID_REQUEST_SOURCE', 'cross-site requests are refused')
  if (origin !== undefined && !loopback.test(origin.replace(/^https?:\/\//, ''))) {
    throw new CloudError('INVALID_REQUEST_SOURCE', 'requests of other origins are refused')
  }
}

function routeFor(pathname: string, routes: Routes): Handler | undefined {
  const fitting = Object.keys(routes).filter(
    (route) => pathname === route || (route.endsWith('/') && pathname.startsWith(route)),
  )
  return routes[fitting.sort((a, b) => b.length - a.length)[0] ?? '']
}

function answerError(response: ServerResponse, thrown: unknown): void {
  const error = asCloudError(thrown)
  // A client that went away in the middle of its request is not our failure.
  if (response.destroyed) return
  if (!(thrown instanceof CloudError))
    process.stderr.write(`local cloud: ${String((thrown as Error).stack ?? thrown)}\n`)
  if (response.headersSent) return void response.destroy()
  sendJson(response, error.status, { errCode: error.errCode, errMsg: messageOf(error), code: error.code })
}

/** A function's failure reads as on the platform, where the code's own words come first. */
function messageOf(error: CloudError): string {
  return error.code === 'FUNCTIONS_EXECUTE_FAIL' ? `functions execute fail | errMsg: ${error.message}` : error.message
}
