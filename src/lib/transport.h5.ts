import { person } from './person'
import { Broken, Unreachable, type FunctionEvent, type UploadWatch } from './transport-errors'

async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, cache: 'no-store' })
  } catch (error) {
    throw new Unreachable(error)
  }
}

/**
 * Sends one call to the local cloud, which serves this page too, and gives the function's return value.
 * Throws `Unreachable` or `Broken`.
 * @param timeoutMs after this long the request is given up
 */
export async function send(context: string, event: FunctionEvent, timeoutMs: number): Promise<unknown> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), timeoutMs)
  try {
    const response = await request(`/call/${context}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': person() },
      body: JSON.stringify(event),
      signal: giveUp.signal,
    })
    if (!response.ok) throw new Broken(await response.text())
    return (await response.json()) as unknown
  } catch (error) {
    if (error instanceof Broken) throw error
    throw giveUp.signal.aborted || !(error instanceof SyntaxError) ? new Unreachable(error) : new Broken(error)
  } finally {
    clearTimeout(timer)
  }
}

/** Uploads a local file to the path that a ticket allows. Throws `Unreachable`, also when it is stopped, or `Broken`. */
export async function upload(cloudPath: string, filePath: string, watch: UploadWatch): Promise<void> {
  const file = await (await request(filePath, {})).blob()
  await new Promise<void>((resolve, reject) => {
    // `fetch` does not tell how much of a request has gone out.
    const sending = new XMLHttpRequest()
    sending.open('PUT', `/files/${cloudPath}`)
    sending.setRequestHeader('x-openid', person())
    sending.upload.onprogress = ({ loaded, total }) => watch.onProgress?.(total > 0 ? loaded / total : 0)
    sending.onload = () => (sending.status < 300 ? resolve() : reject(new Broken(sending.responseText)))
    sending.onerror = (error) => reject(new Unreachable(error))
    sending.onabort = (error) => reject(new Unreachable(error))
    watch.onBegun?.(() => sending.abort())
    sending.send(file)
  })
}
