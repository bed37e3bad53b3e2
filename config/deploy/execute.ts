import type CloudBase from '@cloudbase/manager-node'
import type { FunctionStep, Index, Step, StorageRule, Trigger } from './plan'

/** What a step is carried out with: the vendor's management SDK, and a way to run a program. */
export type Clients = {
  cloud: CloudBase
  environmentId: string
  /** runs a program to its end; rejects when it fails */
  run(command: string, args: string[]): Promise<void>
}

/** `unchanged` means that nothing was written: the environment was like this already. */
export type Outcome = 'changed' | 'unchanged'

/** The official upload tool, fetched at the moment of use; the README's decisions say why it is no dependency. */
export const uploadTool = 'miniprogram-ci@2.1.42'

/**
 * Makes one step true. Compares first, so that a second run writes nothing but the mini-program's upload, which replaces the same
 * version by itself.
 * @throws the vendor's error, with its code and request id in the message
 */
export function execute(step: Step, clients: Clients): Promise<Outcome> {
  switch (step.kind) {
    case 'collection':
      return ensureCollection(step.name, clients)
    case 'indexes':
      return ensureIndexes(step.collection, step.indexes, clients)
    case 'collection-rule':
      return ensureCollectionRule(step.collection, step.rule, clients)
    case 'storage-rule':
      return ensureStorageRule(step.rule, clients)
    case 'function':
      return ensureFunction(step, clients)
    case 'triggers':
      return ensureTriggers(step.function, step.triggers, clients)
    case 'mini-program':
      return upload(step, clients)
  }
}

async function ensureCollection(name: string, { cloud }: Clients): Promise<Outcome> {
  const page = 100
  for (let offset = 0; ; offset += page) {
    const { Collections } = await cloud.database.listCollections({ MgoLimit: page, MgoOffset: offset })
    if (Collections.some(({ CollectionName }) => CollectionName === name)) return 'unchanged'
    if (Collections.length < page) break
  }
  await cloud.database.createCollection(name)
  return 'changed'
}

async function ensureIndexes(collection: string, indexes: Index[], { cloud }: Clients): Promise<Outcome> {
  const { Indexes = [] } = await cloud.database.describeCollection(collection)
  const there = new Map(
    Indexes.map(({ Name, Keys, Unique }) => [
      Name,
      indexText(
        Keys.map((key) => [key.Name, key.Direction]),
        Unique,
      ),
    ]),
  )
  const wanted = indexes.map((index) => ({ index, text: indexText(index.keys.map(keyPair), index.unique ?? false) }))
  const lacking = wanted.filter(({ index, text }) => there.get(index.name) !== text).map(({ index }) => index)
  if (lacking.length === 0) return 'unchanged'
  // an index cannot be altered: one of this name with other keys goes first
  const DropIndexes = lacking.filter(({ name }) => there.has(name)).map(({ name }) => ({ IndexName: name }))
  if (DropIndexes.length > 0) await cloud.database.updateCollection(collection, { DropIndexes })
  await cloud.database.updateCollection(collection, {
    CreateIndexes: lacking.map((index) => ({
      IndexName: index.name,
      MgoKeySchema: {
        MgoIndexKeys: index.keys.map(keyPair).map(([Name, Direction]) => ({ Name, Direction })),
        MgoIsUnique: index.unique ?? false,
      },
    })),
  })
  return 'changed'
}

/** The interface writes a direction as "1" or "-1". */
function keyPair({ field, direction }: Index['keys'][number]): [string, string] {
  return [field, direction === 'asc' ? '1' : '-1']
}

function indexText(keys: [string | undefined, string | undefined][], unique: boolean): string {
  return JSON.stringify([keys.map(([name, direction]) => [name, String(direction)]), Boolean(unique)])
}

async function ensureCollectionRule(
  collection: string,
  rule: string,
  { cloud, environmentId }: Clients,
): Promise<Outcome> {
  const target = { EnvId: environmentId, CollectionName: collection }
  // the SDK has no method of its own for these two; this is the way its documentation gives
  const service = cloud.commonService('tcb', '2018-06-08')
  const found: unknown = await service.call({ Action: 'DescribeDatabaseACL', Param: target })
  if (typeof found === 'object' && found !== null && 'AclTag' in found && found.AclTag === rule) return 'unchanged'
  await service.call({ Action: 'ModifyDatabaseACL', Param: { ...target, AclTag: rule } })
  return 'changed'
}

