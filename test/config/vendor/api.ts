import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

type Json = Record<string, unknown>
type Named = { Name: string }
type Trigger = { TriggerName: string; Type: string; TriggerDesc: string }

/** Certificate that a client must trust to reach the stand-in; it is good for nothing else. */
export const certificate = path.join(__dirname, 'loopback-certificate.pem')

/**
 * The vendor's management interface as its SDK and its documentation describe it, with one environment in it, on loopback. The real
 * SDK reaches it through its own `proxy` option. It remembers what is written, so that a second run can be compared with the first.
 */
export type VendorApi = {
  proxy: string
  writes: string[]
  unsigned: string[]
  environment: VendorState
  stop(): Promise<void>
}

export type VendorState = {
  collections: Map<string, { acl: string; indexes: (Named & Json)[] }>
  storage: { AclTag: string; Rule?: string }
  functions: Map<string, Json & { Triggers: Trigger[] }>
}

export const environmentId = 'test-env'

/** Starts it, empty: no collection, no function, a storage that everybody reads. */
export async function startVendorApi(): Promise<VendorApi> {
  const environment: VendorState = { collections: new Map(), storage: { AclTag: 'READONLY' }, functions: new Map() }
  const writes: string[] = []
  const unsigned: string[] = []
  const secure = createHttpsServer(
    { cert: readFileSync(certificate), key: readFileSync(path.join(__dirname, 'loopback-key.pem')) },
    (request, response) => {
      void readBody(request).then((body) => {
        const action = String(request.headers['x-tc-action'])
        if (!request.headers.authorization?.startsWith('TC3-HMAC-SHA256')) unsigned.push(action)
        if (!/^(Describe|List|Get)/.test(action)) writes.push(action)
        response.end(JSON.stringify({ Response: answer(environment, action, body) }))
      })
    },
  )
  const proxy = createHttpServer()
  proxy.on('connect', (_request, socket) => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    secure.emit('connection', socket)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    writes,
    unsigned,
    environment,
    stop: async () => {
      secure.closeAllConnections()
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Json> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as Json
}

function answer(state: VendorState, action: string, body: Json): Json {
  const handler = handlers[action]
  const result = handler ? handler(state, body) : refusal('InvalidAction', `the stand-in does not know ${action}`)
  return { RequestId: 'test', ...result }
}

const refusal = (Code: string, Message: string): Json => ({ Error: { Code, Message } })

const handlers: Record<string, (state: VendorState, body: Json) => Json> = {
  DescribeEnvInfo: () => ({
    EnvInfo: {
      EnvBaseInfo: {
        EnvId: environmentId,
        Databases: [{ InstanceId: 'tnt-test' }],
        Functions: [{ Namespace: environmentId }],
        Storages: [{ Bucket: 'bucket-123', Region: 'ap-shanghai', AppId: '123' }],
        LogServices: [{ TopicId: 'topic', LogsetId: 'logset' }],
      },
    },
  }),
  ListTables: ({ collections }, { MgoLimit, MgoOffset }) => {
    const names = [...collections.keys()].slice(Number(MgoOffset), Number(MgoOffset) + Number(MgoLimit))
    // an environment without a collection answers null
    return { Tables: collections.size > 0 ? names.map((TableName) => ({ TableName })) : null }
  },
  CreateTable: ({ collections }, { TableName }) => {
    collections.set(String(TableName), { acl: 'PRIVATE', indexes: [{ Name: '_id_', Keys: [], Unique: true }] })
    return {}
  },
  DescribeTable: ({ collections }, { TableName }) => ({ Indexes: collections.get(String(TableName))?.indexes }),
  UpdateTable: ({ collections }, { TableName, CreateIndexes, DropIndexes }) => {
    const collection = collections.get(String(TableName))
    if (!collection) return refusal('ResourceNotFound', 'no such table')
    for (const { IndexName } of (DropIndexes ?? []) as { IndexName: string }[]) {
      collection.indexes = collection.indexes.filter(({ Name }) => Name !== IndexName)
    }
    for (const { IndexName, MgoKeySchema } of (CreateIndexes ?? []) as { IndexName: string; MgoKeySchema: Json }[]) {
      if (collection.indexes.some(({ Name }) => Name === IndexName)) return refusal('FailedOperation', 'index exists')
      collection.indexes.push({ Name: IndexName, Keys: MgoKeySchema.MgoIndexKeys, Unique: MgoKeySchema.MgoIsUnique })
    }
    return {}
  },
  DescribeDatabaseACL: ({ collections }, { CollectionName }) => ({
    AclTag: collections.get(String(CollectionName))?.acl,
  }),
  ModifyDatabaseACL: ({ collections }, { CollectionName, AclTag }) => {
    const collection = collections.get(String(CollectionName))
    if (!collection) return refusal('ResourceNotFound', 'no such collection')
    collection.acl = String(AclTag)
    return {}
  },
  DescribeStorageSafeRule: ({ storage }) => storage,
  ModifyStorageSafeRule: (state, { AclTag, Rule }) => {
    state.storage = { AclTag: String(AclTag), Rule: String(Rule) }
    return {}
  },
  GetFunction: ({ functions }, { FunctionName }) =>
    functions.get(String(FunctionName)) ?? refusal('ResourceNotFound.Function', 'no such function'),
  CreateFunction: ({ functions }, body) => {
    functions.set(String(body.FunctionName), { ...body, Status: 'Active', Triggers: [] })
    return {}
  },
  UpdateFunctionCode: ({ functions }, { FunctionName, ...code }) => change(functions, FunctionName, { Code: code }),
  UpdateFunctionConfiguration: ({ functions }, { FunctionName, ...settings }) =>
    change(functions, FunctionName, settings),
  BatchCreateTrigger: ({ functions }, { FunctionName, Triggers }) => {
    const made = (JSON.parse(String(Triggers)) as Trigger[]).map((trigger) => ({
      ...trigger,
      TriggerDesc: JSON.stringify({ cron: trigger.TriggerDesc }),
    }))
    functions.get(String(FunctionName))?.Triggers.push(...made)
    return {}
  },
  DeleteTrigger: ({ functions }, { FunctionName, TriggerName }) => {
    const found = functions.get(String(FunctionName))
    if (!found) return refusal('ResourceNotFound.Function', 'no such function')
    found.Triggers = found.Triggers.filter((trigger) => trigger.TriggerName !== TriggerName)
    return {}
  },
}

function change(functions: VendorState['functions'], name: unknown, values: Json): Json {
  const found = functions.get(String(name))
  if (!found) return refusal('ResourceNotFound.Function', 'no such function')
  Object.assign(found, values)
  return {}
}
