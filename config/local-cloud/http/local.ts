import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../errors'
import { parseFaults } from '../faults'
import type { LocalCloud } from '../cloud'
import { isObject, readBody, requireMethod, sendJson } from './message'
import type { Handler, Routes } from './server'

const bodyLimit = 1024 * 1024

/**
 * Serves `/_local/…`, the side of the cloud that only a test or an operator sees:
 * GET metrics, outbox, faults, clock; POST metrics/reset, outbox/clear, faults, faults/clear, clock, reset, timers/<function>/<name>.
 */
export function localRoutes(cloud: () => LocalCloud): Routes {
  return {
    '/_local/metrics': reading(() => cloud().metrics()),
    '/_local/metrics/reset': writing(() => cloud().resetMetrics()),
    '/_local/outbox': reading(() => cloud().outbox()),
    '/_local/outbox/clear': writing(() => cloud().clearOutbox()),
    '/_local/faults': either(
      reading(() => cloud().listFaults()),
      writing((body) => cloud().faults(...parseFaults(body))),
    ),
    '/_local/faults/clear': writing(() => cloud().clearFaults()),
    '/_local/clock': either(
      reading(() => cloud().clock()),
      writing((body) => (cloud().setClock(offsetOf(body)), cloud().clock())),
    ),
    '/_local/reset': writing(() => cloud().reset()),
    '/_local/timers/': (request, response, url) => {
      const [functionName = '', triggerName = ''] = url.pathname.split('/').slice(3).map(decodeURIComponent)
      return writing(() => cloud().runTimer(functionName, triggerName))(request, response, url)
    },
  }
}

function reading(answer: () => unknown): Handler {
  return (request, response) => {
    requireMethod(request, 'GET')
    sendJson(response, 200, answer())
  }
}

function writing(act: (body: unknown) => unknown): Handler {
  return async (request, response) => {
    requireMethod(request, 'POST')
    const answer = await act(await readJson(request))
    sendJson(response, 200, answer ?? { ok: true })
  }
}

function either(get: Handler, post: Handler): Handler {
  return (request: IncomingMessage, response: ServerResponse, url: URL) =>
    (request.method === 'GET' ? get : post)(request, response, url)
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readBody(request, bodyLimit)).toString('utf8')
  try {
    return text.trim() === '' ? {} : (JSON.parse(text) as unknown)
  } catch {
    throw new CloudError('INVALID_PARAM', 'request body is not valid JSON')
  }
}

function offsetOf(body: unknown): number {
  const offsetMs = isObject(body) ? body.offsetMs : undefined
  if (typeof offsetMs !== 'number') throw new CloudError('INVALID_PARAM', 'offsetMs has to be a number of milliseconds')
  return offsetMs
}
