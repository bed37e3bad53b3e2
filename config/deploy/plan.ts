import type { FunctionConfig } from '../function-config'
import type { DatabaseDeclaration } from '../local-cloud/declaration'
import type { Settings } from './settings'

/** One thing that a real environment needs. Steps say what must be so; execute.ts compares and changes only what is not. */
export type Step =
  | { kind: 'collection'; name: string }
  | { kind: 'indexes'; collection: string; indexes: Index[] }
  | { kind: 'collection-rule'; collection: string; rule: 'ADMINONLY' }
  | { kind: 'storage-rule'; rule: StorageRule }
  | FunctionStep
  | { kind: 'triggers'; function: string; triggers: Trigger[] }
  | { kind: 'mini-program'; appId: string; keyPath: string; version: string; robot: string }

export type FunctionStep = {
  kind: 'function'
  name: string
  /** holds a folder of the function's name */
  root: string
  runtime: string
  handler: string
  /** seconds */
  timeout: number
  /** MB */
  memory: number
  installDependency: true
  environment: Record<string, string>
  /** SHA-256 of the three files; tells whether the code over there is this code */
  codeHash: string
}

export type Index = DatabaseDeclaration['collections'][string]['indexes'][number]
export type Trigger = FunctionConfig['triggers'][number]
export type StorageRule = { read: false; write: string }

export type PlanInputs = {
  settings: Settings
  declaration: DatabaseDeclaration
  /** the built functions, and the folder that holds them */
  functions: { root: string; list: { name: string; config: FunctionConfig; codeHash: string }[] }
  /** version of package.json */
  version: string
}

/** 18.15 is the newest Node that WeChat's own tools offer for an environment; bundles are lowered to 16, so either would do. */
const runtime = 'Nodejs18.15'

/** The platform's limit for one collection. */
const maxIndexes = 20

/**
 * Nobody reads a file from the client: functions hand out short-lived addresses. An upload by ticket comes from the phone and is
 * written by its owner, so `write` cannot be closed as well; whatever lies there is worthless until an action has claimed its ticket.
 */
const storageRule: StorageRule = { read: false, write: 'resource.openid == auth.openid' }

/**
 * Everything a real environment needs, in the order in which it is safe to make: a collection is closed to clients before a
 * function can write to it, and the mini-program comes last.
 * @throws Error when the declaration cannot be deployed (more indexes than the platform allows, two of one name)
 */
export function plan(inputs: PlanInputs): Step[] {
  const collections = Object.entries(inputs.declaration.collections)
  const { settings, functions } = inputs
  return [
    ...collections.flatMap(([name, { indexes }]) => collectionSteps(name, indexes)),
    { kind: 'storage-rule', rule: storageRule },
    ...functions.list.map((built) => functionStep(built, functions.root, settings)),
    ...functions.list.map(({ name, config }): Step => ({
      kind: 'triggers',
      function: name,
      triggers: config.triggers,
    })),
    {
      kind: 'mini-program',
      appId: settings.appId,
      keyPath: settings.uploadKeyPath,
      version: inputs.version,
      robot: settings.robot,
    },
  ]
}

function collectionSteps(name: string, indexes: Index[]): Step[] {
  if (indexes.length > maxIndexes)
    throw new Error(`${name} has ${indexes.length} indexes; the platform allows ${maxIndexes}`)
  const twice = indexes.find((index, at) => indexes.findIndex((other) => other.name === index.name) !== at)
  if (twice) throw new Error(`${name} declares the index ${twice.name} twice`)
  return [
    { kind: 'collection', name },
    { kind: 'collection-rule', collection: name, rule: 'ADMINONLY' },
    ...(indexes.length > 0 ? [{ kind: 'indexes' as const, collection: name, indexes }] : []),
  ]
}

function functionStep(built: PlanInputs['functions']['list'][number], root: string, settings: Settings): FunctionStep {
  return {
    kind: 'function',
    name: built.name,
    root,
    runtime,
    handler: 'index.main',
    timeout: built.config.timeout,
    memory: built.config.memorySize,
    installDependency: true,
    environment: {
      CHECK_IN_URL_PREFIX: settings.checkInUrlPrefix,
      SUBSCRIBE_TEMPLATES: settings.subscribeTemplates,
    },
    codeHash: built.codeHash,
  }
}

/** A step in one line, for the printed plan and for progress. No key occurs in it. */
export function describe(step: Step): string {
  switch (step.kind) {
    case 'collection':
      return `collection ${step.name}`
    case 'indexes':
      return `indexes of ${step.collection}: ${step.indexes.map(describeIndex).join('; ')}`
    case 'collection-rule':
      return `rule of ${step.collection}: ${step.rule} (clients neither read nor write)`
    case 'storage-rule':
      return `rule of the storage: read ${step.rule.read}, write ${step.rule.write}`
    case 'function':
      return `function ${step.name}: ${step.runtime}, ${step.timeout} s, ${step.memory} MB, code ${step.codeHash.slice(0, 12)}`
    case 'triggers':
      return `timers of ${step.function}: ${step.triggers.map((timer) => `${timer.name} "${timer.config}"`).join('; ') || 'none'}`
    case 'mini-program':
      return `mini-program ${step.appId}, version ${step.version}, robot ${step.robot}`
  }
}

function describeIndex(index: Index): string {
  const keys = index.keys.map(({ field, direction }) => `${field} ${direction}`).join(', ')
  return `${index.name} (${keys}${index.unique ? ', unique' : ''})`
}
