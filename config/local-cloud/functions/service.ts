import { randomUUID } from 'node:crypto'
import { asCloudError, CloudError } from '../errors'
import { isObject } from '../http/message'
import { limits } from '../limits'
import type { Metrics } from '../metrics'
import type { FunctionEvent, Identity } from './event'
import type { Pool } from './pool'

export type Invocation = {
  functionName: string
  /** The event as JSON text. */
  payload: string
  identity: Identity
  /** `wx_client`, `wx_http`, `wx_trigger`, or a chain that ends in `scf`. */
  source: string
  parent?: FunctionEvent
}

/** The door to the functions: makes an event of a call, keeps it known while it runs, enforces the sizes and counts it. */
export class FunctionService {
  private readonly events = new Map<string, FunctionEvent>()

  constructor(
    private readonly pool: Pool,
    private readonly metrics: Metrics,
  ) {}

  /** The event with this id while it runs. */
  event(requestId: string | null): FunctionEvent | undefined {
    return requestId === null ? undefined : this.events.get(requestId)
  }

  /**
   * Calls a function and resolves with its result as JSON text, `null` when it returned nothing.
   * @throws CloudError FUNCTION_NOT_FOUND, EXCEED_MAX_PAYLOAD_SIZE, EXCEED_CONCURRENT_REQUEST_LIMIT, FUNCTIONS_EXECUTE_FAIL,
   *   FUNCTIONS_TIME_LIMIT_EXCEEDED, FUNCTIONS_MEMORY_LIMIT_EXCEEDED, WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT
   */
  async invoke(invocation: Invocation): Promise<{ json: string; requestId: string }> {
    const event: FunctionEvent = { ...invocation, requestId: randomUUID(), action: actionOf(invocation.payload) }
    const since = performance.now()
    this.events.set(event.requestId, event)
    this.metrics.eventBegan(event)
    let failure: string | undefined
    try {
      refuseLongRequest(event)
      const json = await this.pool.invoke(event)
      refuseLongResult(event, json)
      return { json, requestId: event.requestId }
    } catch (error) {
      failure = asCloudError(error).code
      this.metrics.failed(failure)
      throw error
    } finally {
      this.events.delete(event.requestId)
      if (failure !== 'FUNCTION_NOT_FOUND') this.metrics.eventEnded(event, performance.now() - since, failure)
    }
  }
}

/** The metrics group by the event's `action` when it is a short string, as products with one function a context send it. */
function actionOf(payload: string): string {
  if (payload.length > limits.functionRequest) return '(none)'
  const event: unknown = JSON.parse(payload)
  const action = isObject(event) ? event.action : undefined
  return typeof action === 'string' && action.length > 0 && action.length <= 64 ? action : '(none)'
}

function refuseLongRequest(event: FunctionEvent): void {
  if (Buffer.byteLength(event.payload) <= limits.functionRequest) return
  throw new CloudError(
    'EXCEED_MAX_PAYLOAD_SIZE',
    `[EXCEED_MAX_PAYLOAD_SIZE] request text exceeds ${limits.functionRequest} bytes`,
  )
}

function refuseLongResult(event: FunctionEvent, json: string): void {
  const limit = event.parent ? limits.nestedResult : limits.functionResult
  if (Buffer.byteLength(json) <= limit) return
  throw new CloudError(
    'WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT',
    `cloudfunction result size exceed limit (${limit} bytes)`,
  )
}