async function ensureStorageRule(rule: StorageRule, { cloud }: Clients): Promise<Outcome> {
  const found = await cloud.storage.getStorageAcl({ withRule: true })
  if (found.acl === 'CUSTOM' && found.rule?.read === rule.read && found.rule.write === rule.write) return 'unchanged'
  await cloud.storage.setStorageAcl('CUSTOM', rule)
  return 'changed'
}

async function ensureFunction(step: FunctionStep, { cloud }: Clients): Promise<Outcome> {
  const found = await findFunction(step.name, cloud)
  const func = {
    name: step.name,
    handler: step.handler,
    runtime: step.runtime,
    timeout: step.timeout,
    memorySize: step.memory,
    installDependency: step.installDependency,
    envVariables: step.environment,
    // the platform allows letters, digits, spaces, commas and full stops here; this is how the next run knows the code
    description: `code ${step.codeHash}`,
  }
  const code = { func, functionRootPath: step.root, deployMode: 'zip' as const }
  if (!found) {
    await cloud.functions.createFunction(code)
    return 'changed'
  }
  if (found.Runtime !== step.runtime) {
    throw new Error(
      `The function ${step.name} runs on ${found.Runtime}, and the platform cannot change that to ${step.runtime}. Delete it in the console and run this again.`,
    )
  }
  if (found.Description === func.description && settingsOf(found) === settingsOf(wantedSettings(step)))
    return 'unchanged'
  // code first: the description, which vouches for it, is written with the settings
  if (found.Description !== func.description) await cloud.functions.updateFunctionCode(code)
  await cloud.functions.waitFunctionActive(step.name)
  await cloud.functions.updateFunctionConfig(func)
  await cloud.functions.waitFunctionActive(step.name)
  return 'changed'
}

type FoundFunction = Awaited<ReturnType<CloudBase['functions']['getFunctionDetail']>>

async function findFunction(name: string, cloud: CloudBase): Promise<FoundFunction | undefined> {
  try {
    return await cloud.functions.getFunctionDetail(name)
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    if (code.startsWith('ResourceNotFound')) return undefined
    throw error
  }
}

type FunctionSettings = Pick<FoundFunction, 'Timeout' | 'MemorySize'> & { Environment?: FoundFunction['Environment'] }

function settingsOf({ Timeout, MemorySize, Environment }: FunctionSettings): string {
  const variables = (Environment?.Variables ?? []).map(({ Key, Value }) => `${Key}=${Value}`).sort()
  return JSON.stringify([Timeout, MemorySize, variables])
}

function wantedSettings(step: FunctionStep): FunctionSettings {
  const Variables = Object.entries(step.environment).map(([Key, Value]) => ({ Key, Value }))
  return { Timeout: step.timeout, MemorySize: step.memory, Environment: { Variables } }
}

async function ensureTriggers(name: string, triggers: Trigger[], { cloud }: Clients): Promise<Outcome> {
  const { Triggers } = await cloud.functions.getFunctionDetail(name)
  const timers = (Triggers ?? []).filter(({ Type }) => Type === 'timer')
  const there = new Map(timers.map(({ TriggerName, TriggerDesc }) => [TriggerName, cronOf(TriggerDesc)]))
  const wanted = new Map(triggers.map((timer) => [timer.name, timer.config]))
  const wrong = [...there].filter(([timer, cron]) => wanted.get(timer) !== cron).map(([timer]) => timer)
  const lacking = triggers.filter((timer) => there.get(timer.name) !== timer.config)
  for (const timer of wrong) await cloud.functions.deleteFunctionTrigger(name, timer)
  if (lacking.length > 0) await cloud.functions.createFunctionTriggers(name, lacking)
  return wrong.length + lacking.length > 0 ? 'changed' : 'unchanged'
}

/** The platform gives a timer back as {"cron": "…"}, although it was made from the bare text. */
function cronOf(description: string): string {
  if (!description.startsWith('{')) return description
  const parsed: unknown = JSON.parse(description)
  return typeof parsed === 'object' && parsed !== null && 'cron' in parsed ? String(parsed.cron) : description
}

async function upload(step: Extract<Step, { kind: 'mini-program' }>, { run }: Clients): Promise<Outcome> {
  await run('npm', ['run', 'build:weapp'])
  await run('npm', [
    'exec',
    '--yes',
    `--package=${uploadTool}`,
    '--',
    'miniprogram-ci',
    'upload',
    ...['--pp', 'dist/weapp', '--pkp', step.keyPath, '--appid', step.appId, '--uv', step.version, '-r', step.robot],
    ...['--use-project-config', 'true'],
  ])
  return 'changed'
}
