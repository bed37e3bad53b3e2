import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { openDatabase, type Database } from './database'
import type { DatabaseDeclaration } from './declaration'

export type LocalCloudOptions = {
  port?: number
  storage: ':memory:' | string
  functions?: string
  declaration?: DatabaseDeclaration
  staticDir?: string
  workers?: number
  env?: string
  latencyMs?: number
}

export type LocalCloud = {
  url: string
  port: number
  environment: Record<string, string>
  database: Database
  reset(): Promise<void>
  stop(): Promise<void>
}

/** Environment variables that redirect an unmodified `wx-server-sdk` to the local cloud at `url`. */
function redirect(url: string, env: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: env,
    TCB_ENV: env,
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local-secret-id',
    TENCENTCLOUD_SECRETKEY: 'local-secret-key',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  }
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
}

/** Starts WeChat cloud development on this machine and resolves when it accepts requests. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const database = openDatabase({
    file: options.storage === ':memory:' ? ':memory:' : path.join(options.storage, 'database.sqlite'),
    declaration: options.declaration,
  })
  const server = createServer((request, response) => {
    readJson(request)
      .then(async (body) => {
        const action = String(body.action)
        const answer = action.startsWith('database.')
          ? await database.handle(action, body)
          : { code: 'INVALID_PARAM', message: `not supported by the local cloud: ${action}` }
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
      })
      .catch((error: unknown) => {
        response.writeHead(500).end(String(error))
      })
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const port = (server.address() as AddressInfo).port
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    port,
    environment: redirect(url, options.env ?? 'local'),
    database,
    reset: async () => database.reset(),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      database.close()
    },
  }
}
