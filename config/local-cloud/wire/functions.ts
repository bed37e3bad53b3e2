import { CloudError } from '../errors'
import type { FunctionService } from '../functions/service'
import { notSupported, type AdminHandler } from './admin'

/**
 * `functions.invokeFunction`: a function calls another one. The caller's identity goes with the call and its source gets `,scf`
 * behind it, so the called function knows both who and through whom.
 */
export function functionsHandler(functions: FunctionService): AdminHandler {
  return async ({ action, params, event, source }) => {
    if (action !== 'functions.invokeFunction') throw notSupported(action)
    const { json, requestId } = await functions.invoke({
      functionName: String(params.function_name ?? ''),
      payload: payloadOf(params.request_data),
      identity: event?.identity ?? {},
      source: event ? `${event.source},scf` : source,
      parent: event,
    })
    return { data: { response_data: json }, requestId }
  }
}

function payloadOf(text: unknown): string {
  if (text === undefined || text === '') return '{}'
  try {
    JSON.parse(String(text))
  } catch {
    throw new CloudError('INVALID_PARAM', 'request_data is not valid JSON')
  }
  return String(text)
}
