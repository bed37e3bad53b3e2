import { startProduct, type Product } from '../../config/start'

/**
 * What `npm start` serves, on a port of its own and with the demo fresh in memory. Ends with `stop()`. PAGES names a folder of built
 * pages to serve as they are; without it they are built from the source, if it has changed.
 */
export function openProduct(): Promise<Product> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`)
  return startProduct({ port: 0, memory: true, pages: process.env['PAGES'], say })
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
