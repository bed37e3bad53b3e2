import { spawn, type ChildProcess } from 'node:child_process'
import { EJSON } from 'bson'
import type { ActionName, InputFor, OutputFor } from '@/domain/contracts'
import type { Answer } from '@/domain/kit'
import { root } from './repository'

/** A local cloud as `npm run cloud` starts it: a process of its own on a data folder, spoken to over HTTP, killed at will. */
export type CloudProcess = {
  url: string
  /** Calls an action. Undefined when no answer came: the caller cannot know whether it was carried out. */
  call<N extends ActionName>(openid: string, action: N, input: InputFor<N>): Promise<Answer<OutputFor<N>> | undefined>
  /** Sends to the side of the cloud that only tests see, e.g. `clock`. @throws Error unless it answers 200 */
  local(route: string, body?: object): Promise<unknown>
  /** Up to 1,000 documents that match. */
  records<D>(collection: string, query: object): Promise<D[]>
  /** SIGKILL: nothing gets a chance to tidy up. Resolves when the process is gone. */
  kill(): Promise<void>
}

/** @param functions folder of built functions @throws Error with what the process wrote when it ends before it is ready */
export async function startCloudProcess(data: string, functions: string): Promise<CloudProcess> {
  const args = ['--import', 'tsx', 'config/cloud.ts', '--port', '0', '--data', data, '--functions', functions]
  const child = spawn(process.execPath, args, { cwd: root, env: process.env })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const url = await readyUrl(child)
  return {
    url,
    call: async (openid, action, input) => {
      const [context = '', name] = action.split('.')
      const headers = { 'content-type': 'application/json', 'x-openid': openid }
      const sent = { method: 'POST', headers, body: JSON.stringify({ action: name, input }) }
      const answer = fetch(`${url}/call/${context}`, sent).then((response) => response.json())
      return (await answer.catch(() => undefined)) as never
    },
    local: (route, body = {}) => postJson(`${url}/_local/${route}`, body),
    records: async (collection, query) => recordsIn(url, collection, query),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function readyUrl(child: ChildProcess): Promise<string> {
  const texts = { out: '', err: '' }
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (texts.err += text))
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      texts.out += text
      if (texts.out.includes('\n')) resolve((JSON.parse(texts.out) as { url: string }).url)
    })
    child.on('close', () => reject(new Error(`the cloud ended: ${texts.err}`)))
  })
}

async function postJson(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  const answer = (await response.json()) as unknown
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(answer)}`)
  return answer
}

/** Reads through the wire that the SDK itself uses. */
async function recordsIn<D>(url: string, collection: string, query: object): Promise<D[]> {
  const wanted = { query: EJSON.stringify(query, { relaxed: false }), limit: 1000, offset: 0 }
  const request = { action: 'database.getDocument', collectionName: collection, ...wanted }
  const answer = (await postJson(`${url}/admin`, request)) as { data?: { list?: string[] } }
  if (!answer.data?.list) throw new Error(`${collection}: ${JSON.stringify(answer)}`)
  return answer.data.list.map((text) => EJSON.parse(text) as D)
}
