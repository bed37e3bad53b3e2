import type { ActionName, InputFor, OutputFor } from '@/domain/contracts'
import type { RefusalDetail } from '@/domain/kit'

/** An answer and the milliseconds that a person waited for it. `code` is `ok`, the refusal's, or what went wrong below it. */
export type Reply<T> = { code: string; data: T | undefined; ms: number; detail?: RefusalDetail }

type Body<T> = { ok?: boolean; data?: T; error?: { code?: string; detail?: RefusalDetail }; code?: string }

/** The function's own answer, as `wx.cloud.callFunction` hands it on, and the status of the HTTP answer that carried it. */
export async function send(url: string, name: string, openid: string, event: unknown) {
  const response = await fetch(`${url}/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify(event),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

/** Calls a function over HTTP as a phone does; never rejects. */
export async function post<T>(url: string, name: string, openid: string, event: object): Promise<Reply<T>> {
  const since = performance.now()
  try {
    const answer = await send(url, name, openid, event)
    const body = answer.body as Body<T>
    const code = body.ok ? 'ok' : (body.error?.code ?? body.code ?? `HTTP ${answer.status}`)
    const detail = body.error?.detail
    return { code, data: body.data, ms: performance.now() - since, ...(detail && { detail }) }
  } catch (error) {
    return { code: `unreachable: ${String(error)}`, data: undefined, ms: performance.now() - since }
  }
}

/** Asks for an action of the product. */
export function ask<N extends ActionName>(
  cloud: { url: string },
  openid: string,
  action: N,
  input: InputFor<N>,
): Promise<Reply<OutputFor<N>>> {
  const [context = '', name = ''] = action.split('.')
  return post(cloud.url, context, openid, { action: name, input })
}
