import { startProduct, type Product } from '../../config/start'

/** What `npm start` serves, on a port of its own and with the demo fresh in memory. Ends with `stop()`. */
export function openProduct(): Promise<Product> {
  return startProduct({ port: 0, memory: true, say: (line) => process.stderr.write(`  ${line}\n`) })
}

/** Calls an action of the running product as the browser does, past its pages. Throws when it is refused. */
export async function ask(product: Product, openid: string, action: string, input: object): Promise<unknown> {
  const [context = '', name = ''] = action.split('.')
  const response = await fetch(`${product.cloud.url}/call/${context}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ action: name, input }),
  })
  const answer = (await response.json()) as { ok: boolean; data?: unknown; error?: { code: string } }
  if (!answer.ok) throw new Error(`${action} as ${openid}: refused with ${answer.error?.code ?? response.status}`)
  return answer.data
}
